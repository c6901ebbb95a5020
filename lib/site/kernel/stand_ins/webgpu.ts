/**
 * In the place of tfjs's WebGPU backend: the site computes with WebAssembly, the same everywhere.
 *
 * @module
 */
throw new Error("the course in a browser has no WebGPU backend");
