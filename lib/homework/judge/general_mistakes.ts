/**
 * Mistakes that can be made in every exercise: the right values in another form, all of them off by the same factor,
 * the same kind of error in every call. As with an exercise's own mistakes, a name is given only where it foretells
 * what every call gave.
 *
 * @module
 */
import type { Text } from "lib/language.ts";
import type { Case, Exercise, Mistake } from "../exercise/exercise.ts";
import type { Outcome } from "../exercise/outcome.ts";
import { isList, isRecordValue, listShape, TensorData, type Value } from "../exercise/values.ts";
import { difference } from "./compare.ts";
import { meaningOf } from "./error_words.ts";
import { expectedOf } from "./expected.ts";

/** What is said about a mistake. */
export type Named = Pick<Mistake, "name" | "hint">;

/**
 * What would come out of a right value in another form; undefined where there is no such form. Of what came in its
 * place it may ask for the shape alone.
 */
interface Form extends Named {
  readonly of: (expected: Value, got: Value) => Value | undefined;
}

/** The general mistake that foretells every outcome. */
export async function generalMistake(
  exercise: Exercise,
  cases: readonly Case[],
  outcomes: readonly Outcome[],
): Promise<Named | undefined> {
  const errors = outcomes.flatMap((outcome) => outcome.kind === "error" ? [outcome.message] : []);
  if (errors.length === outcomes.length) return errorBehind(errors);
  const got = outcomes.flatMap((outcome) => outcome.kind === "value" ? [outcome.value] : []);
  if (got.length < cases.length) return undefined;
  if (got.every((value) => value === undefined)) return nothing;
  if (exercise.judge) return undefined;
  const expected = await Promise.all(cases.map((call) => expectedOf(exercise, call)));
  if (expected.every(isTensor) && got.every((value) => typeof value === "number" && isNaN(value))) {
    return operators;
  }
  const isRight = (foretold: Value | undefined, i: number): boolean =>
    foretold !== undefined && difference(foretold, got[i], exercise) === undefined;
  const at = outcomes.findIndex((outcome) =>
    outcome.kind === "value" && outcome.changed !== undefined
  );
  const changed = outcomes[at];
  if (changed?.kind === "value" && changed.changed !== undefined) {
    const { name } = exercise.parameters[changed.changed] ?? { name: "" };
    return expected.every(isRight) ? inPlace(name) : undefined;
  }
  const forms = [
    ...shapes(expected, got),
    ...fieldForms(exercise, [...plainForms, ...numberForms(expected, got)], expected, got),
  ];
  const foretells = ({ of }: Form): boolean =>
    expected.every((value, i) => isRight(of(value, got[i]), i));
  const { name, hint } = forms.find(foretells) ?? {};
  if (name && hint) return { name, hint };
  return isFiniteRight(expected, got, exercise) ? notFinite : undefined;
}

/** What all these errors mean, where that is the same. */
function errorBehind([first, ...rest]: readonly string[]): Named | undefined {
  const meaning = first === undefined ? undefined : meaningOf(first);
  if (!meaning || rest.some((message) => meaningOf(message) !== meaning)) return undefined;
  const { name, help: { en, ko } } = meaning;
  return { name, hint: { en: `${en[0].toUpperCase()}${en.slice(1)}.`, ko: `${ko}.` } };
}

const isTensor = (value: Value): value is TensorData => value instanceof TensorData;

const nothing: Named = {
  name: { en: "nothing is returned", ko: "돌려주는 것이 없음" },
  hint: {
    en: "Your function returns nothing. End it with return and the result.",
    ko: "함수가 아무것도 돌려주지 않습니다. 결과 앞에 return을 쓰세요.",
  },
};

const operators: Named = {
  name: { en: "a number's arithmetic on tensors", ko: "텐서에 수의 연산을 씀" },
  hint: {
    en:
      "+, −, *, / and Math's functions know numbers only and make NaN of tensors. Use tf.add, tf.mul, tf.exp and so on.",
    ko:
      "+, −, *, /와 Math의 함수는 수에만 쓸 수 있어서 텐서를 넣으면 NaN이 됩니다. tf.add, tf.mul, tf.exp 같은 함수를 쓰세요.",
  },
};

