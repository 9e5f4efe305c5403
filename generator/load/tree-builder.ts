import type { Place } from "../model.js";
import type { Token } from "./guard.js";
import type { LocatedList, LocatedMap, LocatedNode, LocatedScalar } from "./located.js";

/** What the builder leaves to others. */
export interface Scalars {
  value(token: Token): LocatedScalar["value"];
  key(token: Token): string;
  /** @param indent column of what the scalar stands in, 0 at the top */
  block(header: Token, body: Token, indent: number): string;
  /** whether a key may stand in a map; complains if not */
  admits(map: LocatedMap, key: string, place: Place): boolean;
}

/** Ends the reading of a text at its first mistake. */
export class SyntaxMistake {
  constructor(
    readonly offset: number,
    readonly message: string,
  ) {}
}

/** What a collection that is not complete yet waits for; `next`: another key or item, or its end. */
type Wanted = "next" | "key" | "colon" | "value" | "comma";

interface MapFrame {
  node: LocatedMap;
  wants: Wanted;
  /** of its keys */
  column: number;
  /** its closing bracket, if it has one */
  end?: string | undefined;
  /** of the value that comes; absent if the key was complained about */
  key?: string | undefined;
  keyPlace: Place;
}

interface ListFrame {
  node: LocatedList;
  wants: Wanted;
  /** of its dashes */
  column: number;
  end?: string | undefined;
}

type Frame = MapFrame | ListFrame;

const misplaced = "nothing can stand here; mind the indent and the sign before it";

/**
 * Builds the tree of a YAML text from its tokens, in one pass and without recursion: as much of YAML as documents use that
 * are texts, lists and maps with texts for keys. At the first mistake it throws a `SyntaxMistake`.
 */
export class TreeBuilder {
  root: LocatedNode | undefined;
  readonly #file: string;
  readonly #scalars: Scalars;
  readonly #open: Frame[] = [];
  /** a scalar in block style, which a colon may still make a key */
  #pending: { token: Token; place: Place } | undefined;
  #header: { token: Token; place: Place } | undefined;
  /** of the token that is taken */
  #offset = 0;
  #line = 1;
  /** whether nothing but blanks was seen in this line, among them a tab */
  #blank = true;
  #tab = false;
  /** whether the next token follows without a blank */
  #joined = false;

  constructor(file: string, scalars: Scalars) {
    this.#file = file;
    this.#scalars = scalars;
  }

  take(token: Token): void {
    this.#offset = token.offset;
    switch (token.type) {
      case "space":
        this.#tab ||= this.#blank && token.source.includes("\t");
        break;
      case "comment":
        if (this.#joined) throw new SyntaxMistake(token.offset, "a blank is missing before the comment");
        break;
      case "newline":
      case "byte-order-mark":
      case "doc-start":
        break;
      default: {
        const top = this.#open.at(-1);
        if (top?.end === undefined) this.#takeBlock(token);
        else this.#takeFlow(token, top);
        this.#blank = false;
      }
    }
    if (token.source !== "") this.#joined = token.type !== "space" && !token.source.endsWith("\n");
    for (let at = token.source.indexOf("\n"); at >= 0; at = token.source.indexOf("\n", at + 1)) {
      this.#line += 1;
      this.#blank = true;
      this.#tab = false;
    }
  }

  /** @param offset of the end of the text */
  end(offset: number): void {
    this.#offset = offset;
    const bracket = this.#open.at(-1)?.end;
    if (bracket !== undefined) throw new SyntaxMistake(offset, `the text ends, but a ${bracket} is missing`);
    if (this.#header) this.#takeBlockScalar({ type: null, source: "", offset, column: 0 }, this.#header);
    this.#settle();
    this.#closeTo(-1);
  }

  #takeBlock(token: Token): void {
    const { type, offset } = token;
    if (this.#header) {
      if (type === null) this.#takeBlockScalar(token, this.#header);
      return;
    }
    const opensFlow = type === "flow-map-start" || type === "flow-seq-start";
    if (this.#tab && this.#blank && !opensFlow) throw new SyntaxMistake(offset, "a tab in the indent");
    const pending = this.#pending;
    if (type === "map-value-ind" && pending?.place.line === this.#line) {
      this.#pending = undefined;
      this.#setKey(this.#mapFor(pending.token, pending.place), pending.token, pending.place, "value");
      return;
    }
    this.#settle();
    const place = this.#placeOf(token);
    if (type === "map-value-ind") this.#takeColon(token);
    else if (type === "seq-item-ind") this.#takeDash(token, place);
    else if (type === "explicit-key-ind") this.#mapFor(token, place).wants = "key";
    else if (type === "block-scalar-header") this.#header = { token, place };
    else if (opensFlow) this.#openFlow(token, place, this.#ownerOf(token));
    else if (isScalar(token)) this.#pending = { token, place };
    else throw new SyntaxMistake(offset, misplaced);
  }

  /** What was pending is a value, or the key behind a question mark. */
  #settle(): void {
    if (!this.#pending) return;
    const { token, place } = this.#pending;
    this.#pending = undefined;
    const owner = this.#ownerOf(token);
    if (owner?.wants === "key" && isMap(owner)) this.#setKey(owner, token, place, "colon");
    else this.#attach(owner, { kind: "scalar", place, value: this.#scalars.value(token) });
  }

  #takeBlockScalar(body: Token, { token, place }: { token: Token; place: Place }): void {
    this.#header = undefined;
    const owner = this.#ownerOf(token);
    const value = this.#scalars.block(token, body, owner?.column ?? 0);
    this.#attach(owner, { kind: "scalar", place, value });
  }

  /** A colon that follows no key of its line. */
  #takeColon({ column, offset }: Token): void {
    this.#closeTo(column);
    const top = this.#open.at(-1);
    if (top?.wants !== "colon" || top.column !== column) throw new SyntaxMistake(offset, "a colon without a key");
    top.wants = "value";
  }

