/**
 * Wrong answers to exercise 10.2 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { sentencePairs } from "./solution.ts";

type Draw = { coin: number; story: number; sentence: number };

type Pair = { first: string; second: string; isNext: boolean };

/** Where one pair comes from. */
type Origin = { stories: string[][]; s: number; i: number; draw: Draw };

/** How a pair is found. */
type Rules = {
  isTrue: (draw: Draw) => boolean;
  trueSentence: (origin: Origin) => string;
  falseSentence: (origin: Origin) => string;
  label: (isTrue: boolean) => boolean;
  drawOf: (draws: Draw[][], s: number, i: number) => Draw;
  /** How many sentences of a story begin a pair. */
  pairsIn: (sentences: string[]) => number;
};

const right: Rules = {
  isTrue: ({ coin }) => coin < 0.5,
  trueSentence: ({ stories, s, i }) => stories[s][i + 1],
  falseSentence: ({ stories, draw }) => stories[draw.story][draw.sentence],
  label: (isTrue) => isTrue,
  drawOf: (draws, s, i) => draws[s][i],
  pairsIn: (sentences) => sentences.length - 1,
};

/** Pairs by other rules; `step` sentences lie between the beginnings of two pairs. */
function pairing(other: Partial<Rules>, step = 1): typeof sentencePairs {
  const rules = { ...right, ...other };
  return (stories, draws) => {
    const pairs: Pair[] = [];
    for (const [s, sentences] of stories.entries()) {
      for (let i = 0; i < rules.pairsIn(sentences); i += step) {
        const draw = rules.drawOf(draws, s, i);
        const origin = { stories, s, i, draw };
        const isTrue = rules.isTrue(draw);
        pairs.push({
          first: sentences[i],
          second: isTrue ? rules.trueSentence(origin) : rules.falseSentence(origin),
          isNext: rules.label(isTrue),
        });
      }
    }
    return pairs;
  };
}