const notFinite: Named = {
  name: { en: "right, but NaN or ∞ in places", ko: "맞지만 곳에 따라 NaN이나 ∞" },
  hint: {
    en:
      "Where your numbers are finite they are right. In the calls that fail something is divided by 0, or e is taken " +
      "to a power that is too large.",
    ko:
      "유한한 수는 모두 맞습니다. 성립하지 않는 호출에서는 0으로 나누거나, exp에 너무 큰 수가 들어갑니다.",
  },
};

function inPlace(argument: string): Named {
  return {
    name: { en: `changes ${argument} in place`, ko: `인수 ${argument} 자체를 바꿈` },
    hint: {
      en:
        `Your result is right, but ${argument} is changed on the way, and the caller still needs it. Work on a copy.`,
      ko:
        `결과는 맞지만 계산하면서 ${argument} 자체를 바꿉니다. 호출한 쪽이 계속 쓰는 값이니 복사본으로 계산하세요.`,
    },
  };
}

/** Forms in which the fields of a record, or what should be one, may come. */
function shapes(expected: readonly Value[], got: readonly Value[]): Form[] {
  const [first] = expected;
  if (!isRecordValue(first)) return [];
  const fields = Object.keys(first);
  const field = (value: Value, name: string) => isRecordValue(value) ? value[name] : undefined;
  const list = fields.join(", ");
  const alone = fields.map((name): Form => ({
    name: { en: `returns ${name} alone`, ko: `${name}만 돌려줌` },
    hint: {
      en:
        `What you return is right for ${name}. Asked for is an object with all fields: return { ${list} }.`,
      ko: `${name}의 값은 맞습니다. 모든 필드를 담은 객체를 돌려주세요: return { ${list} }.`,
    },
    of: (value) => field(value, name),
  }));
  const orders = permutations(fields);
  const lists = orders.map((order): Form => ({
    name: { en: "a list for an object", ko: "객체 대신 배열" },
    hint: {
      en: `Your values are right, but come as a list. Give them names: return { ${list} }.`,
      ko: `값은 맞지만 배열입니다. 이름을 붙여 돌려주세요: return { ${list} }.`,
    },
    of: (value) => order.map((name) => field(value, name)),
  }));
  const names = isRecordValue(got[0]) ? Object.keys(got[0]) : [];
  if (names.length !== fields.length) return [...alone, ...lists];
  const known = names.every((name) => fields.includes(name));
  const renamed = orders.map((order): Form => ({
    name: known
      ? { en: "fields exchanged", ko: "필드가 뒤바뀜" }
      : { en: "fields by other names", ko: "필드의 이름이 다름" },
    hint: {
      en: `Your values are right, and their names are not: what you call ${names.join(", ")} ` +
        `is ${order.join(", ")}.`,
      ko: `값은 맞지만 이름이 다릅니다. ${names.join(", ")}에 담긴 것은 각각 ${
        order.join(", ")
      }입니다.`,
    },
    of: (value) => Object.fromEntries(names.map((name, i) => [name, field(value, order[i])])),
  }));
  return [...alone, ...lists, ...renamed];
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length > 4) return [[...items]];
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest])
  );
}

/** Each form for the whole result, and of a record for each field whose siblings are right. */
function fieldForms(
  { result }: Exercise,
  forms: readonly Form[],
  [first]: readonly Value[],
  [got]: readonly Value[],
): Form[] {
  const formsOf = (axes = ""): Form[] => [...forms, ...axisForms(axes.split(" ")), ...shapeForms];
  if (!isRecordValue(first) || !isRecordValue(got)) return formsOf(result[0]?.axes);
  return Object.keys(first).flatMap((field) =>
    formsOf(result.find(({ name }) => name === field)?.axes).map((
      { name, hint, of },
    ): Form => ({
      name: { en: `${field}: ${name.en}`, ko: `${field}: ${name.ko}` },
      hint: { en: `It is about ${field}. ${hint.en}`, ko: `${field} 이야기입니다. ${hint.ko}` },
      of: (value, own) => {
        if (!isRecordValue(value) || !isRecordValue(own)) return undefined;
        const other = of(value[field], own[field]);
        return other === undefined ? undefined : { ...value, [field]: other };
      },
    }))
  );
}

