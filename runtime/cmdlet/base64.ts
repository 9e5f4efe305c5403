/** The base64 form of bytes, as JSON bodies carry them; a text is taken to be base64 already. */
export function base64(content: unknown): unknown {
  const bytes = content instanceof ArrayBuffer ? new Uint8Array(content) : content;
  if (!(bytes instanceof Uint8Array)) return content;
  let binary = "";
  // in pieces: a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
