/**
 * Keeps real time out of virtual time: the engine limits its DELETE by a timer of the platform, which would make runs depend on
 * how busy the machine is. The simulated transport gives up by itself instead.
 * @returns undoes it
 */
export function banRealTime(): () => void {
  const { timeout } = AbortSignal;
  AbortSignal.timeout = () => new AbortController().signal;
  return () => {
    AbortSignal.timeout = timeout;
  };
}
