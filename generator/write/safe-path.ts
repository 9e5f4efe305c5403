const segment = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Whether a relative path names a file below its folder on every platform: plain segments, no tricks. */
export function isSafePath(path: string): boolean {
  return path.length <= 240 && path.split("/").every(isSafeName);
}

function isSafeName(name: string): boolean {
  return segment.test(name) && !name.endsWith(".") && !windowsDevice.test(name);
}
