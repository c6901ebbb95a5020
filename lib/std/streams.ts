/**
 * `@std/streams`, with the types of what the course uses. See `assert.ts` for why it comes from npm.
 *
 * @module
 */
// @ts-types="./streams.d.ts"
export * from "deno-std/streams/text_line_stream";
