/**
 * Wrong answers to exercise 10.2 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { sentencePairs } from "./solution.ts";

type Draw = { coin: number; away: number; place: number };

type Pair = { first: string; second: string; isNext: boolean };

/** Where one pair comes from. */
type Origin = { stories: string[][]; story: number; sentence: number; draw: Draw };

/** How a pair is found. */
type Rules = {
  isTrue: (draw: Draw) => boolean;
  trueSentence: (origin: Origin) => string;
  /** The story that a false sentence is from. */
  otherStory: (origin: Origin) => string[];
  /** Which of its sentences. */
  placeIn: (story: string[], draw: Draw) => number;
  label: (isTrue: boolean) => boolean;
  /** The number of the draw, by the pairs so far, the sentence's place in its story, the story's place. */
  drawIndex: (soFar: number, inStory: number, story: number) => number;
  /** How many sentences of a story begin a pair. */
  pairsIn: (story: string[]) => number;
};

const right: Rules = {
  isTrue: ({ coin }) => coin < 0.5,
  trueSentence: ({ stories, story, sentence }) => stories[story][sentence + 1],
  otherStory: ({ stories, story, draw }) => stories[(story + draw.away) % stories.length],
  placeIn: (story, { place }) => Math.floor(place * story.length),
  label: (isTrue) => isTrue,
  drawIndex: (soFar) => soFar,
  pairsIn: (story) => story.length - 1,
};

/** Pairs by other rules. */
function pairing(other: Partial<Rules>): typeof sentencePairs {
  const rules = { ...right, ...other };
  return (stories, draws) => {
    const pairs: Pair[] = [];
    for (const [story, sentences] of stories.entries()) {
      for (let sentence = 0; sentence < rules.pairsIn(sentences); sentence++) {
        const draw = draws[rules.drawIndex(pairs.length, sentence, story)];
        const origin = { stories, story, sentence, draw };
        const isTrue = rules.isTrue(draw);
        const falseSentence = (from: string[]) => from[rules.placeIn(from, draw)];
        pairs.push({
          first: sentences[sentence],
          second: isTrue ? rules.trueSentence(origin) : falseSentence(rules.otherStory(origin)),
          isNext: rules.label(isTrue),
        });
      }
    }
    return pairs;
  };
}

/** The story `away` places further; nothing where the list has ended. */
const withoutRing = ({ stories, story, draw }: Origin): string[] => stories[story + draw.away];

/** Pairs that go on to the next draw only after true pairs, or only after false ones. */
function advancing(stories: string[][], draws: Draw[], after: boolean): Pair[] {
  const pairs: Pair[] = [];
  let used = 0;
  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      const { coin, away, place } = draws[used];
      const other = stories[(story + away) % stories.length];
      const isNext = coin < 0.5;
      const second = isNext ? sentences[i + 1] : other[Math.floor(place * other.length)];
      pairs.push({ first: sentences[i], second, isNext });
      if (isNext === after) used++;
    }
  }
  return pairs;
}

/** False sentences sought with a length that may be larger than the other story's. */
function withLengthOf(place: (own: string[], other: string[], place: number) => number) {
  return (stories: string[][], draws: Draw[]): Pair[] => {
    const pairs: Pair[] = [];
    for (const [story, sentences] of stories.entries()) {
      for (let i = 0; i + 1 < sentences.length; i++) {
        const draw = draws[pairs.length];
        const other = stories[(story + draw.away) % stories.length];
        const isNext = draw.coin < 0.5;
        const second = isNext ? sentences[i + 1] : other[place(sentences, other, draw.place)];
        pairs.push({ first: sentences[i], second, isNext });
      }
    }
    return pairs;
  };
}

