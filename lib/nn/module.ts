/**
 * What owns parameters. A module is a class whose properties are variables, modules or lists of
 * modules; their property names are the parameters' names: `layers.0.selfAttention.queries.weights`.
 *
 * There is no registration and no hidden state. The properties are walked in the order in which the
 * class declares them, so the order of parameters is stable and a checkpoint of one run fits the next.
 * A module that is reachable twice (an embedding tied to the output layer) counts once, under its
 * first name.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";

/** A parameter as a diagram shows it. */
export interface ParameterDescription {
  /** The property's name: `weights`. */
  readonly name: string;
  /** Lengths of its axes. */
  readonly shape: readonly number[];
}

/**
 * The axes of a tensor as a diagram shows them: names from the outermost to the innermost, each with
 * its length, or `null` where the length is the batch's.
 */
export type AxisLengths = Readonly<Record<string, number | null>>;

/** What goes in and what comes out of a module, by argument name. */
export interface Signature {
  /** What the module does: `linear`, `layer norm`. */
  readonly kind: string;
  /** Axes of each argument. */
  readonly inputs: Readonly<Record<string, AxisLengths>>;
  /** Axes of the result. */
  readonly output: AxisLengths;
}

/** A module as a plain tree, from which an architecture diagram is drawn. */
export interface Description extends Partial<Signature> {
  /** The path from the root: `encoder.layers.0`; the root's is empty. */
  readonly name: string;
  /** What the module does, `layer norm`; without a signature, its class's name in words. */
  readonly kind: string;
  /** The module's own parameters, without its children's. */
  readonly parameters: readonly ParameterDescription[];
  /** Numbers in all parameters below this point; a shared module counts where it appears first. */
  readonly parameterCount: number;
  /** The modules inside, in the order in which the class declares them. */
  readonly children: readonly Description[];
}

/**
 * The base of everything that owns parameters.
 *
 * @example A module of one's own
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Module } from "lib/nn/module.ts";
 * import { assertEquals } from "@std/assert";
 *
 * class Scale extends Module {
 *   readonly factor = tf.variable(tf.ones([3]));
 *   forward(inputs: tf.Tensor): tf.Tensor {
 *     return tf.mul(inputs, this.factor);
 *   }
 * }
 *
 * using scale = new Scale();
 * assertEquals([...scale.parameters().keys()], ["factor"]);
 * assertEquals(scale.parameterCount(), 3);
 * assertEquals(scale.describe().kind, "scale");
 * ```
 */
export abstract class Module implements Disposable {
  /** Its kind and the axes of what goes in and comes out, if a diagram should show more than its name. */
  signature?(): Signature;

  /** Every parameter by its name, in a stable order; a shared one once, under its first name. */
  parameters(): ReadonlyMap<string, tf.Variable> {
    const found = new Map<string, tf.Variable>();
    const seen = new Set<Module | tf.Variable>();
    const visit = (module: Module, path: string) => {
      if (seen.has(module)) return;
      seen.add(module);
      for (const [name, member] of members(module)) {
        if (member instanceof Module) {
          visit(member, `${path}${name}.`);
        } else if (!seen.has(member)) {
          seen.add(member);
          found.set(path + name, member);
        }
      }
    };
    visit(this, "");
    return found;
  }

  /** How many numbers are learned. */
  parameterCount(): number {
    let count = 0;
    for (const parameter of this.parameters().values()) count += parameter.size;
    return count;
  }

  /** The module as a plain tree, for an architecture diagram. */
  describe(): Description {
    return describe(this, "", new Set());
  }

  /** The module as `console.log` and a cell's result show it: its tree, with the shapes of parameters. */
  [Symbol.for("Deno.customInspect")](
    _inspect?: unknown,
    { indentationLvl = 0 }: { readonly indentationLvl?: number } = {},
  ): string {
    const text = moduleText(this.constructor.name, this.describe());
    return text.replaceAll("\n", `\n${" ".repeat(indentationLvl)}`);
  }

  /** Frees every parameter, here and in the modules inside. The module must not be used afterwards. */
  [Symbol.dispose](): void {
    for (const [, member] of members(this)) {
      if (member instanceof Module) member[Symbol.dispose]();
      else if (!member.isDisposed) member.dispose();
    }
  }
}