/** A tensor's numbers as rows. */
function toRows({ shape, numbers }: TensorData): Value {
  const [length, ...rest] = shape;
  if (length === undefined) return numbers[0];
  const size = numbers.length / length;
  return Array.from(
    { length },
    (_, i) => toRows(new TensorData(rest, numbers.slice(i * size, (i + 1) * size))),
  );
}

function numbersIn(list: readonly Value[]): number[] {
  return list.flatMap((item) =>
    isList(item) ? numbersIn(item) : typeof item === "number" ? [item] : []
  );
}

/** The numbers of a tensor, or of lists that are as regular as one. */
function gridOf(value: Value): TensorData | undefined {
  if (isTensor(value)) return value;
  const shape = isList(value) ? listShape(value) : undefined;
  return shape && isList(value) ? new TensorData(shape, numbersIn(value)) : undefined;
}

/** A grid as what `like` is: a tensor or lists. */
function asIn(like: Value, grid: TensorData): Value {
  return isTensor(like) ? grid : toRows(grid);
}

/** The grid with its axes in another order: `order` names the old axis for each new one. */
function reordered({ shape, numbers, type }: TensorData, order: readonly number[]): TensorData {
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((size, n) => size * n, 1));
  const lengths = order.map((axis) => shape[axis]);
  const moved = numbers.map((_, i) => {
    let [rest, from] = [i, 0];
    for (let axis = order.length - 1; axis >= 0; axis--) {
      from += rest % lengths[axis] * steps[order[axis]];
      rest = Math.floor(rest / lengths[axis]);
    }
    return numbers[from];
  });
  return new TensorData(lengths, moved, type);
}

function transposed(value: Value): Value | undefined {
  const grid = gridOf(value);
  return grid?.shape.length === 2 ? asIn(value, reordered(grid, [1, 0])) : undefined;
}

/** Results of three axes and more, with the axes in each other order. */
function axisForms(axes: readonly string[]): Form[] {
  if (axes.length < 3 || axes.length > 4) return [];
  const orders = permutations([...axes.keys()]).filter((order) =>
    order.some((axis, i) => axis !== i)
  );
  return orders.map((order): Form => {
    const [wanted, have] = [axes, order.map((axis) => axes[axis])].map((some) => some.join(", "));
    return {
      name: { en: "the axes in another order", ko: "축의 순서가 다름" },
      hint: {
        en: `Your numbers are right, and their axes lie as [${have}]. Asked for is [${wanted}].`,
        ko: `수는 맞지만 축의 순서가 [${have}]입니다. [${wanted}] 순서로 돌려주세요.`,
      },
      of: (value, got) => {
        const [grid, own] = [gridOf(value), gridOf(got)];
        const fits = grid?.shape.length === order.length &&
          order.every((axis, i) => grid.shape[axis] === own?.shape[i]);
        return fits ? asIn(value, reordered(grid, order)) : undefined;
      },
    };
  });
}

type IsOff = (wanted: readonly number[], have: readonly number[]) => boolean;

/** The right numbers, one after the other, in the shape that came: where that shape is off in this way. */
function inShapeOf(value: Value, got: Value, isOff: IsOff): Value | undefined {
  const [right, own] = [gridOf(value), gridOf(got)];
  if (!right || !own || right.numbers.length !== own.numbers.length) return undefined;
  if (right.shape.join() === own.shape.join()) return value;
  if (!isOff(right.shape, own.shape)) return undefined;
  return asIn(value, new TensorData(own.shape, right.numbers, right.type));
}

const withoutOnes = (shape: readonly number[]): string => shape.filter((n) => n !== 1).join();