export const mistakes: readonly Mistake<typeof sentencePairs>[] = [
  {
    name: {
      en: "the negative is the true next sentence",
      ko: "거짓 쌍이 실제 다음 문장임",
    },
    hint: {
      en:
        "Your false pairs are true ones with the label false: the second sentence still follows the " +
        "first. A model that learns them learns nonsense. Take the second sentence from another story.",
      ko:
        "거짓 쌍에서도 두 번째 문장이 실제로 이어지는 문장이고 레이블만 false입니다. 모델이 엉뚱한 것을 배웁니다. 두 번째 문장을 다른 이야기에서 가져오세요.",
    },
    answer: (stories, draws) =>
      pairing({ isTrue: () => true })(stories, draws)
        .map((pair, i) => ({ ...pair, isNext: draws[i].coin < 0.5 })),
  },
  {
    name: { en: "the negative is from the same story", ko: "거짓 쌍이 같은 이야기에서 나옴" },
    hint: {
      en:
        "The second sentence of your false pairs is from the same story, and sometimes even the true " +
        "next one. Go `away` stories further first.",
      ko:
        "거짓 쌍의 두 번째 문장이 같은 이야기에서 나왔습니다. 우연히 실제 다음 문장일 수도 있습니다. 먼저 away만큼 뒤에 있는 이야기로 가세요.",
    },
    answer: pairing({ otherStory: ({ stories, story }) => stories[story] }),
  },
  {
    name: { en: "away counted from the first story", ko: "away를 첫 이야기부터 셈" },
    hint: {
      en:
        "You count `away` from the beginning of the list, so the other story may be the very same one. Count from " +
        "this story on.",
      ko:
        "away를 목록의 처음부터 셌습니다. 그러면 같은 이야기가 나올 수 있습니다. 지금 이야기부터 세세요.",
    },
    answer: pairing({ otherStory: ({ stories, draw }) => stories[draw.away] }),
    variants: [
      pairing({ otherStory: ({ stories, draw }) => stories[draw.away % stories.length] }),
    ],
  },
  {
    name: { en: "away counted among the others", ko: "away를 나머지 이야기들의 처음부터 셈" },
    hint: {
      en:
        "You take this story out of the list and count `away` from the beginning of what is left. Count from this story on, " +
        "in the whole list.",
      ko:
        "지금 이야기를 목록에서 빼고, 남은 것들의 처음부터 away를 셌습니다. 전체 목록에서 지금 이야기부터 세세요.",
    },
    answer: pairing({
      otherStory: ({ stories, story, draw }) => stories.toSpliced(story, 1)[draw.away - 1],
    }),
    variants: [
      pairing({
        otherStory: ({ stories, story, draw }) =>
          stories.toSpliced(story, 1)[draw.away % (stories.length - 1)],
      }),
    ],
  },
  {
    name: { en: "always the next story", ko: "늘 바로 다음 이야기" },
    hint: {
      en:
        "The stranger is always from the next story, whatever `away` says. Go `away` stories further.",
      ko: "away와 상관없이 늘 바로 다음 이야기에서 가져왔습니다. away만큼 뒤의 이야기로 가세요.",
    },
    answer: pairing({
      otherStory: ({ stories, story }) => stories[(story + 1) % stories.length],
    }),
  },
  {
    name: { en: "away in the other direction", ko: "away를 반대 방향으로 셈" },
    hint: {
      en: "You go `away` stories back in the list. The other story is `away` places further on.",
      ko: "목록에서 away만큼 앞으로 갔습니다. 다른 이야기는 away만큼 뒤에 있습니다.",
    },
    answer: pairing({
      otherStory: ({ stories, story, draw }) =>
        stories[(story - draw.away + stories.length) % stories.length],
    }),
  },
  {
    name: { en: "one story too far", ko: "이야기를 하나 더 지나침" },
    hint: {
      en:
        "Your other story is one place too far: the next story is 1 away. With the longest `away` you are back " +
        "where you began.",
      ko:
        "다른 이야기를 하나 더 지나쳤습니다. 바로 다음 이야기가 away 1입니다. away가 가장 크면 출발한 이야기로 돌아오게 됩니다.",
    },
    answer: pairing({
      otherStory: ({ stories, story, draw }) => stories[(story + draw.away + 1) % stories.length],
    }),
  },
  {
    name: { en: "the list is not closed to a ring", ko: "목록을 고리로 잇지 않음" },
    hint: {
      en:
        "Beyond the last story you find nothing, or always the last or the first. After the last story comes the first, then " +
        "the second: take the remainder of the division by the number of stories.",
      ko:
        "마지막 이야기를 지나면 아무것도 찾지 못하거나 늘 마지막이나 첫 이야기만 찾습니다. 마지막 다음은 첫 이야기, 그다음은 둘째 이야기입니다. 이야기의 수로 나눈 나머지를 쓰세요.",
    },
    answer: pairing({ otherStory: withoutRing }),
    variants: [
      (stories, draws) => {
        const pairs: { first: string; second: string | undefined; isNext: boolean }[] = [];
        for (const [story, sentences] of stories.entries()) {
          for (let i = 0; i + 1 < sentences.length; i++) {
            const { coin, away, place } = draws[pairs.length];
            const other = stories[story + away];
            const stranger = other?.[Math.floor(place * other.length)];
            const isNext = coin < 0.5;
            pairs.push({
              first: sentences[i],
              second: isNext ? sentences[i + 1] : stranger,
              isNext,
            });
          }
        }
        return pairs;
      },
      (stories, draws) => { // looked up even for a true pair
        const pairs: Pair[] = [];
        for (const [story, sentences] of stories.entries()) {
          for (let i = 0; i + 1 < sentences.length; i++) {
            const { coin, away, place } = draws[pairs.length];
            const other = stories[story + away];
            const stranger = other[Math.floor(place * other.length)];
            const isNext = coin < 0.5;
            pairs.push({
              first: sentences[i],
              second: isNext ? sentences[i + 1] : stranger,
              isNext,
            });
          }
        }
        return pairs;
      },
      pairing({
        otherStory: ({ stories, story, draw }) =>
          stories[Math.min(story + draw.away, stories.length - 1)],
      }),
      pairing({ otherStory: (origin) => withoutRing(origin) ?? origin.stories[0] }),
    ],
  },
  {
    name: { en: "a ring that is one story short", ko: "이야기 하나가 빠진 고리" },
    hint: {
      en:
        "You take the remainder by one less than the number of stories, so the last story is never reached by it. Divide by " +
        "the number of all stories.",
      ko:
        "이야기의 수보다 1 작은 수로 나눈 나머지를 썼습니다. 그러면 마지막 이야기에 이를 수 없습니다. 전체 이야기의 수로 나누세요.",
    },
    answer: pairing({
      otherStory: ({ stories, story, draw }) => stories[(story + draw.away) % (stories.length - 1)],
    }),
  },
  {
    name: { en: "always the first sentence of the other story", ko: "늘 다른 이야기의 첫 문장" },
    hint: {
      en:
        "You take the first sentence of the other story, or its last, whatever `place` says. Such pairs are easy " +
        "to tell apart: multiply `place` by the length and round down.",
      ko:
        "place와 상관없이 다른 이야기의 첫 문장이나 마지막 문장만 가져왔습니다. 그런 쌍은 쉽게 가려낼 수 있습니다. place에 길이를 곱하고 내림하세요.",
    },
    answer: pairing({ placeIn: () => 0 }),
    variants: [
      pairing({ placeIn: (story) => story.length - 1 }),
    ],
  },
  {
    name: { en: "place rounded up or to the nearest", ko: "place를 올림하거나 반올림함" },
    hint: {
      en:
        "You do not round `place` · length down. Rounded up or to the nearest, it may be the length itself, where " +
        "there is no sentence.",
      ko:
        "place · length를 내림하지 않았습니다. 올림이나 반올림을 하면 길이와 같아질 수 있고, 그 자리에는 문장이 없습니다.",
    },
    answer: pairing({ placeIn: (story, { place }) => Math.round(place * story.length) }),
    variants: [
      pairing({ placeIn: (story, { place }) => Math.ceil(place * story.length) }),
      pairing({ placeIn: (story, { place }) => place * story.length }),
      pairing({ placeIn: (story, { place }) => Math.ceil(place * story.length) - 1 }),
      pairing({
        placeIn: (story, { place }) => Math.min(Math.round(place * story.length), story.length - 1),
      }),
      pairing({
        placeIn: (story, { place }) => Math.min(Math.ceil(place * story.length), story.length - 1),
      }),
    ],
  },
  {
    name: { en: "not every sentence of the other story", ko: "다른 이야기의 마지막 문장이 빠짐" },
    hint: {
      en:
        "You multiply `place` by one less than the length, so the last sentence of the other story can never come.",
      ko: "place에 길이보다 1 작은 수를 곱해서 다른 이야기의 마지막 문장이 나올 수 없습니다.",
    },
    answer: pairing({ placeIn: (story, { place }) => Math.floor(place * (story.length - 1)) }),
    variants: [
      pairing({ placeIn: (story, { place }) => Math.round(place * (story.length - 1)) }),
    ],
  },
  {
    name: { en: "the length of this story", ko: "이 이야기의 길이를 곱함" },
    hint: {
      en:
        "You multiply `place` by the length of this story. The sentence is looked for in the other one, which may " +
        "be shorter.",
      ko:
        "place에 지금 이야기의 길이를 곱했습니다. 문장은 다른 이야기에서 찾습니다. 그쪽이 더 짧을 수도 있습니다.",
    },
    answer(stories, draws) {
      const pairs: Pair[] = [];
      for (const [story, sentences] of stories.entries()) {
        for (let i = 0; i + 1 < sentences.length; i++) {
          const { coin, away, place } = draws[pairs.length];
          const other = stories[(story + away) % stories.length];
          const stranger = other[Math.floor(place * sentences.length)];
          const isNext = coin < 0.5;
          pairs.push({ first: sentences[i], second: isNext ? sentences[i + 1] : stranger, isNext });
        }
      }
      return pairs;
    },
    variants: [
      withLengthOf((own, other, place) => Math.floor(place * own.length) % other.length),
      withLengthOf((own, other, place) =>
        Math.min(Math.floor(place * own.length), other.length - 1)
      ),
    ],
  },
  {
    name: { en: "the first sentence exchanged", ko: "첫째 문장을 바꿈" },
    hint: {
      en:
        "In your false pairs the first sentence is the stranger. The first stays; the second is exchanged.",
      ko: "거짓 쌍에서 첫째 문장을 바꿨습니다. 첫째는 그대로 두고 둘째를 바꾸세요.",
    },
    answer(stories, draws) {
      const all = pairing({})(stories, draws);
      const next = pairing({ isTrue: () => true })(stories, draws);
      return all.map(({ second, isNext }, i) =>
        isNext ? next[i] : { first: second, second: next[i].second, isNext }
      );
    },
  },
  {
    name: { en: "only true pairs", ko: "참인 쌍뿐" },
    hint: {
      en:
        "All your pairs are true. Then “yes” is always right, and there is nothing to learn: let the " +
        "coin decide.",
      ko:
        "모든 쌍이 참입니다. 그러면 늘 ‘예’라고만 해도 맞으므로 배울 것이 없습니다. coin에 따라 나누세요.",
    },
    answer: pairing({ isTrue: () => true }),
  },
  {
    name: { en: "labels inverted", ko: "레이블이 뒤집힘" },
    hint: {
      en:
        "The sentences are right, the labels are inverted: isNext is true where second follows first.",
      ko: "문장은 맞지만 레이블이 뒤집혔습니다. second가 first에 이어질 때 isNext가 true입니다.",
    },
    answer: pairing({ label: (isTrue) => !isTrue }),
  },
  {
    name: { en: "the coin the wrong way round", ko: "coin이 반대" },
    hint: {
      en: "Your pairs are true where the coin is 0.5 or more. Below 0.5 asks for the true pair.",
      ko: "coin이 0.5 이상일 때 참인 쌍을 만들었습니다. 0.5 미만일 때가 참인 쌍입니다.",
    },
    answer: pairing({ isTrue: ({ coin }) => coin >= 0.5 }),
    variants: [pairing({ isTrue: ({ coin }) => coin > 0.5 })],
  },
  {
    name: { en: "a coin of 0.5 counts as true", ko: "coin이 0.5이면 참으로 침" },
    hint: {
      en: "A coin of exactly 0.5 gives a true pair in yours. True is below 0.5.",
      ko: "coin이 정확히 0.5일 때 참인 쌍을 만들었습니다. 0.5 미만일 때만 참입니다.",
    },
    answer: pairing({ isTrue: ({ coin }) => coin <= 0.5 }),
  },
  {
    name: { en: "draws start anew with every story", ko: "이야기마다 draws를 처음부터 씀" },
    hint: {
      en:
        "Each story of yours uses the first draws again. Every pair has a draw of its own: count the " +
        "pairs made so far, not the sentences of this story.",
      ko:
        "이야기마다 첫 번째 draw부터 다시 썼습니다. 쌍마다 자기 draw가 있습니다. 이 이야기의 문장 수가 아니라 지금까지 만든 쌍의 수를 세세요.",
    },
    answer: pairing({ drawIndex: (_soFar, inStory) => inStory }),
  },
  {
    name: { en: "draws taken out of the caller's list", ko: "draws 목록에서 꺼내 씀" },
    hint: {
      en:
        "Your pairs are right, but you take the draws out of the list, and the caller's list is empty afterwards. Count the " +
        "pairs, or work on a copy.",
      ko:
        "쌍들은 맞지만 draws를 목록에서 꺼내 써서 호출한 쪽의 목록이 비어 버립니다. 쌍의 수를 세거나 복사본으로 계산하세요.",
    },
    answer(stories, draws) {
      const pairs = pairing({})(stories, draws);
      draws.length = 0;
      return pairs;
    },
  },
  {
    name: { en: "a draw for false pairs only", ko: "거짓 쌍만 draw를 씀" },
    hint: {
      en:
        "You go on to the next draw only after a false pair, or after a true one. Every pair has a draw of its own.",
      ko:
        "거짓 쌍 다음에만, 또는 참인 쌍 다음에만 다음 draw로 넘어갑니다. 쌍마다 자기 draw가 있습니다.",
    },
    answer: (stories, draws) => advancing(stories, draws, false),
    variants: [(stories, draws) => advancing(stories, draws, true)],
  },
  {
    name: { en: "one draw for each story", ko: "이야기마다 draw 하나" },
    hint: {
      en:
        "All pairs of a story use one draw, that of the story's number. Every pair has a draw of its own.",
      ko:
        "한 이야기의 쌍들이 모두 그 이야기 번호의 draw 하나를 씁니다. 쌍마다 자기 draw가 있습니다.",
    },
    answer: pairing({ drawIndex: (_soFar, _inStory, story) => story }),
  },
  {
    name: { en: "one pair for each story", ko: "이야기마다 한 쌍" },
    hint: {
      en: "Only the first sentence of each story begins a pair. Every sentence but the last does.",
      ko: "이야기마다 첫 문장만 쌍을 시작합니다. 마지막을 뺀 모든 문장이 쌍을 시작해야 합니다.",
    },
    answer: pairing({ pairsIn: (story) => Math.min(1, story.length - 1) }),
  },
  {
    name: { en: "the last sentence begins a pair too", ko: "마지막 문장도 쌍을 시작함" },
    hint: {
      en:
        "The last sentence of a story begins a pair in yours: nothing follows it, and the draws run out. Stop one " +
        "sentence earlier.",
      ko:
        "이야기의 마지막 문장도 쌍을 시작합니다. 그 뒤에는 아무 문장도 없고 draws도 모자라게 됩니다. 한 문장 앞에서 멈추세요.",
    },
    answer: pairing({ pairsIn: (story) => story.length }),
    variants: [
      (stories, draws) => { // takes the draw apart
        const pairs: Pair[] = [];
        for (const [story, sentences] of stories.entries()) {
          for (let i = 0; i < sentences.length; i++) {
            const { coin, away, place } = draws[pairs.length];
            const other = stories[(story + away) % stories.length];
            const stranger = other[Math.floor(place * other.length)];
            const isNext = coin < 0.5;
            pairs.push({
              first: sentences[i],
              second: isNext ? sentences[i + 1] : stranger,
              isNext,
            });
          }
        }
        return pairs;
      },
      (stories, draws) => {
        const pairs: Pair[] = [];
        for (const [story, sentences] of stories.entries()) {
          for (const [i, first] of sentences.entries()) {
            const draw = draws[pairs.length];
            if (!draw) break;
            const other = stories[(story + draw.away) % stories.length];
            const isNext = draw.coin < 0.5;
            const second = isNext ? sentences[i + 1] : other[Math.floor(draw.place * other.length)];
            pairs.push({ first, second, isNext });
          }
        }
        return pairs;
      },
    ],
  },
  {
    name: { en: "sentences in twos", ko: "문장을 둘씩 묶음" },
    hint: {
      en:
        "You take the sentences two by two, so every second sentence begins no pair. Sentence 1 is the second of " +
        "one pair and the first of the next.",
      ko:
        "문장을 둘씩 묶어서 하나 걸러 한 문장은 쌍을 시작하지 않습니다. 1번 문장은 한 쌍의 둘째이자 다음 쌍의 첫째입니다.",
    },
    answer(stories, draws) {
      const pairs: Pair[] = [];
      for (const [story, sentences] of stories.entries()) {
        for (let i = 0; i + 1 < sentences.length; i += 2) {
          const { coin, away, place } = draws[pairs.length];
          const other = stories[(story + away) % stories.length];
          const isNext = coin < 0.5;
          const second = isNext ? sentences[i + 1] : other[Math.floor(place * other.length)];
          pairs.push({ first: sentences[i], second, isNext });
        }
      }
      return pairs;
    },
  },
  {
    name: { en: "finds a sentence by its text", ko: "문장을 내용으로 찾음" },
    hint: {
      en:
        "You look a sentence up by its text, and where it occurs twice you find the first place. Keep the index " +
        "while you go through the story.",
      ko:
        "문장을 내용으로 찾아서, 같은 문장이 두 번 나오면 첫 자리를 찾게 됩니다. 이야기를 차례로 돌 때의 인덱스를 쓰세요.",
    },
    answer: pairing({
      trueSentence: ({ stories, story, sentence }) =>
        stories[story][stories[story].indexOf(stories[story][sentence]) + 1],
    }),
  },
  {
    name: { en: "isNext told from the sentences", ko: "문장을 보고 isNext를 정함" },
    hint: {
      en:
        "You tell from the second sentence whether a pair is true. Another story may hold the same sentence: the coin says what is true.",
      ko:
        "둘째 문장을 보고 참이라고 했습니다. 다른 이야기에도 같은 문장이 있을 수 있습니다. 참인지는 동전이 정합니다.",
    },
    answer: (stories, draws) => {
      const pairs: Pair[] = [];
      for (const [story, sentences] of stories.entries()) {
        for (const [i, first] of sentences.slice(0, -1).entries()) {
          const { coin, away, place } = draws[pairs.length];
          const other = stories[(story + away) % stories.length];
          const second = coin < 0.5 ? sentences[i + 1] : other[Math.floor(place * other.length)];
          pairs.push({ first, second, isNext: sentences.includes(second) });
        }
      }
      return pairs;
    },
    variants: [
      (stories, draws) => {
        const pairs: Pair[] = [];
        for (const [story, sentences] of stories.entries()) {
          for (const [i, first] of sentences.slice(0, -1).entries()) {
            const { coin, away, place } = draws[pairs.length];
            const other = stories[(story + away) % stories.length];
            const second = coin < 0.5 ? sentences[i + 1] : other[Math.floor(place * other.length)];
            pairs.push({ first, second, isNext: second === sentences[i + 1] });
          }
        }
        return pairs;
      },
    ],
  },
  {
    name: { en: "the sentence after the next", ko: "다음다음 문장" },
    hint: {
      en: "Your true pairs skip a sentence. What follows sentences[i] is sentences[i + 1].",
      ko: "참인 쌍이 문장 하나를 건너뜁니다. sentences[i]의 다음은 sentences[i + 1]입니다.",
    },
    answer: pairing({
      trueSentence: ({ stories, story, sentence }) => stories[story][sentence + 2],
    }),
  },
  {
    name: { en: "pairs across stories", ko: "이야기를 넘는 쌍" },
    hint: {
      en:
        "You join all stories to one list first, so that the last sentence of one begins a pair with the first of the next. Go through each story for itself.",
      ko:
        "모든 이야기를 먼저 한 목록으로 이어서, 한 이야기의 마지막 문장이 다음 이야기의 첫 문장과 쌍이 됩니다. 이야기마다 따로 보세요.",
    },
    answer: (stories, draws) => {
      const all = stories.flatMap((sentences, story) => sentences.map((text) => ({ text, story })));
      return all.slice(0, -1).map(({ text, story }, i) => {
        const { coin, away, place } = draws[i % draws.length];
        const other = stories[(story + away) % stories.length];
        const isNext = coin < 0.5;
        return {
          first: text,
          second: isNext ? all[i + 1].text : other[Math.floor(place * other.length)],
          isNext,
        };
      });
    },
    variants: [
      (stories, draws) => {
        const all = stories.flat();
        return all.slice(0, -1).map((first, i) => {
          const isNext = draws[i % draws.length].coin < 0.5;
          return { first, second: all[i + 1], isNext };
        });
      },
      (stories, draws) => { // until there are no more draws
        const all = stories.flatMap((sentences, story) =>
          sentences.map((text) => ({ text, story }))
        );
        return all.slice(0, Math.min(all.length - 1, draws.length)).map(({ text, story }, i) => {
          const { coin, away, place } = draws[i];
          const other = stories[(story + away) % stories.length];
          const isNext = coin < 0.5;
          const second = isNext ? all[i + 1].text : other[Math.floor(place * other.length)];
          return { first: text, second, isNext };
        });
      },
      (stories, draws) => {
        const all = stories.flat();
        return all.slice(0, Math.min(all.length - 1, draws.length)).map((first, i) => ({
          first,
          second: all[i + 1],
          isNext: draws[i].coin < 0.5,
        }));
      },
    ],
  },
  {
    name: { en: "a story's last pair missed", ko: "이야기의 마지막 쌍을 빠뜨림" },
    hint: {
      en:
        "You stop one sentence too early in each story. Every sentence but the last begins a pair: i < " +
        "story.length - 1.",
      ko:
        "이야기마다 한 문장 일찍 멈춥니다. 마지막 문장을 뺀 모든 문장이 쌍을 시작합니다. i < story.length - 1입니다.",
    },
    answer: pairing({ pairsIn: (story) => story.length - 2 }),
  },
  {
    name: { en: "the sentence before for the next", ko: "다음이 아니라 앞 문장" },
    hint: {
      en:
        "Your pairs are turned round: the sentence that follows comes first. sentences[i] begins, sentences[i " +
        "+ 1] follows.",
      ko:
        "쌍이 거꾸로입니다. 뒤에 오는 문장이 먼저 나옵니다. sentences[i]가 먼저, sentences[i + 1]이 다음입니다.",
    },
    answer: (stories, draws) =>
      pairing({})(stories, draws).map(({ first, second, isNext }) =>
        isNext ? { first: second, second: first, isNext } : { first, second, isNext }
      ),
    variants: [
      (stories, draws) =>
        pairing({})(stories, draws).map(({ first, second, isNext }) => ({
          first: second,
          second: first,
          isNext,
        })),
    ],
  },
  {
    name: { en: "isNext is always true", ko: "isNext가 늘 참" },
    hint: {
      en:
        "Every pair of yours is called a true one, those from other stories too. isNext is false for them.",
      ko: "다른 이야기에서 온 쌍까지 모두 참이라고 했습니다. 그런 쌍의 isNext는 false입니다.",
    },
    answer: pairing({ label: () => true }),
    variants: [pairing({ label: () => false })],
  },
  {
    name: { en: "false pairs left out", ko: "거짓 쌍을 빠뜨림" },
    hint: {
      en:
        "You return the true pairs alone. Where the coin is 0.5 or more there is a pair too, with a sentence " +
        "of another story.",
      ko:
        "참인 쌍만 돌려주었습니다. 동전이 0.5 이상인 곳에도 다른 이야기의 문장으로 쌍을 만듭니다.",
    },
    answer: (stories, draws) => pairing({})(stories, draws).filter(({ isNext }) => isNext),
  },
];
