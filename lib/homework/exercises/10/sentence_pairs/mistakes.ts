/**
 * Wrong answers to exercise 10.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, nextSentence, type Pair, paired, placed } from "./exercise.ts";

/** A whole cell with its own lines. */
function variant(
  {
    draw = "draws[pairs.length]",
    isTrue = "coin < 0.5",
    other = "stories[(story + away) % stories.length]",
    second = "isTrue ? sentences[i + 1] : another[Math.floor(place * another.length)]",
    label = "isTrue",
  }: { draw?: string; isTrue?: string; other?: string; second?: string; label?: string },
): string {
  return `function sentencePairs(
  stories: string[][],
  draws: { coin: number; away: number; place: number }[],
): { first: string; second: string; isNext: boolean }[] {
  const pairs: { first: string; second: string; isNext: boolean }[] = [];
  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away, place } = ${draw};
      const isTrue = ${isTrue};
      const another = ${other};
      pairs.push({
        first: sentences[i],
        second: ${second},
        isNext: ${label},
      });
    }
  }
  return pairs;
}`;
}

export const mistakes: readonly Mistake<Arguments, Pair[]>[] = [
  {
    name: "the negative is the true next sentence",
    hint: {
      en:
        "Your false pairs are true ones with the label false: the second sentence still follows the " +
        "first. A model that learns them learns nonsense. Take the second sentence from another story.",
      ko:
        "거짓 쌍에서도 두 번째 문장이 실제로 이어지는 문장이고 레이블만 false입니다. 모델이 엉뚱한 것을 배웁니다. 두 번째 문장을 다른 이야기에서 가져오세요.",
    },
    source: variant({ second: "sentences[i + 1]" }),
    values: (...args) => [paired(args, { falseSentence: nextSentence })],
  },
  {
    name: "the negative is from the same story",
    hint: {
      en:
        "The second sentence of your false pairs is from the same story, and sometimes even the true " +
        "next one. Go `away` stories further first.",
      ko:
        "거짓 쌍의 두 번째 문장이 같은 이야기에서 나왔습니다. 우연히 실제 다음 문장일 수도 있습니다. 먼저 away만큼 뒤에 있는 이야기로 가세요.",
    },
    source: variant({ other: "sentences" }),
    values: (...args) => [
      paired(args, { falseSentence: ({ stories, story, draw }) => placed(stories[story], draw) }),
    ],
  },
  {
    name: "only true pairs",
    hint: {
      en:
        "All your pairs are true. Then “yes” is always right, and there is nothing to learn: let the " +
        "coin decide.",
      ko:
        "모든 쌍이 참입니다. 그러면 늘 ‘예’라고만 해도 맞으므로 배울 것이 없습니다. coin에 따라 나누세요.",
    },
    source: variant({ isTrue: "true" }),
    values: (...args) => [paired(args, { isTrue: () => true })],
  },
  {
    name: "labels inverted",
    hint: {
      en:
        "The sentences are right, the labels are inverted: isNext is true where second follows first.",
      ko: "문장은 맞지만 레이블이 뒤집혔습니다. second가 first에 이어질 때 isNext가 true입니다.",
    },
    source: variant({ label: "!isTrue" }),
    values: (...args) => [paired(args, { label: (isTrue) => !isTrue })],
  },
  {
    name: "the coin the wrong way round",
    hint: {
      en: "Your pairs are true where the coin is 0.5 or more. Below 0.5 asks for the true pair.",
      ko: "coin이 0.5 이상일 때 참인 쌍을 만들었습니다. 0.5 미만일 때가 참인 쌍입니다.",
    },
    source: variant({ isTrue: "coin >= 0.5" }),
    values: (...args) => [paired(args, { isTrue: ({ coin }) => coin >= 0.5 })],
  },
  {
    name: "draws start anew with every story",
    hint: {
      en:
        "Each story of yours uses the first draws again. Every pair has a draw of its own: count the " +
        "pairs made so far, not the sentences of this story.",
      ko:
        "이야기마다 첫 번째 draw부터 다시 썼습니다. 쌍마다 자기 draw가 있습니다. 이 이야기의 문장 수가 아니라 지금까지 만든 쌍의 수를 세세요.",
    },
    source: variant({ draw: "draws[i]" }),
    values: (...args) => [paired(args, { drawIndex: (_, inStory) => inStory })],
  },
];
