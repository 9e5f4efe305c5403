/** what no output of the engine may contain, whatever the service says */
export const canary = "canary-4711";
