/**
 * Wrong answers to exercise 10.1 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { maskTokens } from "./solution.ts";

type Draw = { choose: number; replace: number; word: number };

type Options = { maskId: number; specialIds: number[] };

/** What happens at one place. */
type Rules = {
  isChosen: (token: number, draw: Draw, options: Options) => boolean;
  /** What is read at a chosen place. */
  read: (token: number, draw: Draw, options: Options) => number;
  /** The label of any place, where `input` is read. */
  label: (token: number, isChosen: boolean, input: number, options: Options) => number | null;
};

const right: Rules = {
  isChosen: (token, { choose }, { specialIds }) => choose < 0.15 && !specialIds.includes(token),
  read: (token, { replace, word }, { maskId }) =>
    replace < 0.8 ? maskId : replace < 0.9 ? word : token,
  label: (token, isChosen) => isChosen ? token : 0,
};

/** Hides words with other rules. */
function masking(other: Partial<Rules>) {
  const { isChosen, read, label } = { ...right, ...other };
  return (tokens: number[], draws: Draw[], options: Options) => {
    const chosen = tokens.map((token, i) => isChosen(token, draws[i], options));
    const inputs = tokens.map((token, i) => chosen[i] ? read(token, draws[i], options) : token);
    const labels = tokens.map((token, i) => label(token, chosen[i], inputs[i], options));
    return { inputs, labels };
  };
}

