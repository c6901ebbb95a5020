/**
 * The worker of a kernel. Reading a lesson starts none; the press that asks for a kernel does, before the page's own
 * script is there, which takes it over: the two load side by side.
 *
 * @module
 */
import { siteFile } from "./place.ts";

/** A worker that was started, and what it has said since. */
interface Started {
  readonly worker: Worker;
  readonly said: Event[];
}

// What stands there while a notebook is a text, and the page, are bundles that share no module.
const place = Symbol.for("the course's worker that was started ahead");

/** The variables of the page's address that a kernel is told: `?COURSE_BUDGET=small`. */
const passedOn = ["COURSE_BUDGET", "COURSE_THREADS", "COURSE_SIMD"];

/** Whether this is the path of a notebook in Korean. */
export function isKorean(path: string): boolean {
  return /(?:^|\/)ko\/[^/]*$/.test(path);
}

function startWorker(path: string): Worker {
  const address = siteFile("kernel/worker.js");
  address.searchParams.set("COURSE_UI", "page");
  address.searchParams.set("COURSE_LANGUAGE", isKorean(path) ? "ko" : "en");
  const given = new URLSearchParams(location.search);
  for (const name of passedOn) {
    const value = given.get(name);
    if (value !== null) address.searchParams.set(name, value);
  }
  return new Worker(address, { type: "module", name: "kernel" });
}

/** Starts the worker for the notebook at `path`, whose language the library speaks. The page's kernel will take it. */
export function startAhead(path: string): void {
  if (Reflect.has(globalThis, place)) return;
  const worker = startWorker(path);
  const said: Event[] = [];
  const keep = (event: Event): void => void said.push(event);
  worker.onmessage = keep;
  worker.onerror = keep;
  const started: Started = { worker, said };
  Reflect.set(globalThis, place, started);
}

/** Whether a worker waits to be taken. */
export function isStartedAhead(): boolean {
  return Reflect.has(globalThis, place);
}

/**
 * A worker for the notebook at `path`: the one that was started ahead for this page, or a new one. What it has said
 * already is told to whoever listens to it when the running code has ended.
 */
export function takeWorker(path: string): Worker {
  if (!isStartedAhead()) return startWorker(path);
  const { worker, said }: Started = Reflect.get(globalThis, place);
  Reflect.deleteProperty(globalThis, place);
  queueMicrotask(() => said.forEach((event) => worker.dispatchEvent(event)));
  return worker;
}
