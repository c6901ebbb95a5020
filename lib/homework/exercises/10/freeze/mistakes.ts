/**
 * Wrong answers to exercise 10.5 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { freeze } from "./solution.ts";

/** True for the part itself and everything in it. */
const belongsTo = (name: string, part: string): boolean =>
  name === part || name.startsWith(`${part}.`);

/** The names that belong to none of the parts. */
const trainable = (names: string[], frozen: string[], belongs = belongsTo): string[] =>
  names.filter((name) => !frozen.some((part) => belongs(name, part)));

/** The names that belong to none, by another rule. */
const freezing =
  (belongs: (name: string, part: string) => boolean): typeof freeze => (names, frozen) =>
    trainable(names, frozen, belongs);

export const mistakes: readonly Mistake<typeof freeze>[] = [
  {
    name: { en: "the head too", ko: "헤드까지" },
    hint: {
      en:
        "You freeze the head as well. It is new and knows nothing yet: if it may not move, nothing is " +
        "learned at all. Freeze only what belongs to one of the parts.",
      ko:
        "헤드까지 동결했습니다. 헤드는 새로 만든 층이라 아직 아무것도 모릅니다. 움직이지 못하면 아무것도 배우지 못합니다. 주어진 부분에 속하는 것만 동결하세요.",
    },
    answer: (names, frozen) => trainable(names, frozen).filter((name) => !name.startsWith("head.")),
    variants: [
      (names, frozen) => trainable(names, frozen).filter((name) => !name.startsWith("head")),
    ],
  },
  {
    name: { en: "only the head is left", ko: "헤드만 남김" },
    hint: {
      en:
        "You return the head's parameters, whatever is to be frozen. `frozen` says which parts are: all others stay trainable.",
      ko:
        "무엇을 동결하든 헤드의 매개변수만 돌려줍니다. 동결할 부분은 `frozen`에 있고, 나머지는 모두 학습할 수 있어야 합니다.",
    },
    answer: (names) => names.filter((name) => name.startsWith("head.")),
    variants: [
      (names) => names.filter((name) => name.startsWith("head")),
      (names) => names.filter((name) => !name.startsWith("base.")),
      (names) => names.filter((name) => !name.startsWith("base")),
    ],
  },
  {
    name: { en: "returns what is frozen", ko: "동결한 것을 돌려줌" },
    hint: {
      en: "You return the frozen names. The optimiser needs the others: those that may still move.",
      ko:
        "동결한 이름들을 돌려주었습니다. 옵티마이저에 필요한 것은 나머지, 곧 아직 움직일 수 있는 이름들입니다.",
    },
    answer: (names, frozen) => names.filter((name) => frozen.some((part) => belongsTo(name, part))),
    variants: [
      (names, frozen) => names.filter((name) => frozen.some((part) => name.startsWith(part))),
      (names, frozen) => names.filter((name) => frozen.includes(name)),
    ],
  },
  {
    name: { en: "freezes layer 10 with layer 1", ko: "1번 층과 함께 10번 층도 동결함" },
    hint: {
      en:
        "With layer 1 you also freeze layers 10 and 11: their names begin with the same letters. A name " +
        "belongs to a part if it goes on with a dot there, or ends.",
      ko:
        "1번 층과 함께 10번, 11번 층도 동결했습니다. 이름이 같은 글자로 시작하기 때문입니다. 그 자리에서 점이 이어지거나 이름이 끝나야 그 부분에 속합니다.",
    },
    answer: freezing((name, part) => name.startsWith(part)),
  },
  {
    name: { en: "the part anywhere in the name", ko: "이름 어디에 있든 속한다고 봄" },
    hint: {
      en:
        "A part counts in yours wherever it stands in a name: freezing “head” also freezes encoder.head. A part is " +
        "the beginning of the name.",
      ko:
        "부분의 이름이 어디에 나오든 속한다고 보았습니다. “head”를 동결하면 encoder.head까지 동결됩니다. 부분은 이름의 처음부터 맞아야 합니다.",
    },
    answer: freezing((name, part) => name.includes(part)),
    variants: [
      freezing((name, part) => `${name}.`.includes(`${part}.`)),
      freezing((name, part) => name.includes(`${part}.`)),
      freezing((name, part) => `.${name}.`.includes(`.${part}.`)),
      freezing((name, part) =>
        name === part || name.startsWith(`${part}.`) || name.includes(`.${part}.`)
      ),
      freezing((name, part) => belongsTo(name, part) || name.split(".").includes(part)),
      freezing((name, part) => belongsTo(name, part) || name.split(".").at(-1) === part),
      freezing((name, part) => name === part || name.includes(`${part}.`)),
      freezing((name, part) =>
        name === part || name.endsWith(`.${part}`) || name.startsWith(`${part}.`)
      ),
    ],
  },
  {
    name: { en: "a step of the name for the part", ko: "이름의 한 마디만 비교함" },
    hint: {
      en:
        "You compare single steps of the name, between two dots. A part such as base.encoder.layers.1 has several: " +
        "they have to agree one after the other, from the first on.",
      ko:
        "점 사이의 한 마디씩만 비교했습니다. base.encoder.layers.1 같은 부분은 여러 마디입니다. 첫 마디부터 차례로 모두 맞아야 합니다.",
    },
    answer: freezing((name, part) => name.split(".").includes(part)),
    variants: [
      freezing((name, part) => name.split(".")[0] === part),
      freezing((name, part) => name.split(".")[0] === part.split(".")[0]),
      freezing((name, part) => part.split(".").every((step) => name.split(".").includes(step))),
    ],
  },
  {
    name: { en: "a dot stands for any letter", ko: "점이 아무 글자나 뜻함" },
    hint: {
      en:
        "In your regular expression a dot stands for any letter, so base.head also fits base_head. Escape it, or do " +
        "without: a string has startsWith.",
      ko:
        "정규식에서 점은 아무 글자나 뜻하므로 base.head가 base_head와도 맞습니다. 점을 이스케이프하거나, 문자열의 startsWith를 쓰세요.",
    },
    answer: freezing((name, part) => new RegExp(`^${part}(\\.|$)`).test(name)),
    variants: [
      (names, frozen) => names.filter((name) => !new RegExp(`^(${frozen.join("|")})`).test(name)),
      freezing((name, part) => new RegExp(`^${part}\\b`).test(name)),
      freezing((name, part) => new RegExp(`^${part}(.|$)`).test(name)),
      freezing((name, part) => new RegExp(`^${part}.`).test(name)),
      freezing((name, part) => new RegExp(`^${part}`).test(name)),
    ],
  },
  {
    name: {
      en: "a parameter named in full is not frozen",
      ko: "이름을 끝까지 쓴 것은 동결하지 않음",
    },
    hint: {
      en: "Parts with something in them are frozen, but a parameter that is named in full stays " +
        "trainable: after its name no dot follows. Compare the whole name, too.",
      ko:
        "안에 다른 것이 들어 있는 부분은 동결했지만, 이름을 끝까지 쓴 매개변수는 동결하지 않았습니다. 그 이름 뒤에는 점이 없기 때문입니다. 이름 전체가 같은지도 " +
        "비교하세요.",
    },
    answer: freezing((name, part) => name.startsWith(`${part}.`)),
  },
  {
    name: { en: "only names in full", ko: "이름 전체만 비교함" },
    hint: {
      en:
        "You freeze a parameter only if its full name stands in the list: you compare whole names, or ask whether the part " +
        "begins with the name instead of the name with the part. A part such as base stands for everything in it.",
      ko:
        "목록에 이름이 그대로 있는 매개변수만 동결했습니다. 이름 전체를 비교했거나, 이름이 부분으로 시작하는지가 아니라 부분이 이름으로 시작하는지 물었습니다. base 같은 부분은 그 " +
        "안의 모든 것을 뜻합니다.",
    },
    answer: freezing((name, part) => name === part),
  },
  {
    name: { en: "only the first part", ko: "첫 번째 부분만" },
    hint: {
      en:
        "You freeze the first part and forget the others. A name is frozen if any of the parts holds it.",
      ko:
        "첫 번째 부분만 동결하고 나머지를 빠뜨렸습니다. 어느 한 부분에라도 속하는 이름은 동결해야 합니다.",
    },
    answer: (names, frozen) => trainable(names, frozen.slice(0, 1)),
    variants: [
      (names, frozen) => trainable(names, frozen.slice(-1)),
      (names, frozen) => names.filter((name) => !belongsTo(name, frozen[0])),
    ],
  },
  {
    name: { en: "frozen only if every part fits", ko: "모든 부분에 속해야 동결함" },
    hint: {
      en:
        "You freeze a name only if all parts hold it, or keep it as soon as one part does not. One part that holds " +
        "it is enough.",
      ko: "모든 부분에 속하는 이름만 동결했습니다. 한 부분에라도 속하면 동결해야 합니다.",
    },
    answer: (names, frozen) =>
      names.filter((name) => !frozen.every((part) => belongsTo(name, part))),
    variants: [
      (names, frozen) => names.filter((name) => frozen.some((part) => !belongsTo(name, part))),
      (names, frozen) => names.filter((name) => !frozen.every((part) => name.startsWith(part))),
    ],
  },
  {
    name: { en: "a name once for each part", ko: "부분마다 이름을 되풀이함" },
    hint: {
      en:
        "You go through the parts and collect what does not belong to each: names come several times, and frozen " +
        "ones come back with the next part. Go through the names instead.",
      ko:
        "부분을 하나씩 돌며 거기에 속하지 않는 이름을 모았습니다. 같은 이름이 여러 번 나오고, 동결한 이름이 다음 부분에서 되살아납니다. 이름을 하나씩 도세요.",
    },
    answer: (names, frozen) =>
      frozen.flatMap((part) => names.filter((name) => !belongsTo(name, part))),
    variants: [
      (names, frozen) => [
        ...new Set(frozen.flatMap((part) => names.filter((name) => !belongsTo(name, part)))),
      ],
    ],
  },
  {
    name: { en: "takes names out while walking the list", ko: "목록을 도는 동안 이름을 빼냄" },
    hint: {
      en:
        "You take names out of the list that you are walking through: the next one moves up into the free place and is passed " +
        "over. Collect what stays in a new list.",
      ko:
        "돌고 있는 목록에서 이름을 빼내서, 다음 이름이 그 자리로 당겨져 건너뛰게 됩니다. 남길 것을 새 목록에 모으세요.",
    },
    answer(names, frozen) {
      const rest = [...names];
      for (const name of rest) {
        if (frozen.some((part) => belongsTo(name, part))) rest.splice(rest.indexOf(name), 1);
      }
      return rest;
    },
    variants: [
      (names, frozen) => { // and it is the caller's list
        for (const name of names) {
          if (frozen.some((part) => belongsTo(name, part))) names.splice(names.indexOf(name), 1);
        }
        return names;
      },
    ],
  },
  {
    name: { en: "nothing frozen", ko: "아무것도 동결하지 않음" },
    hint: {
      en: "You return all names: nothing is frozen.",
      ko: "모든 이름을 돌려주었습니다. 아무것도 동결하지 않았습니다.",
    },
    answer: (names) => [...names],
  },
  {
    name: { en: "the names sorted", ko: "이름을 정렬함" },
    hint: {
      en: "The right names, sorted. Keep them in the order in which they came.",
      ko: "이름은 맞지만 정렬되었습니다. 받은 순서대로 두세요.",
    },
    answer: (names, frozen) =>
      names.filter((name) => !frozen.some((part) => name === part || name.startsWith(`${part}.`)))
        .sort(),
  },
  {
    name: { en: "nothing left where nothing is frozen", ko: "동결한 것이 없으면 아무것도 안 남음" },
    hint: {
      en: "Where frozen is empty you return nothing. Then everything is trained.",
      ko: "frozen이 비었을 때 아무것도 돌려주지 않습니다. 그때는 모두 학습합니다.",
    },
    answer: (names, frozen) =>
      frozen.length === 0
        ? []
        : names.filter((name) =>
          !frozen.some((part) => name === part || name.startsWith(`${part}.`))
        ),
  },
  {
    name: { en: "the end of the name", ko: "이름의 끝을 비교함" },
    hint: {
      en:
        "You look for the part at the end of the name. A name begins with the whole and ends with the " +
        "parameter: compare from the front.",
      ko:
        "이름의 끝에서 부분을 찾았습니다. 이름은 전체에서 시작해 매개변수로 끝납니다. 앞에서부터 비교하세요.",
    },
    answer: freezing((name, part) => name.endsWith(part)),
  },
  {
    name: { en: "one step up and no further", ko: "바로 위 단계만 봄" },
    hint: {
      en:
        "You compare a part with what stands before a name's last dot. A part may be further up: base holds " +
        "base.encoder.layers.1.norm.bias as well.",
      ko:
        "이름의 마지막 점 앞까지만 부분과 비교했습니다. 부분은 더 위일 수도 있습니다. base에는 base.encoder.layers.1.norm.bias도 들어갑니다.",
    },
    answer: freezing((name, part) => name.slice(0, name.lastIndexOf(".")) === part),
    variants: [
      freezing((name, part) => name === part || name.slice(0, name.lastIndexOf(".")) === part),
    ],
  },
];
