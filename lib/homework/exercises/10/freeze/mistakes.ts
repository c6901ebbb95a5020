/**
 * Wrong answers to exercise 10.5 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, isFrozen, trainable } from "./exercise.ts";

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function freeze(names: string[], frozen: string[]): string[] {
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, string[]>[] = [
  {
    name: "the head too",
    hint: {
      en:
        "You freeze the head as well. It is new and knows nothing yet: if it may not move, nothing is " +
        "learned at all. Freeze only what belongs to one of the parts.",
      ko:
        "헤드까지 얼렸습니다. 헤드는 새로 만든 층이라 아직 아무것도 모릅니다. 움직이지 못하면 아무것도 배우지 못합니다. 주어진 부분에 속하는 것만 얼리세요.",
    },
    source: variant(
      'names.filter((name) => !name.startsWith("head") && ' +
        "!frozen.some((part) => name === part || name.startsWith(`${part}.`)))",
    ),
    values: (...args) => [trainable(args).filter((name) => !name.startsWith("head."))],
  },
  {
    name: "returns what is frozen",
    hint: {
      en: "You return the frozen names. The optimiser needs the others: those that may still move.",
      ko:
        "얼린 이름들을 돌려주었습니다. 옵티마이저에 필요한 것은 나머지, 곧 아직 움직일 수 있는 이름들입니다.",
    },
    source: variant(
      "names.filter((name) => frozen.some((part) => name === part || name.startsWith(`${part}.`)))",
    ),
    values: (names, frozen) => [names.filter((name) => isFrozen(name, frozen))],
  },
  {
    name: "freezes layer 10 with layer 1",
    hint: {
      en:
        "With layer 1 you also freeze layers 10 and 11: their names begin with the same letters. A name " +
        "belongs to a part if it goes on with a dot there, or ends.",
      ko:
        "1번 층과 함께 10번, 11번 층도 얼렸습니다. 이름이 같은 글자로 시작하기 때문입니다. 그 자리에서 점이 이어지거나 이름이 끝나야 그 부분에 속합니다.",
    },
    source: variant("names.filter((name) => !frozen.some((part) => name.startsWith(part)))"),
    values: (names, frozen) => [
      names.filter((name) => !frozen.some((part) => name.startsWith(part))),
    ],
  },
  {
    name: "a parameter named in full is not frozen",
    hint: {
      en: "Parts with something in them are frozen, but a parameter that is named in full stays " +
        "trainable: after its name no dot follows. Compare the whole name, too.",
      ko:
        "안에 다른 것이 들어 있는 부분은 얼렸지만, 이름을 끝까지 쓴 매개변수는 얼리지 않았습니다. 그 이름 뒤에는 점이 없기 때문입니다. 이름 전체가 같은지도 " +
        "비교하세요.",
    },
    source: variant(
      "names.filter((name) => !frozen.some((part) => name.startsWith(`${part}.`)))",
    ),
    values: (names, frozen) => [
      names.filter((name) => !frozen.some((part) => name.startsWith(`${part}.`))),
    ],
  },
  {
    name: "only names in full",
    hint: {
      en:
        "You freeze a parameter only if its full name stands in the list. A part such as base stands " +
        "for everything in it.",
      ko:
        "목록에 이름이 그대로 있는 매개변수만 얼렸습니다. base 같은 부분은 그 안의 모든 것을 뜻합니다.",
    },
    source: variant("names.filter((name) => !frozen.includes(name))"),
    values: (names, frozen) => [names.filter((name) => !frozen.includes(name))],
  },
  {
    name: "only the first part",
    hint: {
      en:
        "You freeze the first part and forget the others. A name is frozen if any of the parts holds it.",
      ko:
        "첫 번째 부분만 얼리고 나머지는 잊었습니다. 어느 한 부분에라도 속하는 이름은 얼려야 합니다.",
    },
    source: variant(
      "names.filter((name) => name !== frozen[0] && !name.startsWith(`${frozen[0]}.`))",
    ),
    values: (names, frozen) => [trainable([names, frozen.slice(0, 1)])],
  },
  {
    name: "nothing frozen",
    hint: {
      en: "You return all names: nothing is frozen.",
      ko: "모든 이름을 돌려주었습니다. 아무것도 얼리지 않았습니다.",
    },
    source: variant("[...names]"),
    values: (names) => [[...names]],
  },
];
