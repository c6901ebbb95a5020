/**
 * What an answer takes from the other cells of its notebook: the learner's own helpers, and names that a cell
 * imports from the course's library. In a notebook all cells share one scope; where an answer is graded, it gets
 * along with it what it uses.
 *
 * @module
 */
import type { Cell, Notebook } from "lib/jupyter/format/notebook.ts";
import { notImplemented } from "../exercise/in_notebook.ts";
import { type Import, readCell } from "./cell_source.ts";
import { isHomeworkCell } from "./cells.ts";
import type { Declaration } from "./declarations.ts";

/** The other code cells of a notebook. */
export interface Surroundings {
  /** The texts of those before the answer. */
  readonly before: readonly string[];
  /** The texts of those after it. */
  readonly after: readonly string[];
}

/** Of some cells, those before and after the first answer among them, without any further answer. */
export function around<Cell>(
  cells: readonly Cell[],
  isAnswer: (cell: Cell) => boolean,
): { readonly before: Cell[]; readonly after: Cell[] } {
  const at = cells.findIndex(isAnswer);
  const others = (some: readonly Cell[]): Cell[] => some.filter((cell) => !isAnswer(cell));
  return { before: others(cells.slice(0, Math.max(0, at))), after: others(cells.slice(at + 1)) };
}

/** The code cells of `notebook` around the answer to exercise `id`. */
export function surroundingsOf({ cells }: Notebook, id: string): Surroundings {
  const code = cells.filter((cell) => cell.cell_type === "code");
  const { before, after } = around(code, (cell) => isHomeworkCell(cell, id));
  const sources = (some: readonly Cell[]): string[] => some.map(({ source }) => source);
  return { before: sources(before), after: sources(after) };
}

/** What some names come from. */
export interface Taken {
  /** Declarations of other cells, with what they need in turn, in the notebook's order. */
  readonly declarations: readonly Declaration[];
  /** What other cells import, by name. */
  readonly imports: ReadonlyMap<string, Import>;
  /** Functions of other exercises that are wanted and not written yet. */
  readonly unwritten: readonly string[];
}

/** What a cell of the surroundings offers. */
interface Offer {
  readonly declarations: readonly Declaration[];
  readonly imports: ReadonlyMap<string, Import>;
}

/**
 * What `names` come from in the other cells. Of several declarations of a name the one that stands last before the
 * answer counts, as if the notebook had been run from the top; else the first one after it.
 *
 * @param known Names that need not be looked for: the set-up's, what is lent, what JavaScript has.
 */
export function takeFrom(
  surroundings: Surroundings,
  names: Iterable<string>,
  known: (name: string) => boolean,
): Taken {
  const queue = [...names].filter((name) => !known(name));
  // Most answers need nothing of other cells: nobody looks at them then.
  if (queue.length === 0) return { declarations: [], imports: new Map(), unwritten: [] };
  const { before, after } = surroundings;
  const cells = [...before.toReversed(), ...after];
  // Each cell is read when somebody asks for it.
  const offers: Offer[] = [];
  const offerAt = (i: number): Offer => offers[i] ??= offerOf(cells[i]);
  const declarations = new Set<Declaration>();
  const imports = new Map<string, Import>();
  const unwritten: string[] = [];
  const seen = new Set(queue);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const wanted = name;
    const at = cells.findIndex((_, i) =>
      declarationOf(offerAt(i), wanted) ?? offerAt(i).imports.get(wanted)
    );
    if (at < 0) continue;
    const declaration = declarationOf(offerAt(at), wanted);
    const imported = offerAt(at).imports.get(wanted);
    if (declaration && isStub(declaration)) unwritten.push(wanted);
    else if (declaration && !declarations.has(declaration)) {
      declarations.add(declaration);
      for (const used of declaration.uses) {
        if (seen.has(used) || known(used)) continue;
        seen.add(used);
        queue.push(used);
      }
    } else if (imported) imports.set(wanted, imported);
  }
  const inOrder = [...offers.slice(0, before.length).toReversed(), ...offers.slice(before.length)]
    .flatMap((offer) => offer.declarations).filter((one) => declarations.has(one));
  return { declarations: inOrder, imports, unwritten };
}

function offerOf(text: string): Offer {
  const { syntaxError, declarations, imported } = readCell(text);
  return syntaxError
    ? { declarations: [], imports: new Map() }
    : { declarations, imports: imported };
}

function declarationOf({ declarations }: Offer, name: string): Declaration | undefined {
  return declarations.findLast(({ names }) => names.includes(name));
}

function isStub({ text }: Declaration): boolean {
  return text.includes(`throw new Error("${notImplemented}")`);
}
