/**
 * The language service's thread. It fetches two files, the packages' declarations and the course's modules,
 * both from this page's own server, and then answers questions one after the other.
 *
 * @module
 */
import type { CellText, FromService, Library, Question, ToService } from "./questions.ts";
import { NotebookService } from "./service.ts";

/** What this thread has of a worker's world. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToService>) => void) | null;
  postMessage(message: FromService): void;
}

const scope: WorkerScope = Object(globalThis);
const texts = new Map<number, string>();
let started: Promise<NotebookService> | undefined;

async function start(
  { packages, library, folder }: Extract<ToService, { type: "start" }>,
): Promise<NotebookService> {
  const [declarations, modules] = await Promise.all([
    fetchJson<Record<string, string>>(packages),
    fetchJson<Library>(library),
  ]);
  return new NotebookService(declarations, modules, folder);
}

async function fetchJson<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${response.status} ${response.statusText}`);
  }
  return await response.json();
}

async function take(message: ToService): Promise<void> {
  if (message.type === "start") {
    started = start(message);
    await started;
    return;
  }
  const service = await started;
  if (!service) throw new Error("expected to be started first");
  if (message.type === "cells") {
    for (const { cell, text } of message.changed) texts.set(cell, text);
    service.setCells(message.order.map((cell): CellText => ({
      cell,
      text: texts.get(cell) ?? "",
    })));
    return;
  }
  scope.postMessage({
    type: "answer",
    id: message.id,
    answer: answer(service, message),
  });
}

function answer(service: NotebookService, question: Question): unknown {
  const { name, place, word } = question;
  switch (name) {
    case "suggest":
      return service.suggest(place);
    case "describe":
      return service.describe(place, word);
    case "hover":
      return service.hover(place);
    case "signature":
      return service.signature(place);
    case "check":
      return service.check(place);
  }
}

// Messages are taken in the order in which they come, also while the files are being fetched.
let last: Promise<void> = Promise.resolve();
scope.onmessage = ({ data }) => {
  last = last.then(() => take(data)).catch((error) => {
    scope.postMessage({ type: "failed", reason: String(error) });
  });
};
