/**
 * Who uses the notebooks and which kernel there is, as Jupyter's API words it: the same with a server and in a site.
 *
 * @module
 */

/** The only user. */
export const learner = {
  username: "learner",
  name: "Learner",
  display_name: "Learner",
  initials: "L",
  avatar_url: null,
  color: null,
};

/** The only kernel. */
export const kernelspec = {
  name: "deno",
  resources: {},
  spec: {
    argv: [],
    env: {},
    display_name: "Deno",
    language: "typescript",
    interrupt_mode: "message",
    metadata: {},
  },
};
