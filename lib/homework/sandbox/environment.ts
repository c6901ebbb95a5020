/**
 * The environment of processes that handle learners' work: what Deno itself needs, and nothing of the person's.
 *
 * @module
 */

/** The variables that Deno needs to start and to find its packages, as far as they are set. */
export function minimalEnvironment(): Record<string, string> {
  const passed = ["PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "NPM_CONFIG_REGISTRY", "DENO_DIR"];
  return {
    ...Object.fromEntries(passed.flatMap((name) => {
      const value = Deno.env.get(name);
      return value === undefined ? [] : [[name, value]];
    })),
    DENO_NO_UPDATE_CHECK: "1",
    NO_COLOR: "1",
  };
}
