/**
 * `@std/csv`, with the types of what the course uses. See `assert.ts` for why it comes from npm.
 *
 * @module
 */
// @ts-types="./csv.d.ts"
export * from "deno-std/csv";