export const mistakes: readonly Mistake<typeof maskTokens>[] = [
  {
    name: { en: "never a random word", ko: "무작위 단어가 없음" },
    hint: {
      en:
        "No chosen place of yours ever holds the random word. `replace` decides among three: below 0.8, from 0.8 " +
        "to below 0.9, and from 0.9 on. After “below 0.8” failed, nothing is below 0.1.",
      ko:
        "고른 자리에 무작위 단어가 한 번도 오지 않습니다. replace에 따라 0.8 미만, 0.8 이상 0.9 미만, 0.9 이상의 세 경우가 있습니다. 0.8 미만이 " +
        "아니라면 0.1 미만일 수도 없습니다.",
    },
    answer: masking({ read: (token, { replace }, { maskId }) => replace < 0.8 ? maskId : token }),
    variants: [
      masking({ read: (token, { replace }, { maskId }) => replace < 0.9 ? maskId : token }),
    ],
  },
  {
    name: { en: "never the token itself", ko: "원래 토큰을 두지 않음" },
    hint: {
      en:
        "Each chosen place of yours is changed. From 0.9 on the token itself is read: the model must not be sure " +
        "that what it sees is wrong.",
      ko:
        "고른 자리가 모두 바뀝니다. replace가 0.9 이상이면 원래 토큰을 읽습니다. 그래야 모델이 보이는 단어가 틀렸다고 단정하지 못합니다.",
    },
    answer: masking({ read: (_, { replace, word }, { maskId }) => replace < 0.8 ? maskId : word }),
    variants: [
      masking({ read: (_, { replace, word }, { maskId }) => replace < 0.9 ? maskId : word }),
    ],
  },
  {
    name: { en: "the random word over [MASK]", ko: "[MASK]를 무작위 단어가 덮음" },
    hint: {
      en:
        "No chosen place of yours holds [MASK]: what is below 0.8 is below 0.9, too, so the random word comes over it. The " +
        "cases exclude one another: else.",
      ko:
        "고른 자리에 [MASK]가 남지 않습니다. 0.8보다 작으면 0.9보다도 작으므로 무작위 단어가 그 위를 덮습니다. 경우들이 서로 겹치지 않게 else로 나누세요.",
    },
    answer: masking({ read: (token, { replace, word }) => replace < 0.9 ? word : token }),
  },
  {
    name: { en: "a tenth of the rest", ko: "나머지의 10분의 1" },
    hint: {
      en:
        "Only a tenth of what is left over by [MASK] gets the random word, or half of all. It is a tenth of the " +
        "chosen places: `replace` from 0.8 to below 0.9.",
      ko:
        "[MASK]가 되지 않은 자리의 10분의 1만 무작위 단어로 바꿨습니다. 고른 자리 전체의 10분의 1입니다. replace가 0.8 이상 0.9 미만일 때입니다.",
    },
    answer: masking({
      read: (token, { replace, word }, { maskId }) =>
        replace < 0.8 ? maskId : replace < 0.82 ? word : token,
    }),
    variants: [
      masking({
        read: (token, { replace, word }, { maskId }) =>
          replace < 0.8 ? maskId : replace < 0.815 ? word : token,
      }),
    ],
  },
  {
    name: { en: "always [MASK]", ko: "언제나 [MASK]" },
    hint: {
      en:
        "Every chosen place becomes [MASK]. In use there is no [MASK]: a model that was asked only " +
        "where it saw one need not know the other words. One chosen place in ten gets a random word, " +
        "one stays as it is; `replace` decides, not `choose`.",
      ko:
        "고른 자리가 모두 [MASK]가 됩니다. 실제로 쓸 때는 [MASK]가 없으므로, [MASK]에서만 질문을 받은 모델은 다른 단어를 잘 몰라도 됩니다. " +
        "열에 하나는 무작위 단어로 바꾸고, 열에 하나는 그대로 두세요. choose가 아니라 replace로 정합니다.",
    },
    answer: masking({ read: (_token, _draw, { maskId }) => maskId }),
  },
  {
    name: { en: "one draw decides both", ko: "draw 하나로 둘 다 정함" },
    hint: {
      en:
        "You split the range of `choose` to find what is read. There is a draw of its own for that, `replace`.",
      ko: "무엇을 읽을지도 choose의 범위를 나누어 정했습니다. 그것은 따로 있는 replace로 정합니다.",
    },
    answer: masking({
      read: (token, { choose, word }, { maskId }) =>
        choose < 0.15 * 0.8 ? maskId : choose < 0.15 * 0.9 ? word : token,
    }),
  },
  {
    name: { en: "the ranges in another order", ko: "범위의 순서가 다름" },
    hint: {
      en:
        "The shares are right, but the ranges lie in another order: [MASK] is below 0.8, the random word from there to " +
        "below 0.9, the token itself from 0.9 on.",
      ko:
        "비율은 맞지만 범위의 순서가 다릅니다. 0.8 미만이면 [MASK], 거기서 0.9 미만이면 무작위 단어, 0.9 이상이면 원래 토큰입니다.",
    },
    answer: masking({
      read: (token, { replace, word }, { maskId }) =>
        replace < 0.1 ? word : replace < 0.2 ? token : maskId,
    }),
    variants: [
      masking({
        read: (token, { replace, word }, { maskId }) =>
          replace < 0.1 ? token : replace < 0.2 ? word : maskId,
      }),
      masking({
        read: (token, { replace, word }, { maskId }) =>
          replace > 0.2 ? maskId : replace > 0.1 ? word : token,
      }),
      masking({
        read: (token, { replace, word }, { maskId }) =>
          replace < 0.1 ? word : replace < 0.9 ? maskId : token,
      }),
      masking({
        read: (token, { replace, word }, { maskId }) =>
          replace < 0.1 ? token : replace < 0.9 ? maskId : word,
      }),
    ],
  },
  {
    name: { en: "random and unchanged swapped", ko: "무작위와 그대로가 바뀜" },
    hint: {
      en:
        "The shares are right, but the last two cases are swapped: from 0.8 to below 0.9 the random " +
        "word is read, from 0.9 on the token stays.",
      ko:
        "비율은 맞지만 마지막 두 경우가 바뀌었습니다. 0.8 이상 0.9 미만이면 무작위 단어, 0.9 이상이면 원래 토큰입니다.",
    },
    answer: masking({
      read: (token, { replace, word }, { maskId }) =>
        replace < 0.8 ? maskId : replace < 0.9 ? token : word,
    }),
  },
  {
    name: { en: "the random word for [MASK]", ko: "[MASK] 자리에 무작위 단어" },
    hint: {
      en:
        "You have [MASK] and the random word the wrong way round: eight chosen places in ten become [MASK], one " +
        "the word.",
      ko:
        "[MASK]와 무작위 단어가 바뀌었습니다. 고른 자리 열에 여덟은 [MASK], 하나는 무작위 단어가 됩니다.",
    },
    answer: masking({
      read: (token, { replace, word }, { maskId }) =>
        replace < 0.8 ? word : replace < 0.9 ? maskId : token,
    }),
  },
  {
    name: { en: "special tokens masked", ko: "특수 토큰을 가림" },
    hint: {
      en:
        "You also choose [CLS], [SEP] or <pad>. They are always in the same places: nothing can be " +
        "learned from guessing them. A token among specialIds is never chosen.",
      ko:
        "[CLS], [SEP], <pad>도 골랐습니다. 이 토큰들은 늘 같은 자리에 있으므로 맞혀도 배울 것이 없습니다. specialIds에 있는 토큰은 고르지 마세요.",
    },
    answer: masking({ isChosen: (_, { choose }) => choose < 0.15 }),
    variants: [
      masking({ isChosen: (token, { choose }, { maskId }) => choose < 0.15 && token !== maskId }),
      masking({ isChosen: (token, { choose }) => choose < 0.15 && token !== 0 }),
      masking({ isChosen: (token, { choose }) => choose < 0.15 && token !== 4 && token !== 5 }),
    ],
  },
  {
    name: { en: "guesses which ids are special", ko: "특수 토큰의 id를 짐작함" },
    hint: {
      en:
        "You take small ids for special ones, or look for a token's id among the places of specialIds instead of " +
        "what stands there. Ask whether the list includes the token.",
      ko:
        "작은 id를 특수 토큰으로 여겼거나, specialIds의 값이 아니라 인덱스에서 찾았습니다. 목록에 그 토큰이 들어 있는지(includes) 물으세요.",
    },
    answer: masking({
      isChosen: (token, { choose }, { specialIds }) =>
        choose < 0.15 && specialIds[token] === undefined,
    }),
    variants: [
      masking({ isChosen: (token, { choose }) => choose < 0.15 && token > 6 }),
      masking({
        isChosen: (token, { choose }, { specialIds }) =>
          choose < 0.15 && token > Math.max(...specialIds),
      }),
    ],
  },
  {
    name: { en: "the first special id is missed", ko: "첫 특수 id를 놓침" },
    hint: {
      en:
        "The first of specialIds is chosen, or only it is spared: indexOf gives the place in the list, 0 for the " +
        "first and −1 for what is not there.",
      ko:
        "specialIds의 첫 id를 골랐거나 그 id만 골라내지 못했습니다. indexOf는 목록에서의 자리를 돌려주며, 첫째는 0, 없으면 −1입니다.",
    },
    answer: masking({
      isChosen: (token, { choose }, { specialIds }) =>
        choose < 0.15 && !(specialIds.indexOf(token) > 0),
    }),
    variants: [
      masking({
        isChosen: (token, { choose }, { specialIds }) => choose < 0.15 && token !== specialIds[0],
      }),
    ],
  },
  {
    name: { en: "chooses every word", ko: "모든 단어를 고름" },
    hint: {
      en:
        "Every token that is not special is chosen, whatever `choose` says. Both conditions have to hold: below 0.15 and " +
        "not special.",
      ko:
        "특수 토큰이 아니면 choose와 상관없이 모두 골랐습니다. 0.15보다 작고, 특수 토큰이 아니어야 합니다. 두 조건이 모두 필요합니다.",
    },
    answer: masking({ isChosen: (token, _draw, { specialIds }) => !specialIds.includes(token) }),
    variants: [
      masking({
        isChosen: (token, { choose }, { specialIds }) =>
          choose < 0.15 || !specialIds.includes(token),
      }),
    ],
  },
  {
    name: { en: "only special tokens chosen", ko: "특수 토큰만 고름" },
    hint: {
      en:
        "You choose the special tokens and no other. It is the other way round: they are never chosen.",
      ko: "특수 토큰만 골랐습니다. 반대입니다. 특수 토큰은 고르지 않습니다.",
    },
    answer: masking({
      isChosen: (token, { choose }, { specialIds }) => choose < 0.15 && specialIds.includes(token),
    }),
  },
  {
    name: { en: "draws used by words only", ko: "단어만 draw를 씀" },
    hint: {
      en:
        "You count draws at words only, so after a special token every place gets another place's draw. Each " +
        "place has its own, special or not: draws[i].",
      ko:
        "단어에서만 draw를 하나씩 썼기 때문에 특수 토큰 다음의 자리들이 다른 자리의 draw를 씁니다. 특수 토큰이든 아니든 자리마다 자기 draw가 있습니다.",
    },
    answer(tokens, draws, options) {
      let used = 0;
      const inputs = [...tokens];
      const labels = tokens.map(() => 0);
      for (const [i, token] of tokens.entries()) {
        if (options.specialIds.includes(token)) continue;
        const draw = draws[used++];
        if (draw.choose >= 0.15) continue;
        inputs[i] = right.read(token, draw, options);
        labels[i] = token;
      }
      return { inputs, labels };
    },
  },
  {
    name: { en: "words hidden that were not chosen", ko: "고르지 않은 단어까지 가림" },
    hint: {
      en:
        "You replace words at places that were not chosen. `replace` is looked at only where `choose` chose.",
      ko: "고르지 않은 자리의 단어까지 바꿨습니다. replace는 choose로 고른 자리에서만 봅니다.",
    },
    answer: (tokens, draws, options) => ({
      inputs: tokens.map((token, i) => right.read(token, draws[i], options)),
      labels: masking({})(tokens, draws, options).labels,
    }),
    variants: [
      (tokens, draws, options) => ({
        inputs: tokens.map((token, i) =>
          options.specialIds.includes(token) ? token : right.read(token, draws[i], options)
        ),
        labels: masking({})(tokens, draws, options).labels,
      }),
    ],
  },
  {
    name: { en: "loss over all tokens", ko: "모든 토큰에 손실" },
    hint: {
      en:
        "Your labels ask for every token, also for those that the model can simply read off. The loss " +
        "would be small and teach mostly copying. Places that were not chosen get the label 0.",
      ko:
        "모든 토큰을 레이블로 두었습니다. 그대로 보이는 토큰까지 묻게 되어 손실은 작아지지만 대부분 베끼는 법만 배웁니다. 고르지 않은 자리의 레이블은 0입니다.",
    },
    answer: masking({ label: (token) => token }),
    variants: [
      masking({
        label: (token, _chosen, _input, { specialIds }) => specialIds.includes(token) ? 0 : token,
      }),
    ],
  },
  {
    name: { en: "labels where nothing was chosen", ko: "고르지 않은 자리의 레이블" },
    hint: {
      en:
        "Your labels are the wrong way round: 0 at the chosen places, the token elsewhere. What was chosen is asked.",
      ko: "레이블이 반대입니다. 고른 자리가 0이고 나머지가 토큰입니다. 고른 자리를 물어야 합니다.",
    },
    answer: masking({ label: (token, isChosen) => isChosen ? 0 : token }),
  },
  {
    name: { en: "labels taken after hiding", ko: "가린 다음의 레이블" },
    hint: {
      en:
        "Your labels hold what the model reads, such as [MASK], instead of what was there before. " +
        "Look the label up in tokens, not in inputs.",
      ko:
        "레이블에 원래 단어가 아니라 모델이 읽는 것([MASK] 등)이 들어 있습니다. 레이블은 inputs가 아니라 tokens에서 가져오세요.",
    },
    answer: masking({ label: (_token, isChosen, input) => isChosen ? input : 0 }),
    variants: [(tokens, draws, options) => { // the caller's list is what is changed
      const labels = tokens.map(() => 0);
      tokens.forEach((token, i) => {
        if (!right.isChosen(token, draws[i], options)) return;
        tokens[i] = right.read(token, draws[i], options);
        labels[i] = tokens[i];
      });
      return { inputs: tokens, labels };
    }],
  },
  {
    name: { en: "asks only at [MASK]", ko: "[MASK]에서만 물음" },
    hint: {
      en:
        "Only the places that became [MASK] have a label. All chosen places are asked, those with a random word " +
        "and those that stayed the same as well.",
      ko:
        "[MASK]가 된 자리에만 레이블이 있습니다. 무작위 단어가 온 자리와 그대로 둔 자리까지, 고른 자리는 모두 물어야 합니다.",
    },
    answer: masking({
      label: (token, isChosen, input, { maskId }) => isChosen && input === maskId ? token : 0,
    }),
  },
  {
    name: { en: "no label where the token stays", ko: "그대로 둔 자리에 레이블이 없음" },
    hint: {
      en:
        "A chosen place whose token stays as it is has the label 0 in yours. It is asked, too: that is " +
        "why the model must look twice at every word, not only at [MASK].",
      ko:
        "고른 자리 가운데 토큰을 그대로 둔 곳의 레이블이 0입니다. 그 자리도 물어야 합니다. 그래야 모델이 [MASK]뿐 아니라 모든 단어를 다시 살펴봅니다.",
    },
    answer: masking({ label: (token, _isChosen, input) => input === token ? 0 : token }),
  },
  {
    name: { en: "something else than 0 for no label", ko: "레이블이 없는 자리가 0이 아님" },
    hint: {
      en:
        "Places that are not asked get the label 0 here, since 0 is what this course's loss ignores; " +
        "PyTorch's ignores −100.",
      ko:
        "묻지 않는 자리의 레이블은 여기서는 0입니다. 이 과정의 손실은 0을 무시합니다(PyTorch에서는 −100입니다).",
    },
    answer: masking({ label: (token, isChosen) => isChosen ? token : -100 }),
    variants: [
      masking({ label: (token, isChosen) => isChosen ? token : -1 }),
      masking({ label: (token, isChosen) => isChosen ? token : null }),
    ],
  },
  {
    name: { en: "85 % chosen", ko: "85 %를 고름" },
    hint: {
      en:
        "You choose the places whose draw is above 0.15: that is 85 % of them. Below 0.15 is right.",
      ko:
        "choose가 0.15보다 큰 자리를 골랐습니다. 그러면 85 %가 됩니다. 0.15보다 작은 자리를 고르세요.",
    },
    answer: masking({
      isChosen: (token, { choose }, { specialIds }) => choose > 0.15 && !specialIds.includes(token),
    }),
    variants: [
      masking({
        isChosen: (token, { choose }, { specialIds }) =>
          choose >= 0.15 && !specialIds.includes(token),
      }),
    ],
  },
  {
    name: { en: "the thresholds included", ko: "경계를 포함함" },
    hint: {
      en:
        "At a threshold itself you decide differently: the task says below 0.15, below 0.8, below 0.9, each " +
        "without the number itself.",
      ko:
        "경계의 값에서 다르게 정했습니다. 과제는 0.15, 0.8, 0.9 모두 미만입니다. 경계의 수 자체는 들어가지 않습니다.",
    },
    answer: masking({
      isChosen: (token, { choose }, { specialIds }) =>
        choose <= 0.15 && !specialIds.includes(token),
      read: (token, { replace, word }, { maskId }) =>
        replace <= 0.8 ? maskId : replace <= 0.9 ? word : token,
    }),
    variants: [
      masking({
        isChosen: (token, { choose }, { specialIds }) =>
          choose <= 0.15 && !specialIds.includes(token),
      }),
      masking({
        read: (token, { replace, word }, { maskId }) =>
          replace <= 0.8 ? maskId : replace <= 0.9 ? word : token,
      }),
      masking({
        read: (token, { replace, word }, { maskId }) =>
          replace < 0.8 ? maskId : replace <= 0.9 ? word : token,
      }),
      masking({
        read: (token, { replace, word }, { maskId }) =>
          replace <= 0.8 ? maskId : replace < 0.9 ? word : token,
      }),
    ],
  },
  {
    name: { en: "another share than 15 %", ko: "15%가 아님" },
    hint: {
      en: "You choose another share of the places: choose has to be below 0.15.",
      ko: "15%가 아닌 다른 비율로 자리를 고릅니다. choose가 0.15보다 작아야 합니다.",
    },
    answer: masking({
      isChosen: (token, { choose }, { specialIds }) => choose < 0.2 && !specialIds.includes(token),
    }),
    variants: [
      masking({
        isChosen: (token, { choose }, { specialIds }) =>
          choose < 0.1 && !specialIds.includes(token),
      }),
      masking({
        isChosen: (token, { choose }, { specialIds }) =>
          choose < 0.5 && !specialIds.includes(token),
      }),
      masking({
        isChosen: (token, { choose }, { specialIds }) =>
          choose < 0.8 && !specialIds.includes(token),
      }),
      masking({
        isChosen: (token, { choose }, { specialIds }) =>
          choose < 0.9 && !specialIds.includes(token),
      }),
    ],
  },
  {
    name: { en: "specialIds asked for the place", ko: "번호 대신 자리를 찾음" },
    hint: {
      en: "You look whether the place is among specialIds. Look for the token that stands there.",
      ko: "자리 번호가 specialIds에 있는지 보았습니다. 그 자리의 토큰을 찾으세요.",
    },
    answer: (tokens, draws, options) => {
      const chosen = tokens.map((_, i) =>
        draws[i].choose < 0.15 && !options.specialIds.includes(i)
      );
      return {
        inputs: tokens.map((token, i) => chosen[i] ? right.read(token, draws[i], options) : token),
        labels: tokens.map((token, i) => chosen[i] ? token : 0),
      };
    },
  },
  {
    name: { en: "ids sought in a text", ko: "번호를 글자에서 찾음" },
    hint: {
      en: "You look ids up in a text, where 1 is found in 41. Use specialIds.includes(token).",
      ko: "번호를 문자열에서 찾아서 41 안에서도 1이 나옵니다. specialIds.includes(token)을 쓰세요.",
    },
    answer: masking({
      isChosen: (token, { choose }, { specialIds }) =>
        choose < 0.15 && !specialIds.join().includes(`${token}`),
    }),
  },
  {
    name: { en: "true and false for labels", ko: "레이블이 맞고 틀림뿐" },
    hint: {
      en:
        "Your labels say whether a place was chosen. They are to say which token stood there: its id.",
      ko: "레이블이 고른 자리인지만 말합니다. 그 자리에 있던 토큰의 id를 넣으세요.",
    },
    answer: masking({ label: (_token, isChosen) => isChosen ? 1 : 0 }),
  },
  {
    name: { en: "labels of the chosen places alone", ko: "고른 자리의 레이블만 있음" },
    hint: {
      en:
        "Your list of labels is shorter than the text. There is a label for each place: the true token where " +
        "it was chosen, 0 elsewhere.",
      ko:
        "레이블의 목록이 글보다 짧습니다. 레이블은 자리마다 하나입니다. 고른 자리는 원래 토큰, 나머지는 0입니다.",
    },
    answer: (tokens, draws, options) => {
      const { inputs, labels } = masking({})(tokens, draws, options);
      return { inputs, labels: labels.filter((label) => label !== 0) };
    },
  },
  {
    name: { en: "special tokens left out", ko: "특수 토큰을 뺌" },
    hint: {
      en:
        "You take the special tokens out of the text. They stay where they are; they are only never chosen.",
      ko: "특수 토큰을 글에서 뺐습니다. 그대로 두되 고르지만 않으면 됩니다.",
    },
    answer: (tokens, draws, options) =>
      masking({})(
        tokens.filter((token) => !options.specialIds.includes(token)),
        draws.filter((_, i) => !options.specialIds.includes(tokens[i])),
        options,
      ),
    variants: [
      (tokens, draws, options) =>
        masking({})(tokens.filter((token) => !options.specialIds.includes(token)), draws, options),
    ],
  },
  {
    name: { en: "labels for special tokens", ko: "특수 토큰에도 레이블" },
    hint: {
      en: "Special tokens have labels in your answer. They are never chosen, so their label is 0.",
      ko: "특수 토큰에 레이블이 있습니다. 고르지 않는 토큰이므로 레이블은 0입니다.",
    },
    answer: (tokens, draws, options) => {
      const { inputs, labels } = masking({})(tokens, draws, options);
      return {
        inputs,
        labels: labels.map((label, i) =>
          options.specialIds.includes(tokens[i]) ? tokens[i] : label
        ),
      };
    },
    variants: [(tokens, draws, options) => {
      const { inputs, labels } = masking({})(tokens, draws, options);
      return {
        inputs,
        labels: labels.map((label, i) => draws[i].choose < 0.15 ? tokens[i] : label),
      };
    }],
  },
];