/**
 * The parameters whose names `choose` accepts. Freezing is choosing what the optimizer gets: what it
 * does not get keeps its value, and no gradient is computed for it.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { Linear } from "lib/nn/linear.ts";
 * import { selectParameters } from "lib/nn/module.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using layer = new Linear({ inputSize: 3, outputSize: 5 }, new Random(1));
 * const chosen = selectParameters(layer.parameters(), (name) => name !== "bias");
 * assertEquals([...chosen.keys()], ["weights"]);
 * ```
 */
export function selectParameters(
  parameters: ReadonlyMap<string, tf.Variable>,
  choose: (name: string) => boolean,
): ReadonlyMap<string, tf.Variable> {
  return new Map([...parameters].filter(([name]) => choose(name)));
}

/**
 * Gives `to` the values of `from`, parameter by parameter: a pre-trained model to fine-tune, while the
 * original stays as it is.
 *
 * @throws {RangeError} when a parameter of `to` has none of its name and shape in `from`.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { Linear } from "lib/nn/linear.ts";
 * import { copyParameters } from "lib/nn/module.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const random = new Random(1);
 * const [from, to] = [1, 2].map(() => new Linear({ inputSize: 3, outputSize: 5 }, random));
 * copyParameters(from, to);
 * assertEquals(to.weights.arraySync(), from.weights.arraySync());
 * ```
 */
export function copyParameters(from: Module, to: Module): void {
  const values = from.parameters();
  for (const [name, parameter] of to.parameters()) {
    const value = values.get(name);
    if (value === undefined || value.shape.join() !== parameter.shape.join()) {
      throw new RangeError(
        `expected ${name} [${parameter.shape}], got ${value ? `[${value.shape}]` : "nothing"}`,
      );
    }
    parameter.assign(value);
  }
}

/** A module's variables and modules, by name; the items of a list as `layers.0`, `layers.1`. */
function* members(module: Module): Generator<[string, Module | tf.Variable]> {
  for (const [name, value] of Object.entries(module)) {
    const items: [string, unknown][] = Array.isArray(value)
      ? value.map((item, i) => [`${name}.${i}`, item])
      : [[name, value]];
    for (const [itemName, item] of items) {
      if (item instanceof Module || item instanceof tf.Variable) yield [itemName, item];
    }
  }
}

function describe(module: Module, name: string, seen: Set<Module | tf.Variable>): Description {
  seen.add(module);
  const parameters: ParameterDescription[] = [];
  const children: Description[] = [];
  let parameterCount = 0;
  for (const [memberName, member] of members(module)) {
    if (seen.has(member)) continue;
    seen.add(member);
    if (member instanceof Module) {
      const child = describe(member, name === "" ? memberName : `${name}.${memberName}`, seen);
      children.push(child);
      parameterCount += child.parameterCount;
    } else {
      parameters.push({ name: memberName, shape: [...member.shape] });
      parameterCount += member.size;
    }
  }
  const signature = module.signature?.() ?? { kind: inWords(module.constructor.name) };
  return { name, ...signature, parameters, parameterCount, children };
}

/** A module in a line, and each module inside of it in a line below, indented. */
function moduleText(name: string, description: Description): string {
  const line = ({ kind, parameters }: Description): string => {
    const shapes = parameters.map(({ name, shape }) => `${name} [${shape.join(", ")}]`);
    return [kind, ...shapes].join(", ");
  };
  const below = ({ name, children }: Description, indent: string): string[] =>
    children.flatMap((child) => {
      const own = child.name.slice(name === "" ? 0 : name.length + 1);
      return [`${indent}${own}: ${line(child)}`, ...below(child, `${indent}  `)];
    });
  const { parameterCount } = description;
  const shapes = line(description).slice(description.kind.length);
  return [`${name}${shapes} (${parameterCount} parameters)`, ...below(description, "  ")].join(
    "\n",
  );
}

/** `LayerNorm` → `layer norm` */
function inWords(className: string): string {
  return className.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
