import type { FaultAction } from "./faults.js";

/** Whether the connection ends in place of a reply. */
export function resets(fault: FaultAction): boolean {
  const { resetBeforeHeaders, resetAfterBytes, resetAfterBody, completeSilently } = fault;
  return (
    resetBeforeHeaders === true || resetAfterBytes !== undefined || resetAfterBody === true || completeSilently === true
  );
}

/** Whether the plan has a reply of its own in place of the usual one. */
export function denies({ status = 200, discardSession, changeKeyConflict, holdName }: FaultAction): boolean {
  return status >= 300 || discardSession === true || changeKeyConflict === true || holdName === true;
}

/** Whether nothing is done that would earn the usual reply. */
export function prevents(fault: FaultAction): boolean {
  return keepsNothing(fault) && (denies(fault) || resets(fault));
}

/** How many of the bytes received of a range are stored; a range that did not arrive as announced is not. */
export function countKept(fault: FaultAction, received: number, announced: number): number {
  const usable = Math.min(received, announced);
  if (fault.keepPartial !== undefined) return Math.min(fault.keepPartial, usable);
  if (keepsAll(fault)) return usable;
  return keepsNothing(fault) || received !== announced ? 0 : usable;
}

function keepsAll(fault: FaultAction): boolean {
  return fault.keep === true || fault.completeSilently === true;
}

function keepsNothing(fault: FaultAction): boolean {
  if (keepsAll(fault) || fault.keepPartial !== undefined) return false;
  return fault.drop === true || denies(fault) || resets(fault);
}
