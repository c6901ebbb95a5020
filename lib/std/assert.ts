/**
 * `@std/assert`, with its types.
 *
 * The JSR registry cannot be reached everywhere, so the import map maps `@std/assert` to this file, which
 * re-exports the same code as published on npm (`deno-std`, by a Deno maintainer). That package ships
 * no types; the declarations beside this file are those of `@std/assert` for what the tests use.
 *
 * @module
 */
// @ts-types="./assert.d.ts"
export * from "deno-std/assert";
