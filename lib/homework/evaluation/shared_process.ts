/**
 * Runs cells in one process; reruns alone any cell that crashed it or changed shared state.
 *
 * @module
 */
import type { Text } from "lib/language.ts";
import { casesFor } from "../exercise/cases.ts";
import { callSeconds, type Case, type Exercise } from "../exercise/exercise.ts";
import type { Outcome } from "../exercise/outcome.ts";
import type { Value } from "../exercise/values.ts";
import type { Budget } from "../sandbox/budget.ts";
import { Sandbox } from "../sandbox/sandbox.ts";
import type { Stage } from "../sandbox/stage.ts";
import { EncodedCalls } from "../sandbox/wire.ts";
import type { PlannedCell } from "./plan.ts";

/** A cell on a stage. */
export interface StagedCell {
  /** The cell. */
  readonly cell: PlannedCell;
  /** Its module's name: `04_2`. */
  readonly module: string;
  /** The name of the module that takes its place where it fails, if there is one. */
  readonly bare?: string;
}

/** How to run cells. */
export interface RunOptions {
  /** Decides the inputs; equal seeds give equal inputs. */
  readonly seed: number;
  /** Seconds that one call may take, instead of what the exercise allows. */
  readonly seconds?: number;
  /** After it no further cell is begun. Default: however long they take. */
  readonly budget?: Budget;
  /**
   * True to check only at the end whether a cell has changed shared state, and to run all again, one by one, if
   * so. Faster where that is rare and where nobody waits for the outcomes in between.
   */
  readonly trusting?: boolean;
}

/** What became of a cell. */
export interface RanCell {
  /** The cell. */
  readonly cell: PlannedCell;
  /** The calls. */
  readonly cases: readonly Case<readonly Value[]>[];
  /** Of each call in turn; they may end early, see `Sandbox.call`. */
  readonly outcomes: readonly Outcome[];
  /** The last that it printed. */
  readonly printed?: string;
  /** True if no other cell had run in its process. */
  readonly alone: boolean;
}

/** An exercise's inputs for one seed, and as what is sent. */
interface Drawn {
  readonly seed: number;
  readonly cases: readonly Case<readonly Value[]>[];
  readonly calls: EncodedCalls;
}

const lastDrawn = new WeakMap<Exercise, Drawn>();

/** Draws the inputs; for the seed of the last time, those of the last time. */
function draw(exercise: Exercise, seed: number): Drawn {
  const last = lastDrawn.get(exercise);
  if (last?.seed === seed) return last;
  const cases = casesFor(exercise, seed);
  const drawn = { seed, cases, calls: new EncodedCalls(cases.map(({ args }) => args)) };
  lastDrawn.set(exercise, drawn);
  return drawn;
}

/** Seconds that loading all cells may take. */
const loadSeconds = 5;
/** How many times the time of one call all calls of an exercise may take together. */
const callsInAll = 3;

/** The share of the time for all cells that may pass before each is run for itself. */
const trustingShare = 1 / 4;

/** What is said of a cell that was not begun. */
export const notBegun: Text = {
  en:
    "was not run: the cells before it took all the time of a submission. What they gave is kept: " +
    "grade once more, and it has its turn",
  ko:
    "실행하지 않았습니다. 앞의 셀들이 제출물 하나에 주어진 시간을 모두 썼습니다. 그 결과는 남아 있으니 다시 채점하면 차례가 옵니다",
};

/** A stage's process, and the next one where it cannot go on. */
export class SharedProcess implements AsyncDisposable {
  readonly #stage: Stage;
  readonly #options: RunOptions;
  #sandbox: Sandbox | undefined;

  /** Starts nothing yet. */
  constructor(stage: Stage, options: RunOptions) {
    this.#stage = stage;
    this.#options = options;
  }

  /** Runs cells of the stage, which also holds a module `loader` that imports them all. */
  async *run(cells: readonly StagedCell[], loader: string): AsyncGenerator<RanCell> {
    const isEarly = this.#shareSpent() < trustingShare;
    if (!this.#options.trusting || !isEarly || cells.length === 1) {
      yield* this.#runCarefully(cells);
      return;
    }
    const { ran, culprit } = await this.#runTrusting(cells, loader);
    if (ran) {
      yield* ran;
    } else {
      await this.#end();
      yield* this.#runCarefully(cells, culprit);
    }
  }

  /** Ends the process. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end();
  }

  /**
   * Loads all cells at once, which takes half the time, and checks the process once, at the end. If anything is
   * wrong then, or it takes long, no outcome is sure: none is returned, but the cell that ended the process, if
   * one did.
   */
  async #runTrusting(
    cells: readonly StagedCell[],
    loader: string,
  ): Promise<{ readonly ran?: readonly RanCell[]; readonly culprit?: StagedCell }> {
    const ran: RanCell[] = [];
    const sandbox = await this.#start();
    await sandbox.load(loader, loadSeconds);
    for (const cell of cells) {
      if (!sandbox.alive || this.#shareSpent() > trustingShare) break;
      ran.push({ ...await this.#call(cell), alone: false });
    }
    const culprit = sandbox.alive ? undefined : cells[ran.length - 1];
    const isSure = ran.length === cells.length && !await sandbox.spoiled();
    return isSure ? { ran } : { culprit };
  }

  /**
   * Checks after each cell whether the process is fit for the next. Where it is not, the cell runs again in a
   * process of its own, since an earlier one may be the cause; the `culprit` gets its own process at once.
   */
  async *#runCarefully(
    cells: readonly StagedCell[],
    culprit?: StagedCell,
  ): AsyncGenerator<RanCell> {
    for (const cell of cells) {
      if (cell === culprit) await this.#end();
      const isShared = this.#sandbox !== undefined;
      let called = await this.#call(cell);
      const isSpoiled = await this.#sandbox?.spoiled() ?? true;
      if (isShared && isSpoiled) {
        await this.#end();
        called = await this.#call(cell);
      }
      yield { ...called, alone: !isShared || isSpoiled };
      if (isSpoiled) await this.#end();
    }
  }

  async #call({ cell, module, bare }: StagedCell): Promise<Omit<RanCell, "alone">> {
    const { exercise } = cell;
    const { seed, seconds = callSeconds(exercise), budget } = this.#options;
    if (this.#shareSpent() > 1) {
      const outcome = { kind: "not run", reason: "no time", message: notBegun } as const;
      return { cell, cases: [], outcomes: [outcome] };
    }
    const { cases, calls } = draw(exercise, seed);
    const sandbox = await this.#start();
    const outcomes = await sandbox.call({
      cell: module,
      bare,
      name: exercise.name,
      calls,
      seconds,
      secondsInAll: Math.min(callsInAll * seconds, Math.max(seconds, budget?.left ?? Infinity)),
      forbiddenKernels: exercise.forbiddenKernels,
    });
    return { cell, cases, outcomes, printed: sandbox.takePrinted() };
  }

  /** How much of the time for all cells is over. */
  #shareSpent(): number {
    return this.#options.budget?.share ?? 0;
  }

  /** The process, for a cell to run in. */
  async #start(): Promise<Sandbox> {
    return this.#sandbox ??= await Sandbox.start(this.#stage, this.#options.budget);
  }

  async #end(): Promise<void> {
    await this.#sandbox?.[Symbol.asyncDispose]();
    this.#sandbox = undefined;
  }
}
