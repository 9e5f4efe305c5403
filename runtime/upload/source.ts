/** Bytes to upload: of known size, readable at any position, as often as needed. */
export interface UploadSource {
  /** the name it has where it comes from, if it has one */
  readonly name?: string;
  /** bytes */
  readonly size: number;
  /** Tells this content from any other, across processes too; without it an upload cannot be continued in another one. */
  readonly fingerprint?: string;
  /**
   * Fills `target` with the bytes from `position` on.
   * @returns how many were read; 0 only past the end
   * @throws UploadError `sourceUnreadable`; `sourceNotSeekable` when a source that can be read only once no longer has them;
   * `sourceChanged` when it turns out to be longer or shorter than it said
   */
  read(position: number, target: Uint8Array): Promise<number>;
  /** The next read will probably be at `position`: a source may read ahead. */
  prepare?(position: number): void;
  /** Whether the content is no longer what it was when the source was opened. */
  changed(): Promise<boolean>;
  /** Releases what the source holds. Whoever opened a source closes it: `upload` does not. */
  close(): Promise<void>;
}
