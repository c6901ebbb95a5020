/**
 * `@std/html`, with the types of what the course uses. See `assert.ts` for why it comes from npm.
 *
 * @module
 */
// @ts-types="./html.d.ts"
export * from "deno-std/html";
