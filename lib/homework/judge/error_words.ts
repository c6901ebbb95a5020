/**
 * Errors that a learner's code throws, in words that help: a few of JavaScript's and tfjs's are true and say
 * nothing to somebody who is learning.
 *
 * @module
 */
import { type Text, untranslated } from "lib/language.ts";
import type { Outcome } from "../exercise/outcome.ts";

type Thrown = Extract<Outcome, { kind: "error" }>;

/** What an error's text means. */
export interface Meaning {
  readonly pattern: RegExp;
  /** A few words, for an answer of which every call ends in such an error. */
  readonly name: Text;
  /** What may help, as a clause. */
  readonly help: Text;
  /** The same with what the message tells, such as shapes; undefined where it tells too little. */
  readonly told?: (message: string) => Text | undefined;
}

/** `3,1,4` of a message as `[3, 1, 4]`. */
const lengths = (list: string): number[] => list === "" ? [] : list.split(",").map(Number);
const shown = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

/** Which shapes an operation of tfjs could not put together, and which lengths stand in the way. */
function shapesInWords(message: string): Text | undefined {
  return unequalInWords(message) ?? productInWords(message) ?? sizeInWords(message);
}

/** An operation that goes entry by entry. */
function unequalInWords(message: string): Text | undefined {
  const found = /shapes ([\d,]{0,80}) and ([\d,]{0,80})\.$/.exec(message);
  if (!found) return undefined;
  const [left, right] = found.slice(1).map(lengths);
  for (let back = 1; back <= Math.min(left.length, right.length); back++) {
    const [one, other] = [left.at(-back), right.at(-back)];
    if (one === other || one === 1 || other === 1) continue;
    const shapes = {
      en: `${shown(left)} and ${shown(right)}`,
      ko: `${shown(left)}, ${shown(right)}`,
    };
    const place = back === 1
      ? { en: "at the last axis", ko: "마지막 축" }
      : { en: `at axis ${back} from the end`, ko: `뒤에서 ${back}번째 축` };
    return {
      en:
        `the shapes ${shapes.en} do not fit together: ${place.en} stand ${one} and ${other}, and two lengths have ` +
        `to be equal, or one of them 1`,
      ko:
        `모양 ${shapes.ko}: 서로 맞지 않습니다. ${place.ko}의 길이가 ${one}, ${other}입니다. 두 길이는 같거나 하나가 1이어야 합니다`,
    };
  }
  return undefined;
}

/** What tfjs says of a matrix product, and what the course's engine says. */
const products = [
  /inner shapes \((?<one>\d+)\) and \((?<other>\d+)\) of Tensors with shapes (?<left>[\d,]{0,80}) and (?<right>[\d,]{0,80}) and transposeA=(?<turnsLeft>true)?(?:false)? and transposeB=(?<turnsRight>true)?/,
  /inner shapes that agree, got (?<one>\d+) and (?<other>\d+) of \[(?<left>[\d,]{0,80})\](?<turnsLeft>ᵀ)? · \[(?<right>[\d,]{0,80})\](?<turnsRight>ᵀ)?/,
] as const;

/** A matrix product. */
function productInWords(message: string): Text | undefined {
  const found = products.map((pattern) => pattern.exec(message)?.groups).find((one) => one);
  if (!found) return undefined;
  const { one, other, left, right, turnsLeft, turnsRight } = found;
  const factor = (shape: string, turned: string | undefined): Text => {
    const plain = shown(lengths(shape));
    if (!turned) return untranslated(plain);
    return { en: `the transpose of ${plain}`, ko: `전치한 ${plain}` };
  };
  const [first, second] = [factor(left, turnsLeft), factor(right, turnsRight)];
  return {
    en:
      `tf.matMul cannot multiply ${first.en} by ${second.en}: the inner lengths, ${one} and ${other}, have to be ` +
      `equal. Should a factor be transposed, or not?`,
    ko:
      `tf.matMul: ${first.ko}, ${second.ko}의 곱은 없습니다. 안쪽 길이 ${one}, ${other}의 값이 같아야 합니다. ` +
      `전치가 빠졌거나 더 있지 않은지 보세요`,
  };
}

/** A shape that holds more or fewer numbers than there are. */
function sizeInWords(message: string): Text | undefined {
  const found = /^Size\((\d+)\) must match the product of shape ([\d,]{0,80})$/.exec(message);
  if (!found) return undefined;
  const shape = lengths(found[2]);
  const size = shape.reduce((product, length) => product * length, 1);
  return {
    en: `a tensor of ${found[1]} numbers cannot get the shape ${shown(shape)}, which holds ${size}`,
    ko: `수가 ${found[1]}개인 텐서에 수 ${size}개의 모양 ${shown(shape)}: 맞지 않습니다`,
  };
}

