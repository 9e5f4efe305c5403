/** What happened in a run: a hash of everything, and on demand the text of it. */
export class Trace {
  readonly lines: string[] = [];
  #high = 0x811c9dc5;
  #low = 0x1b873593;

  /** @param keepsText whether to keep the lines; the hash is the same either way */
  constructor(private readonly keepsText: boolean) {}

  note(time: number, what: string, ...details: readonly (string | number | boolean | undefined)[]): void {
    this.#add(what);
    this.#mix(time);
    for (const detail of details) {
      if (typeof detail === "number") this.#mix(detail);
      else this.#add(String(detail));
    }
    if (this.keepsText) this.lines.push(`${(time / 1000).toFixed(3).padStart(9)} ${what} ${details.join(" ")}`);
  }

  get hash(): string {
    return [this.#high, this.#low].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  #add(text: string): void {
    for (let i = 0; i < text.length; i++) this.#mix(text.charCodeAt(i));
    this.#mix(text.length);
  }

  #mix(value: number): void {
    this.#high = Math.imul(this.#high ^ value, 0x01000193);
    this.#low = Math.imul((this.#low ^ (this.#high >>> 15)) + (value | 0), 0x85ebca6b);
  }
}