/** The label that the coin gives, whatever the sentences are. */
function labelledByCoin(answer: typeof sentencePairs): typeof sentencePairs {
  return (stories, draws) => {
    const coins = draws.flat();
    return answer(stories, draws).map((pair, n) => ({ ...pair, isNext: coins[n].coin < 0.5 }));
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
    answer: labelledByCoin(pairing({ isTrue: () => true })),
  },
  {
    name: { en: "the negative is from the same story", ko: "거짓 쌍이 같은 이야기에서 나옴" },
    hint: {
      en:
        "The second sentence of your false pairs is from the same story, and sometimes even the true " +
        "next one. Look in the story that `story` names.",
      ko:
        "거짓 쌍의 두 번째 문장이 같은 이야기에서 나왔습니다. 우연히 실제 다음 문장일 수도 있습니다. story가 가리키는 이야기에서 찾으세요.",
    },
    answer: pairing({ falseSentence: ({ stories, s, draw }) => stories[s][draw.sentence] }),
  },
  {
    name: { en: "story counted from this one on", ko: "story를 지금 이야기부터 셈" },
    hint: {
      en:
        "You count `story` from the story of the pair on. It is a number in the whole list, from 0: stories[story].",
      ko:
        "story를 지금 이야기부터 셌습니다. story는 전체 목록에서 0부터 센 번호입니다. 곧 stories[story]입니다.",
    },
    answer: pairing({
      falseSentence: ({ stories, s, draw }) =>
        stories[(s + draw.story) % stories.length][draw.sentence],
    }),
    variants: [
      pairing({
        falseSentence: ({ stories, s, draw }) => stories[s + draw.story]?.[draw.sentence],
      }),
    ],
  },
  {
    name: { en: "this story left out of the count", ko: "지금 이야기를 빼고 셈" },
    hint: {
      en:
        "You take the story of the pair out of the list before you look for the other one. `story` counts in the whole list.",
      ko:
        "지금 이야기를 목록에서 뺀 뒤에 다른 이야기를 찾았습니다. story는 전체 목록에서 센 번호입니다.",
    },
    answer: pairing({
      falseSentence: ({ stories, s, draw }) => stories.toSpliced(s, 1)[draw.story]?.[draw.sentence],
    }),
  },
  {
    name: { en: "always the first sentence of the other story", ko: "늘 다른 이야기의 첫 문장" },
    hint: {
      en: "The stranger is always the first sentence of the other story, whatever `sentence` says.",
      ko: "sentence와 상관없이 늘 다른 이야기의 첫 문장을 가져왔습니다.",
    },
    answer: pairing({ falseSentence: ({ stories, draw }) => stories[draw.story][0] }),
  },
  {
    name: { en: "always the last sentence of the other story", ko: "늘 다른 이야기의 마지막 문장" },
    hint: {
      en: "The stranger is always the last sentence of the other story, whatever `sentence` says.",
      ko: "sentence와 상관없이 늘 다른 이야기의 마지막 문장을 가져왔습니다.",
    },
    answer: pairing({ falseSentence: ({ stories, draw }) => stories[draw.story].at(-1)! }),
  },
  {
    name: { en: "what follows the sentence that was drawn", ko: "뽑힌 문장의 다음 문장" },
    hint: {
      en:
        "You take what follows sentence number `sentence` of the other story, not the sentence itself.",
      ko: "다른 이야기의 sentence번 문장이 아니라 그다음 문장을 가져왔습니다.",
    },
    answer: pairing({
      falseSentence: ({ stories, draw }) => stories[draw.story][draw.sentence + 1],
    }),
  },
  {
    name: { en: "counted from 1", ko: "1부터 셈" },
    hint: {
      en:
        "You take one off the numbers. `story` and `sentence` are counted from 0, as places in an array are.",
      ko: "번호에서 1을 뺐습니다. story와 sentence는 배열의 자리처럼 0부터 셉니다.",
    },
    answer: pairing({
      falseSentence: ({ stories, draw }) => stories[draw.story - 1]?.[draw.sentence - 1],
    }),
    variants: [
      pairing({ falseSentence: ({ stories, draw }) => stories[draw.story][draw.sentence - 1] }),
      pairing({ falseSentence: ({ stories, draw }) => stories[draw.story - 1]?.[draw.sentence] }),
    ],
  },
  {
    name: { en: "story and sentence exchanged", ko: "story와 sentence가 뒤바뀜" },
    hint: {
      en: "The two numbers are exchanged: first the story, then the sentence in it.",
      ko: "두 번호가 뒤바뀌었습니다. 먼저 이야기, 그다음 그 안의 문장입니다.",
    },
    answer: pairing({ falseSentence: ({ stories, draw }) => stories[draw.sentence]?.[draw.story] }),
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
      return all.map(({ second, isNext }, n) =>
        isNext ? next[n] : { first: second, second: next[n].second, isNext }
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
    name: { en: "draws taken out of the caller's list", ko: "draws 목록에서 꺼내 씀" },
    hint: {
      en:
        "Your pairs are right, but you take the draws out of their lists, and the caller's lists are empty afterwards. Read " +
        "them by their place, or work on a copy.",
      ko:
        "쌍들은 맞지만 draws를 목록에서 꺼내 써서 호출한 쪽의 목록이 비어 버립니다. 자리로 읽거나 복사본으로 계산하세요.",
    },
    answer(stories, draws) {
      const pairs = pairing({})(stories, draws);
      for (const own of draws) own.length = 0;
      return pairs;
    },
  },
  {
    name: { en: "one draw for each story", ko: "이야기마다 draw 하나" },
    hint: {
      en: "All pairs of a story use its first draw. Every pair has a draw of its own: draws[s][i].",
      ko:
        "한 이야기의 쌍들이 모두 그 이야기의 첫 번째 draw를 씁니다. 쌍마다 자기 draw가 있습니다. 곧 draws[s][i]입니다.",
    },
    answer: pairing({ drawOf: (draws, s) => draws[s][0] }),
  },
  {
    name: { en: "one pair for each story", ko: "이야기마다 한 쌍" },
    hint: {
      en: "Only the first sentence of each story begins a pair. Every sentence but the last does.",
      ko: "이야기마다 첫 문장만 쌍을 시작합니다. 마지막을 뺀 모든 문장이 쌍을 시작해야 합니다.",
    },
    answer: pairing({ pairsIn: (sentences) => Math.min(1, sentences.length - 1) }),
  },
  {
    name: { en: "the last sentence begins a pair too", ko: "마지막 문장도 쌍을 시작함" },
    hint: {
      en:
        "The last sentence of a story begins a pair in yours: nothing follows it, and there is no draw for it. Stop one " +
        "sentence earlier.",
      ko:
        "이야기의 마지막 문장도 쌍을 시작합니다. 그 뒤에는 아무 문장도 없고 그 쌍의 draw도 없습니다. 한 문장 앞에서 멈추세요.",
    },
    answer: pairing({ pairsIn: (sentences) => sentences.length }),
    variants: [
      (stories, draws) =>
        // takes a draw apart that is not there
        stories.flatMap((sentences, s) =>
          sentences.map((first, i) => {
            const { coin, story, sentence } = draws[s][i];
            const isNext = coin < 0.5;
            return { first, second: isNext ? sentences[i + 1] : stories[story][sentence], isNext };
          })
        ),
      pairing({
        pairsIn: (sentences) => sentences.length,
        drawOf: (draws, s, i) => draws[s][i] ?? { coin: 0, story: 0, sentence: 0 },
      }),
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
    answer: pairing({}, 2),
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
      trueSentence: ({ stories, s, i }) => stories[s][stories[s].indexOf(stories[s][i]) + 1],
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
      const pairs = pairing({})(stories, draws);
      const own = stories.flatMap((sentences) => sentences.slice(1).map(() => sentences));
      return pairs.map((pair, n) => ({ ...pair, isNext: own[n].includes(pair.second) }));
    },
    variants: [
      (stories, draws) => {
        const next = stories.flatMap((sentences) => sentences.slice(1));
        return pairing({})(stories, draws)
          .map((pair, n) => ({ ...pair, isNext: pair.second === next[n] }));
      },
    ],
  },
  {
    name: { en: "the sentence after the next", ko: "다음다음 문장" },
    hint: {
      en: "Your true pairs skip a sentence. What follows sentences[i] is sentences[i + 1].",
      ko: "참인 쌍이 문장 하나를 건너뜁니다. sentences[i]의 다음은 sentences[i + 1]입니다.",
    },
    answer: pairing({ trueSentence: ({ stories, s, i }) => stories[s][i + 2] }),
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
      const [all, flat] = [stories.flat(), draws.flat()];
      return all.slice(0, -1).map((first, n) => {
        const { coin, story, sentence } = flat[n % flat.length];
        const isNext = coin < 0.5;
        return { first, second: isNext ? all[n + 1] : stories[story][sentence], isNext };
      });
    },
    variants: [
      (stories, draws) => {
        const [all, flat] = [stories.flat(), draws.flat()];
        return all.slice(0, -1).map((first, n) => {
          const isNext = flat[n % flat.length].coin < 0.5;
          return { first, second: all[n + 1], isNext };
        });
      },
    ],
  },
];