const shapeForms: readonly Form[] = ([
  [
    (wanted, have) => withoutOnes(wanted) === withoutOnes(have) && have.length > wanted.length,
    { en: "an axis of length 1 too many", ko: "길이 1인 축이 남음" },
    {
      en:
        "your result has an axis of length 1 too many: tf.squeeze takes it from a tensor, [0] from a list",
      ko:
        "결과에 길이 1인 축이 더 있습니다. 텐서라면 tf.squeeze로, 배열이라면 [0]으로 없앨 수 있습니다",
    },
  ],
  [
    (wanted, have) => withoutOnes(wanted) === withoutOnes(have) && have.length < wanted.length,
    { en: "an axis of length 1 is missing", ko: "길이 1인 축이 빠짐" },
    {
      en:
        "your result lacks an axis of length 1: tf.expandDims puts it into a tensor, [ ] round a list",
      ko:
        "결과에 길이 1인 축이 빠졌습니다. 텐서라면 tf.expandDims로, 배열이라면 [ ]로 한 번 더 감싸서 넣을 수 있습니다",
    },
  ],
  [
    (wanted, have) => have.length === 1 && wanted.length > 1,
    { en: "flattened into one axis", ko: "한 축으로 펼침" },
    {
      en: "all of them stand in one row: tf.reshape gives them the axes that are asked for",
      ko: "모두 한 줄로 펼쳐져 있습니다. tf.reshape로 과제가 요구하는 축을 만드세요",
    },
  ],
  [
    () => true,
    { en: "the right numbers in another shape", ko: "수는 맞지만 모양이 다름" },
    {
      en: "they stand in the right order, in another shape: compare the shapes axis by axis",
      ko: "순서도 맞지만 모양이 다릅니다. 모양을 축마다 견주어 보세요",
    },
  ],
] satisfies [IsOff, Text, Text][]).map(([isOff, name, what]): Form => ({
  name,
  hint: { en: `Your numbers are right, and ${what.en}.`, ko: `수는 맞습니다. ${what.ko}.` },
  of: (value, got) => inShapeOf(value, got, isOff),
}));

const items = (value: Value, change: (list: readonly Value[]) => Value) =>
  isList(value) && value.length > 0 ? change(value) : undefined;