const meanings: readonly Meaning[] = [
  {
    pattern: /^Cannot read properties of (?:undefined|null) \(reading 'backend'\)$|is disposed/,
    name: { en: "a tensor that is disposed", ko: "해제된 텐서를 씀" },
    help: {
      en: "a tensor is used after it was disposed: by tf.dispose, or at the end of tf.tidy",
      ko: "tf.dispose로 또는 tf.tidy가 끝날 때 해제된 텐서를 다시 썼습니다",
    },
  },
  {
    pattern: /Argument '\w+' passed to '\w+' must be a Tensor or TensorLike, but got 'Promise'/,
    name: { en: "an await is missing", ko: "await가 빠짐" },
    help: { en: "an await is missing", ko: "await가 빠졌습니다" },
  },
  {
    pattern:
      /Argument '\w+' passed to '\w+' must be .*got (?:'NaN'|string tensor)|^Cannot convert object to primitive/,
    name: { en: "a number's arithmetic on tensors", ko: "텐서에 수의 연산을 씀" },
    help: {
      en: "+, −, * and / know numbers only: use tf.add, tf.sub, tf.mul, tf.div for tensors",
      ko: "+, −, *, /는 수에만 쓸 수 있습니다. 텐서에는 tf.add, tf.sub, tf.mul, tf.div를 쓰세요",
    },
  },
  {
    pattern: /must be a Tensor or TensorLike, but got '(?:null|undefined)'/,
    name: { en: "undefined where a tensor belongs", ko: "텐서 자리에 undefined" },
    help: {
      en:
        "something is undefined there: a field by a name that does not exist, or an argument that was left out of a call",
      ko:
        "그 자리의 값이 undefined입니다. 없는 이름의 필드를 읽었거나, 함수를 부를 때 인수를 빠뜨렸습니다",
    },
  },
  {
    pattern: /must be a Tensor or TensorLike, but got '(?:Object|Array)'/,
    name: { en: "an object where a tensor belongs", ko: "텐서 자리에 객체" },
    help: {
      en:
        "an object stands where a tensor belongs: take the field that is meant out of it, as in const { output } = …",
      ko: "텐서 자리에 객체가 있습니다. const { output } = …처럼 필요한 필드를 꺼내 쓰세요",
    },
  },
  {
    pattern: /^Cannot read properties of (?:undefined|null) \(reading '(?:shape|dtype|rank)'\)$/,
    name: { en: "undefined where a tensor belongs", ko: "텐서 자리에 undefined" },
    help: {
      en:
        "what should be a tensor is undefined: an argument was left out, or a field has another name. The library takes " +
        "its tensors by name, in one object: scaledDotProductAttention({ queries, keys, values })",
      ko:
        "텐서여야 할 값이 undefined입니다. 인수가 빠졌거나 필드의 이름이 다릅니다. 라이브러리는 텐서를 이름과 함께 객체 하나로 받습니다: " +
        "scaledDotProductAttention({ queries, keys, values })",
    },
  },
  {
    pattern: /is not iterable/,
    name: { en: "takes apart what is no list", ko: "배열이 아닌 것을 풀어 씀" },
    help: {
      en:
        "only lists can be spread or taken apart with [ ]: fields of an object are taken out with { }",
      ko: "[ ]로 풀 수 있는 것은 배열뿐입니다. 객체의 필드는 { }로 꺼내세요",
    },
  },
  {
    pattern: / is not defined$/,
    name: { en: "a name that nothing declares", ko: "선언되지 않은 이름" },
    help: {
      en: "nothing declares this name: is it spelled right?",
      ko: "이 이름은 선언된 적이 없습니다. 철자가 맞나요?",
    },
  },
  {
    pattern: / is not a function$/,
    name: { en: "calls what is no function", ko: "함수가 아닌 것을 부름" },
    help: {
      en:
        "what is called there is no function: is its name spelled right, and does this kind of value have it?",
      ko:
        "거기서 부른 것은 함수가 아닙니다. 이름의 철자가 맞는지, 그 값에 그런 함수가 있는지 보세요",
    },
  },
  {
    pattern:
      /Operands could not be broadcast together|Incompatible shapes|inner shapes|Shapes [\d,]+ and [\d,]+ must match$|^Size\(\d+\) must match the product of shape/,
    name: { en: "shapes that do not fit together", ko: "서로 맞지 않는 모양" },
    help: {
      en:
        "the shapes do not fit together: print them with console.log(x.shape), and look which axis is missing or turned",
      ko:
        "모양이 서로 맞지 않습니다. console.log(x.shape)로 출력해 어느 축이 빠지거나 뒤바뀌었는지 보세요",
    },
    told: shapesInWords,
  },
  {
    pattern: /^Kernel '\w+' not registered for backend/,
    name: { en: "an operation that the engine lacks", ko: "엔진에 없는 연산" },
    help: {
      en:
        "the engine of the notebooks has no such operation: use others, such as tf.matMul for tf.einsum",
      ko: "노트북의 엔진에는 이 연산이 없습니다. 다른 연산을 쓰세요(예: tf.einsum 대신 tf.matMul)",
    },
  },
  {
    pattern: /^Maximum call stack size exceeded$/,
    name: { en: "calls itself without end", ko: "끝없이 자기 자신을 부름" },
    help: {
      en: "a function calls itself without end",
      ko: "함수가 끝없이 자기 자신을 부릅니다",
    },
  },
];

/** What an error with this text means; undefined where that is not known. */
export function meaningOf(message: string): Meaning | undefined {
  return meanings.find(({ pattern }) => pattern.test(message));
}

/** `threw TypeError: … (line 3 of your cell)`, and what that means where it is known. */
export function explainError({ name, message, line }: Thrown): Text {
  const thrown = `${name}: ${message}`;
  const meaning = meaningOf(message);
  const help = meaning?.told?.(message) ?? meaning?.help;
  const place = {
    en: line === undefined ? "" : ` (line ${line} of your cell)`,
    ko: line === undefined ? "" : ` (셀의 ${line}번째 줄)`,
  };
  return {
    en: `threw ${thrown}${place.en}${help ? `: ${help.en}` : ""}`,
    ko: `오류 ${thrown}${place.ko}${help ? `: ${help.ko}` : ""}`,
  };
}
