/** Bytes to upload: of known size, readable at any position, as often as needed. */
export interface UploadSource {
  /** the name it has where it comes from, if it has one */
  readonly name?: string;
  /** bytes */
  readonly size: number;
  /**
   * Fills `target` with the bytes from `position` on.
   * @returns how many were read; 0 only past the end
   * @throws UploadError `sourceUnreadable`
   */
  read(position: number, target: Uint8Array): Promise<number>;
  /** Whether the content is no longer what it was when the source was opened. */
  changed(): Promise<boolean>;
  /** Releases what the source holds. Whoever opened a source closes it: `upload` does not. */
  close(): Promise<void>;
}
