/**
 * What the page needs of the homework: hints and stubs, a solution for whoever asks for it, and how far the learner is.
 * Exercises come from the course and the learner's progress from the memory that the terminal's check writes as well.
 *
 * @module
 */
import { Hono } from "hono/tiny";
import { isStatus, type Status } from "lib/homework/exercise/in_notebook.ts";
import { knownVerdicts, rememberVerdicts } from "lib/homework/memory/verdicts.ts";
import { asString, type JsonObject } from "lib/jupyter/format/json.ts";
import type { Text } from "lib/language.ts";
import { HttpError, jsonResponse, readBody } from "../api/responses.ts";

/** An exercise as the page shows it. */
interface ShownExercise {
  /** What the learner starts from. */
  readonly stub: string;
  /** From a nudge to nearly the answer. */
  readonly hints: readonly Text[];
}

/** Bytes of the longest request: a verdict on one answer. */
const longestBody = 1000;

/**
 * The routes below `/course`. `memory` is the file that holds the learner's progress; the caller guards them, and
 * lets nobody write but through `post`.
 */
export function homeworkRoutes(memory?: string): Hono {
  const routes = new Hono();
  routes.get("/exercises/:id", async ({ req }) => {
    const { stub, hints } = await exerciseOf(req.param("id"));
    return jsonResponse({ stub, hints } satisfies ShownExercise);
  });
  routes.get("/exercises/:id/solution", async ({ req }) => {
    const { id } = await exerciseOf(req.param("id"));
    // It reads the solution with TypeScript, which is large: only for who asks.
    const { solutionCell } = await import("lib/homework/exercises/solutions.ts");
    return jsonResponse({ text: await solutionCell(id) });
  });
  routes.get("/verdicts", async () => jsonResponse(await knownVerdicts(memory)));
  routes.post("/verdicts", async ({ req }) => {
    await rememberVerdicts([verdictIn(await readBody(req.raw, longestBody))], memory);
    return jsonResponse({});
  });
  return routes;
}

async function exerciseOf(id: string) {
  const { loadExercise } = await import("lib/homework/exercises/catalogue.ts");
  try {
    return await loadExercise(id);
  } catch (error) {
    if (error instanceof RangeError) throw new HttpError(404, error.message);
    throw error;
  }
}

function verdictIn(body: JsonObject): { exercise: string; digest: string; status: Status } {
  const exercise = asString(body.exercise);
  const digest = asString(body.digest);
  const status = asString(body.status);
  if (!/^\d\d\.\d+$/.test(exercise) || !/^[0-9a-f]{64}$/.test(digest) || !isStatus(status)) {
    throw new HttpError(400, "expected an exercise, a digest and a status");
  }
  return { exercise, digest, status };
}
