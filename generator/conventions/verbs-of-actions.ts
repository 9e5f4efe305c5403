import { pascal } from "./words.js";

// What AutoRest.PowerShell makes of the first word of a method, and which methods it does not take apart at all.
const actionsByVerb = `
Add: Add Append Apply Attach Concatenate Insert
Build: Build Compile
Clear: Clear Erase Flush Nullify Purge Unmark Unset Wipe
Complete: Complete Finish
Copy: Clone Copy Duplicate Replicate
Enter: Enter Into
Export: Capture Export
Find: Discover Find Locate
Get: Access Acquire Cat Dir Dump Examine Get List Obtain Retrieve Suggest Type
Grant: Authorize Grant
Import: Import Load
Initialize: Activate Initialize
Invoke: Execute Invoke Perform Post
Join: Associate Combine Join Unite
Lock: Lock Restrict Secure
Move: Migrate Move Name Reassociate Transfer
New: Allocate Create Generate Make New Provision Regenerate
Publish: Publish Release
Remove: Cut Delete Discard Dispose Remove
Rename: Change Rename
Reset: Generalize Reset
Restart: ForceReboot Reboot Restart
Restore: Recover Restore Undelete
Send: Notify Send
Set: Assign Configure Failover Put Set
Show: Display Produce Show
Skip: Bypass Jump Skip
Split: Separate Split
Start: Power PowerOn Run Start Trigger
Stop: Cancel End PowerOff Shutdown Stop
Submit: Resubmit Submit
Suspend: Pause Suspend
Switch: Swap Switch
Sync: Sync Synch Synchronize
Test: Analyze Check Evaluate Is Test Validate Verify
Unlock: Unlock Unrestrict Unsecure
Update: Patch Refresh Reimage Replace Reprocess Retarget Update Upgrade
`;

/** Words that are their own verb. */
const ownVerbs = `Approve Assert Backup Block Checkpoint Close Compare Compress Confirm Connect Convert ConvertFrom ConvertTo
  Debug Deny Deploy Disable Disconnect Dismount Edit Enable Exit Expand Format Group Hide Install Limit Measure Merge Mount
  Open Optimize Out Ping Pop Protect Push Read Receive Redo Register Repair Request Resize Resolve Resume Revoke Save Search
  Select Step Trace Unblock Undo Uninstall Unprotect Unpublish Unregister Use Wait Watch Write`;

const verbs = new Map(ownVerbs.split(/\s+/).map((verb) => [verb, verb]));
for (const line of actionsByVerb.trim().split("\n")) {
  const [verb = "", actions = ""] = line.split(": ");
  for (const action of actions.split(" ")) verbs.set(action, verb);
}

/** Whether a whole method is an action, as `List` and `Create` are; capitals count. */
export function isAction(method: string): boolean {
  return verbs.has(method);
}

/** The verb of PowerShell for an action: `create` -> New, `check` -> Test; `reply` has none and is invoked. */
export function verbOfAction(action: string): string {
  return verbs.get(pascal([action])) ?? "Invoke";
}

/** All actions that have a verb. */
export const actionsWithVerb: readonly string[] = [...verbs.keys()];
