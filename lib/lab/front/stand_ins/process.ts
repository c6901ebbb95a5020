/**
 * Stands in for Node's `process`: path-browserify asks for the current folder when it resolves the address
 * of an image in an output, and some of JupyterLab's packages look at the environment.
 *
 * @module
 */

/** The little of it that is asked for. */
export const process = { env: {}, cwd: (): string => "/" };