const plainForms: readonly Form[] = [
  {
    name: { en: "arrays or a number instead of a tensor", ko: "텐서 대신 배열이나 수" },
    hint: {
      en:
        "Your numbers are right. A tensor is asked for: make one of them, with tf.tensor(…) or tf.scalar(…).",
      ko: "수는 맞습니다. 텐서를 돌려주어야 하니 tf.tensor(…)나 tf.scalar(…)로 만드세요.",
    },
    of: (value) => isTensor(value) ? toRows(value) : undefined,
  },
  {
    name: { en: "a tensor instead of plain numbers", ko: "보통의 수 대신 텐서" },
    hint: {
      en:
        "Your numbers are right. Plain numbers are asked for: tensor.arraySync() reads them, of a single one dataSync()[0].",
      ko:
        "수는 맞습니다. 보통의 수를 돌려주어야 하니 tensor.arraySync()로, 하나뿐이면 dataSync()[0]으로 읽으세요.",
    },
    of: (value) => {
      if (typeof value === "number") return new TensorData([], [value]);
      return isList(value) ? gridOf(value) : undefined;
    },
  },
  {
    name: { en: "numbers instead of true and false", ko: "true와 false 대신 수" },
    hint: {
      en: `Your mask is right, but made of numbers. tf.cast(mask, "bool") makes truths of them.`,
      ko: `마스크는 맞지만 수로 되어 있습니다. tf.cast(mask, "bool")로 바꾸세요.`,
    },
    of: (value) =>
      isTensor(value) && value.type === "bool"
        ? new TensorData(value.shape, value.numbers)
        : undefined,
  },
  {
    name: { en: "rows and columns exchanged in the result", ko: "결과의 행과 열이 뒤바뀜" },
    hint: {
      en:
        "Your numbers are right, but the result lies the other way: rows are columns. Look at the axes that are asked for.",
      ko: "수는 맞지만 결과의 행과 열이 뒤바뀌었습니다. 과제가 요구하는 축의 순서를 보세요.",
    },
    of: transposed,
  },
  {
    name: { en: "the last entry is missing", ko: "마지막 항목이 빠짐" },
    hint: {
      en: "All is right but the end: the last entry is missing. Where does your loop stop?",
      ko: "마지막 항목만 빠졌습니다. 반복문이 어디서 끝나는지 보세요.",
    },
    of: (value) => items(value, (list) => list.slice(0, -1)),
  },
  {
    name: { en: "the first entry is missing", ko: "첫 항목이 빠짐" },
    hint: {
      en: "All is right but the beginning: the first entry is missing. Where does your loop start?",
      ko: "첫 항목만 빠졌습니다. 반복문이 어디서 시작하는지 보세요.",
    },
    of: (value) => items(value, (list) => list.slice(1)),
  },
  {
    name: { en: "in reverse order", ko: "순서가 거꾸로" },
    hint: {
      en: "Your entries are right and stand in reverse order.",
      ko: "항목은 맞지만 순서가 거꾸로입니다.",
    },
    of: (value) => items(value, (list) => list.toReversed()),
  },
  ...([
    [(x) => Math.round(x), { en: "rounded", ko: "반올림함" }],
    [(x) => Math.abs(x), { en: "without its sign", ko: "부호를 없앰" }],
    [(x) => Math.exp(x), { en: "e to the power of it", ko: "e의 거듭제곱을 취함" }],
    [(x) => Math.log(x), { en: "the logarithm of it", ko: "로그를 취함" }],
    [(x) => Math.sqrt(x), { en: "the root of it", ko: "제곱근을 취함" }],
    [(x) => x * x, { en: "the square of it", ko: "제곱함" }],
    [(x) => 1 / x, { en: "1 divided by it", ko: "1을 그것으로 나눔" }],
    [(x) => 1 - x, { en: "1 minus it", ko: "1에서 뺌" }],
  ] satisfies [(x: number) => number, Text][]).map(([change, what]): Form => ({
    name: { en: `not the right number, but ${what.en}`, ko: `맞는 수를 ${what.ko}` },
    hint: {
      en:
        `In every call you return, instead of the right number x, ${what.en}. A last step is too many.`,
      ko: `모든 호출에서 맞는 수 자체가 아니라 그 수를 ${
        what.ko.replace(/함$/, "한")
      } 값이 나옵니다. 마지막 단계가 하나 많습니다.`,
    },
    of: (value) => mapNumbers(value, change),
  })),
];

/** The value with other numbers; undefined if there is anything else in it than numbers. */
function mapNumbers(value: Value, change: (x: number) => number): Value | undefined {
  if (typeof value === "number") return change(value);
  if (isTensor(value)) {
    return value.type === "bool"
      ? undefined
      : new TensorData(value.shape, value.numbers.map(change), value.type);
  }
  if (!isList(value)) return undefined;
  const mapped = value.map((item) => mapNumbers(item, change));
  return mapped.includes(undefined) ? undefined : mapped;
}

/** The numbers of a value, where it holds nothing else and `like` has as many in the same shape. */
function pairsOf(expected: Value, got: Value): [number, number][] | undefined {
  if (typeof expected === "number" && typeof got === "number") return [[expected, got]];
  const [left, right] = [expected, got].map(gridOf);
  if (!left || !right || left.shape.join() !== right.shape.join()) return undefined;
  return left.numbers.map((number, i) => [number, right.numbers[i]]);
}

/** How many numbers that are not 0 it takes to believe in a factor or a difference. */
const enough = 5;