  #takeDash(token: Token, place: Place): void {
    const { column, offset } = token;
    this.#closeTo(column);
    let top = this.#open.at(-1);
    if (!top || isMap(top) || top.column !== column) {
      // the list that is the value of a key may stand in the column of the key
      const fits = top ? top.wants === "value" && (isMap(top) || column > top.column) : this.root === undefined;
      if (!fits || this.#isValueOfLine(top)) throw new SyntaxMistake(offset, misplaced);
      const list: ListFrame = { node: { kind: "list", place, items: [] }, wants: "next", column };
      this.#attach(top, list.node);
      this.#open.push(list);
      top = list;
    }
    this.#complete(top);
    top.wants = "value";
  }

  /** The map of a key that begins here: one that is open, else a new one. */
  #mapFor({ column, offset }: Token, place: Place): MapFrame {
    this.#closeTo(column);
    let top = this.#open.at(-1);
    const below = this.#open.at(-2);
    if (top && !isMap(top) && below && isMap(below) && below.column === column) {
      this.#close(top);
      top = below;
    }
    if (top && isMap(top) && top.column === column) {
      this.#complete(top);
      top.wants = "next";
      return top;
    }
    const fits = top ? top.wants === "value" && column > top.column : this.root === undefined;
    if (!fits || this.#isValueOfLine(top)) throw new SyntaxMistake(offset, misplaced);
    const node: LocatedMap = { kind: "map", place, entries: new Map() };
    this.#attach(top, node);
    const map: MapFrame = { node, wants: "next", column, keyPlace: place };
    this.#open.push(map);
    return map;
  }

  /** Whether the value that is wanted belongs to a key of this very line: it can be neither map nor list. */
  #isValueOfLine(frame: Frame | undefined): boolean {
    return frame !== undefined && isMap(frame) && frame.keyPlace.line === this.#line;
  }

  #openFlow({ type, column }: Token, place: Place, owner: Frame | undefined): void {
    const frame: Frame =
      type === "flow-map-start"
        ? { node: { kind: "map", place, entries: new Map() }, wants: "next", column, end: "}", keyPlace: place }
        : { node: { kind: "list", place, items: [] }, wants: "next", column, end: "]" };
    this.#attach(owner, frame.node);
    this.#open.push(frame);
  }

  #takeFlow(token: Token, top: Frame): void {
    const { type, source, offset } = token;
    const wantsValue = top.wants === "value" || (top.wants === "next" && !isMap(top));
    if (type === "comma" && top.wants !== "next") {
      this.#complete(top);
      top.wants = "next";
    } else if (source === top.end && (type === "flow-map-end" || type === "flow-seq-end")) this.#close(top);
    else if (type === "map-value-ind" && top.wants === "colon") top.wants = "value";
    else if (isScalar(token) && wantsValue) {
      this.#attach(top, { kind: "scalar", place: this.#placeOf(token), value: this.#scalars.value(token) });
    } else if (isScalar(token) && isMap(top) && top.wants === "next") {
      this.#setKey(top, token, this.#placeOf(token), "colon");
    } else if ((type === "flow-map-start" || type === "flow-seq-start") && wantsValue) {
      this.#openFlow(token, this.#placeOf(token), top);
    } else throw new SyntaxMistake(offset, `a ${source.slice(0, 20)} where none can stand`);
  }

  #setKey(map: MapFrame, token: Token, place: Place, wants: "colon" | "value"): void {
    const key = this.#scalars.key(token);
    map.key = this.#scalars.admits(map.node, key, place) ? key : undefined;
    map.keyPlace = place;
    map.wants = wants;
  }

  #attach(owner: Frame | undefined, node: LocatedNode): void {
    if (!owner) this.root = node;
    else if (owner.wants === "key") throw new SyntaxMistake(this.#offset, "a key that is not a text");
    else {
      if (!isMap(owner)) owner.node.items.push(node);
      else if (owner.key !== undefined) owner.node.entries.set(owner.key, { keyPlace: owner.keyPlace, node });
      owner.wants = owner.end === undefined ? "next" : "comma";
    }
  }

  /** The collection in block style that a value belongs to, all deeper ones closed. */
  #ownerOf({ column, offset }: Token): Frame | undefined {
    this.#closeTo(column - 1);
    const top = this.#open.at(-1);
    const fits = top ? top.wants === "value" || top.wants === "key" : this.root === undefined;
    if (!fits) throw new SyntaxMistake(offset, misplaced);
    return top;
  }

  /** Closes the collections whose keys or dashes stand further right. */
  #closeTo(column: number): void {
    for (let top = this.#open.at(-1); top && top.column > column; top = this.#open.at(-1)) this.#close(top);
  }

  #close(top: Frame): void {
    this.#complete(top);
    this.#open.pop();
  }

  /** A key or dash without a value has none. */
  #complete(frame: Frame): void {
    if (frame.wants === "key") throw new SyntaxMistake(this.#offset, "a key is missing before this");
    if (frame.wants !== "colon" && frame.wants !== "value") return;
    const place = isMap(frame) ? frame.keyPlace : frame.node.place;
    this.#attach(frame, { kind: "scalar", place, value: null });
  }

  #placeOf({ column }: Token): Place {
    return { file: this.#file, line: this.#line, column: column + 1 };
  }
}

function isMap(frame: Frame): frame is MapFrame {
  return frame.node.kind === "map";
}

function isScalar({ type }: Token): boolean {
  return type === null || type === "single-quoted-scalar" || type === "double-quoted-scalar";
}
