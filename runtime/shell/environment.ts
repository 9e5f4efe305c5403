/** The variables the shell reads; a flag beats a variable, a variable beats the default. */
export interface ShellEnvironment {
  /** `GRAPH_ACCESS_TOKEN`: bearer token of every request; never written anywhere */
  accessToken?: string;
  /** `GRAPH_BASE_URL`: another endpoint, for tests; plain http only on a loopback address */
  baseUrl?: string;
  /** `GRAPH_OUTPUT`: as `--output` */
  output?: string;
  /** `GRAPH_TIMEOUT_MS`: milliseconds for one request */
  timeoutMs?: string;
  /** `GRAPH_STATE_DIR`: folder in which unfinished uploads are kept */
  stateDirectory?: string;
}

/** Reads the variables; empty ones count as unset. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): ShellEnvironment {
  const set = (key: keyof ShellEnvironment, name: string): ShellEnvironment => {
    const value = env[name]?.trim();
    return value ? { [key]: value } : {};
  };
  return {
    ...set("accessToken", "GRAPH_ACCESS_TOKEN"),
    ...set("baseUrl", "GRAPH_BASE_URL"),
    ...set("output", "GRAPH_OUTPUT"),
    ...set("timeoutMs", "GRAPH_TIMEOUT_MS"),
    ...set("stateDirectory", "GRAPH_STATE_DIR"),
  };
}
