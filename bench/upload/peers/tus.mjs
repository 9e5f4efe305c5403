// tus-js-client: another protocol and another server, so its figures are a hint.
import { createReadStream } from "node:fs";
import { Upload } from "tus-js-client";

export function upload({ file, size, rangeSize, origin }) {
  return new Promise((resolve, reject) => {
    const options = { endpoint: `${origin}/files`, chunkSize: rangeSize, uploadSize: size };
    new Upload(createReadStream(file), { ...options, onSuccess: () => resolve(), onError: reject }).start();
  });
}
