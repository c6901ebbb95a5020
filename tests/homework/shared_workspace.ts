/**
 * One workspace for all tests of a file, as one run of the grader has one: to make it takes longer than most tests.
 * Each evaluation has a stage of its own in it.
 *
 * @module
 */
import { assert } from "@std/assert";
import { Workspace } from "lib/homework/sandbox/stage.ts";

/** Makes a workspace before the file's first test and removes it after the last; returns what gives it to a test. */
export function sharedWorkspace(
  options?: Parameters<typeof Workspace.create>[0],
): () => Workspace {
  let workspace: Workspace | undefined;
  Deno.test.beforeAll(async () => void (workspace = await Workspace.create(options)));
  Deno.test.afterAll(async () => await workspace?.[Symbol.asyncDispose]());
  return () => {
    assert(workspace, "expected to be asked in a test");
    return workspace;
  };
}
