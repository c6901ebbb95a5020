/**
 * Runs staged cells in a process that they share, and in a process of its own each cell that ended that one or
 * changed what all cells share: each answer is judged by itself.
 *
 * @module
 */
import { Random } from "lib/random.ts";
import type { Case, Exercise } from "../exercise/exercise.ts";
import { judge, type Verdict, verdictWithout } from "../judge/judge.ts";
import { Sandbox } from "../sandbox/sandbox.ts";
import type { Value } from "../exercise/values.ts";
import { EncodedCalls } from "../sandbox/wire.ts";

/** The name of an exercise's module in a stage. */
export function moduleName(exercise: Exercise): string {
  return exercise.id.replace(".", "_");
}

/** How to run cells. */
export interface RunnerOptions {
  /** Decides the inputs; equal seeds give equal inputs. */
  readonly seed: number;
  /** Seconds that one call may take, instead of what the exercise allows. */
  readonly seconds?: number;
  /** Seconds after which no further cell is begun. Default: however long they take. */
  readonly secondsInAll?: number;
  /**
   * True to look only at the end whether a cell has changed what all share, and to run them again, one by one,
   * if so. Faster where that is rare and where nobody waits for the verdicts in between.
   */
  readonly trusting?: boolean;
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
  const cases = exercise.cases(new Random(seed).fork(exercise.id));
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

/** What is said of a cell that was not begun: that depends on others, and is not kept. */
export const notBegun = "was not run: the cells before it took all the time of a submission. " +
  "What they gave is kept: grade once more, and it has its turn";

/** A stage's process, and the next one where it cannot go on. */
export class CellRunner implements AsyncDisposable {
  readonly #begun = performance.now();
  #sandbox: Sandbox | undefined;

  /**
   * Starts nothing yet.
   *
   * @param stage The folder made by `Workspace.stage`.
   * @param cache The workspace's cache.
   * @param onVerdict Called once for each exercise; `alone` if no other cell had run in its process.
   */
  constructor(
    private readonly stage: string,
    private readonly cache: string,
    private readonly options: RunnerOptions,
    private readonly onVerdict: (verdict: Verdict, alone: boolean) => void,
  ) {}

  /** Runs the exercises' cells, which the stage holds, as it does the module `loader` that imports them all. */
  async run(exercises: readonly Exercise[], loader: string): Promise<void> {
    const isEarly = this.#shareSpent() < trustingShare;
    if (this.options.trusting && isEarly && exercises.length > 1) {
      await this.#runTrusting(exercises, loader);
    } else {
      await this.#runCarefully(exercises);
    }
  }

  /** Ends the process. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end();
  }

  /**
   * Loads all cells at once, which takes half the time, and looks once, at the end. If anything is wrong then,
   * or it takes long, no verdict is sure.
   */
  async #runTrusting(exercises: readonly Exercise[], loader: string): Promise<void> {
    const verdicts: Verdict[] = [];
    const sandbox = await this.#start();
    await sandbox.load(loader, loadSeconds);
    for (const exercise of exercises) {
      if (!sandbox.alive || this.#shareSpent() > trustingShare) break;
      verdicts.push(await this.#evaluate(exercise));
    }
    const culprit = sandbox.alive ? undefined : exercises[verdicts.length - 1];
    if (verdicts.length < exercises.length || await sandbox.spoiled()) {
      await this.#end();
      await this.#runCarefully(exercises, culprit);
    } else {
      for (const verdict of verdicts) this.onVerdict(verdict, false);
    }
  }

  /**
   * Looks after each exercise. What came of a cell that is not fit to share a process may be an earlier one's
   * doing: it runs again in a process of its own, and so does the `culprit` at once.
   */
  async #runCarefully(exercises: readonly Exercise[], culprit?: Exercise): Promise<void> {
    for (const exercise of exercises) {
      if (exercise === culprit) await this.#end();
      const isShared = this.#sandbox !== undefined;
      let verdict = await this.#evaluate(exercise);
      const isSpoiled = await this.#sandbox?.spoiled() ?? true;
      if (isShared && isSpoiled) {
        await this.#end();
        verdict = await this.#evaluate(exercise);
      }
      this.onVerdict(verdict, !isShared || isSpoiled);
      if (isSpoiled) await this.#end();
    }
  }

  async #evaluate(exercise: Exercise): Promise<Verdict> {
    const { seed, seconds = exercise.seconds ?? 5 } = this.options;
    if (this.#shareSpent() > 1) return verdictWithout(exercise, "timeout", notBegun);
    const sandbox = await this.#start();
    const { cases, calls } = draw(exercise, seed);
    const outcomes = await sandbox.call({
      cell: moduleName(exercise),
      name: exercise.name,
      calls,
      seconds,
      secondsInAll: callsInAll * seconds,
    });
    return judge(exercise, cases, outcomes);
  }

  /** How much of the time for all cells is over. */
  #shareSpent(): number {
    return (performance.now() - this.#begun) / 1000 / (this.options.secondsInAll ?? Infinity);
  }

  /** The process, for a cell to run in. */
  async #start(): Promise<Sandbox> {
    return this.#sandbox ??= await Sandbox.start(this.stage, this.cache);
  }

  async #end(): Promise<void> {
    await this.#sandbox?.[Symbol.asyncDispose]();
    this.#sandbox = undefined;
  }
}