/** The same factor or the same difference everywhere, as the numbers say: of a record for each field. */
function numberForms(expected: readonly Value[], got: readonly Value[]): Form[] {
  const [first] = expected;
  const parts = isRecordValue(first)
    ? Object.keys(first).map((name) => (value: Value) =>
      isRecordValue(value) ? value[name] : undefined
    )
    : [(value: Value) => value];
  return parts.flatMap((part) => {
    const pairs = expected.map((value, i) => pairsOf(part(value), part(got[i])));
    const all = pairs.flatMap((some) => some ?? []).filter((pair) => pair.every(Number.isFinite));
    const telling = all.filter(([number]) => Math.abs(number) > 1e-6);
    if (telling.length < enough || pairs.some((some) => some === undefined)) return [];
    const squares = telling.reduce((sum, [number]) => sum + number * number, 0);
    const factor = telling.reduce((sum, [number, other]) => sum + number * other, 0) / squares;
    const more = all.reduce((sum, [number, other]) => sum + other - number, 0) / all.length;
    return [...timesForm(factor), ...plusForm(more)];
  });
}

const shown = (number: number): string => String(Number(number.toPrecision(4)));

function timesForm(factor: number): Form[] {
  if (!Number.isFinite(factor) || Math.abs(factor - 1) < 1e-3) return [];
  const of = (value: Value) => mapNumbers(value, (x) => factor * x);
  if (Math.abs(factor) < 1e-6) {
    return [{
      name: { en: "nothing but zeros", ko: "모두 0" },
      hint: {
        en:
          "Every number is 0. Is something multiplied by 0, or a list that is filled and never written?",
        ko: "모든 수가 0입니다. 무언가에 0을 곱하거나, 0으로 채운 뒤 값을 쓰지 않았나요?",
      },
      of: (value) => mapNumbers(value, () => 0),
    }];
  }
  if (Math.abs(factor + 1) < 1e-3) {
    return [{
      name: { en: "every sign turned round", ko: "부호가 모두 반대" },
      hint: {
        en: "Your numbers are right but for the sign, which is turned round everywhere.",
        ko: "수의 크기는 맞지만 부호가 모두 반대입니다.",
      },
      of: (value) => mapNumbers(value, (x) => -x),
    }];
  }
  const times = shown(factor);
  return [{
    name: { en: `everything times ${times}`, ko: `모두 ${times}배` },
    hint: {
      en:
        `Each of your numbers is ${times} times the right one, in every call: a constant factor too many.`,
      ko: `모든 호출에서 모든 수가 맞는 값의 ${times}배입니다. 상수를 잘못 곱하거나 나누었습니다.`,
    },
    of,
  }];
}

function plusForm(more: number): Form[] {
  if (!Number.isFinite(more) || Math.abs(more) < 1e-3) return [];
  const by = shown(Math.abs(more));
  return [{
    name: more > 0
      ? { en: `everything too large by ${by}`, ko: `모두 ${by}만큼 큼` }
      : { en: `everything too small by ${by}`, ko: `모두 ${by}만큼 작음` },
    hint: {
      en: `Each of your numbers is ${by} too ${
        more > 0 ? "large" : "small"
      }, in every call. With what does your sum begin?`,
      ko: `모든 호출에서 모든 수가 ${by}만큼 ${
        more > 0 ? "큽니다" : "작습니다"
      }. 합을 어떤 값에서 시작하는지 보세요.`,
    },
    of: (value) => mapNumbers(value, (x) => x + more),
  }];
}

/** True if every number is right where it is finite, and some call is right altogether. */
function isFiniteRight(
  expected: readonly Value[],
  got: readonly Value[],
  exercise: Exercise,
): boolean {
  if (!expected.some((value, i) => difference(value, got[i], exercise) === undefined)) return false;
  return expected.every((value, i) => {
    const pairs = isRecordValue(value)
      ? Object.keys(value).map((name) => {
        const own = got[i];
        return isRecordValue(own) ? pairsOf(value[name], own[name]) : undefined;
      })
      : [pairsOf(value, got[i])];
    return pairs.every((some) =>
      some?.every(([right, own]) =>
        !Number.isFinite(own) ||
        difference(right, own, { ...exercise, result: [] }) === undefined
      )
    );
  });
}
