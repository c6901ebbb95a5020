/**
 * What notebook 09 watches while a translator learns, kept in the checkpoint: a run that was stopped
 * goes on with its curves whole, and a notebook that is run again finds them there.
 *
 * @module
 */
import { processorSeconds } from "lib/platform/clock.ts";
import { projectFile } from "lib/platform/project.ts";
import type { Savable } from "lib/training/checkpoints/checkpoint.ts";

/** How well a model did in an examination during its training. */
export interface Examination {
  /** Mean cross-entropy of held-out tokens, in nats, without smoothing. */
  readonly loss: number;
  /** BLEU of held-out sentences, 0 to 100. */
  readonly bleu: number;
  /** chrF of held-out sentences, 0 to 100. */
  readonly chrf: number;
  /** The ids that the model wrote for one sentence that is followed through the training. */
  readonly written: readonly number[];
}

/** An examination and when it was. */
export interface Mark extends Examination {
  /** After how many steps of training. */
  readonly step: number;
  /** Processor time of the training until then, examinations left out, in seconds. */
  readonly seconds: number;
}

/**
 * The marks of one run. Time is this process's processor time: other programs on the machine do not
 * lengthen it.
 *
 * @example
 * ```ts
 * import { TrainingRecord } from "lib/lessons/translation/training_record.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const record = new TrainingRecord();
 * await record.mark(50, () => Promise.resolve({ loss: 2.5, bleu: 10, chrf: 30, written: [7, 3] }));
 * const resumed = new TrainingRecord();
 * resumed.restore(record.state());
 * assertEquals(resumed.marks, record.marks);
 * ```
 */
export class TrainingRecord implements Savable {
  /** In the order of the steps. */
  marks: readonly Mark[] = [];
  #seconds = 0;
  #since = processorSeconds();

  /** Examines the model after `step`; the clock stands still meanwhile. */
  async mark(step: number, examine: () => Promise<Examination>): Promise<void> {
    this.#seconds = this.#elapsed();
    const examination = await examine();
    this.marks = [...this.marks, { step, seconds: this.#seconds, ...examination }];
    this.#since = processorSeconds();
  }

  /** All marks as one row of numbers. */
  state(): readonly number[] {
    return [
      this.#elapsed(),
      ...this.marks.flatMap(({ step, seconds, loss, bleu, chrf, written }) => [
        ...[step, seconds, loss, bleu, chrf],
        ...[written.length, ...written],
      ]),
    ];
  }

  /** Takes over what {@linkcode state} gave; the clock goes on from there. */
  restore([elapsed, ...rest]: readonly number[]): void {
    const marks: Mark[] = [];
    for (let at = 0; at < rest.length;) {
      const [step, seconds, loss, bleu, chrf, length] = rest.slice(at, at + 6);
      const written = rest.slice(at + 6, at + 6 + length);
      marks.push({ step, seconds, loss, bleu, chrf, written });
      at += 6 + length;
    }
    this.marks = marks;
    this.#seconds = elapsed;
    this.#since = processorSeconds();
  }

  #elapsed(): number {
    return this.#seconds + processorSeconds() - this.#since;
  }
}

/** Where a run of a notebook keeps its checkpoint: in a folder that is never committed. */
export function checkpointPath(name: string): string {
  return projectFile(`.checkpoints/${name}.safetensors`);
}
