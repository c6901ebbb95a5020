/**
 * Wrong answers to exercise 01.3 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { shiftRight } from "./solution.ts";

export const mistakes: readonly Mistake<typeof shiftRight>[] = [
  {
    name: { en: "not shifted: reads what it should say", ko: "옮기지 않음: 말할 것을 그대로 읽음" },
    hint: {
      en:
        "At each position your decoder reads the very token that it should say there. It would learn to " +
        "copy its input. Move everything one position to the right and put <sos> in front.",
      ko:
        "각 위치에서 말해야 할 토큰을 그대로 읽습니다. 그러면 입력을 베끼는 법만 배웁니다. 전체를 오른쪽으로 한 칸 옮기고 맨 앞에 <sos>를 놓으세요.",
    },
    answer: (labels) => labels,
  },
  {
    name: {
      en: "off by one: <sos> in the place of the first word",
      ko: "한 칸 어긋남: 첫 단어 자리에 <sos>",
    },
    hint: {
      en:
        "You put <sos> over the first token instead of before it. From the second position on, the " +
        "decoder reads what it should say there: off by one.",
      ko:
        "<sos>를 첫 토큰 앞에 넣지 않고 첫 토큰 자리에 덮어썼습니다. 두 번째 위치부터는 말해야 할 토큰을 그대로 읽게 되어 한 칸 어긋납니다.",
    },
    answer: (labels, startId) => [startId, ...labels.slice(1)],
    variants: [
      (labels, startId) => {
        labels[0] = startId;
        return labels;
      },
    ],
  },
  {
    name: { en: "eos leaked into the inputs", ko: "입력에 <eos>가 들어감" },
    hint: {
      en:
        "Your inputs end with <eos> and are one longer than the labels. After <eos> nothing more is " +
        "said, so nobody reads it: leave the last label out.",
      ko:
        "입력이 <eos>로 끝나고 레이블보다 하나 더 깁니다. <eos> 다음에는 더 말할 것이 없으므로 읽을 필요가 없습니다. 마지막 레이블을 빼세요.",
    },
    answer: (labels, startId) => [startId, ...labels],
    variants: [
      (labels, startId) => {
        labels.unshift(startId);
        return labels;
      },
    ],
  },
  {
    name: { en: "changes the labels in place", ko: "레이블을 제자리에서 바꿈" },
    hint: {
      en:
        "What you return is right, but your function changes the caller's labels on the way: unshift, pop, splice " +
        "and an assignment to an entry do that. The labels are still needed for the loss: make a new array.",
      ko:
        "돌려주는 값은 맞지만 호출한 쪽의 labels가 바뀝니다. unshift, pop, splice나 원소 대입이 그렇게 합니다. labels는 손실을 구할 때 " +
        "또 필요하므로 새 배열을 만드세요.",
    },
    answer(labels, startId) {
      labels.unshift(startId);
      labels.pop();
      return labels;
    },
    variants: [
      (labels, startId) => {
        labels.pop();
        return [startId, ...labels];
      },
    ],
  },
  {
    name: { en: "shifted left", ko: "왼쪽으로 옮김" },
    hint: {
      en:
        "You moved the labels to the left: the decoder would read the token *after* the one it should " +
        "say. Move them to the right.",
      ko:
        "레이블을 왼쪽으로 옮겼습니다. 말해야 할 토큰의 *다음* 토큰을 읽게 됩니다. 오른쪽으로 옮기세요.",
    },
    answer: (labels, startId) => [...labels.slice(1), startId],
    variants: [
      (labels) => labels.slice(1),
      (labels) => labels.map((_, i) => labels[i + 1]),
      (labels) => [...labels.slice(1), labels[0]],
    ],
  },
  {
    name: { en: "<sos> at the end", ko: "끝에 <sos>" },
    hint: {
      en:
        "You put <sos> behind the labels. It is the first that a decoder reads: it stands in front, and the rest " +
        "moves one position to the right.",
      ko:
        "<sos>를 레이블 뒤에 놓았습니다. 디코더가 가장 먼저 읽는 것이 <sos>입니다. 맨 앞에 놓고 나머지를 오른쪽으로 한 칸 옮기세요.",
    },
    answer: (labels, startId) => [...labels, startId],
    variants: [(labels, startId) => [...labels.slice(0, -1), startId]],
  },
  {
    name: { en: "rotated: <eos> first", ko: "돌림: <eos>가 맨 앞" },
    hint: {
      en:
        "You moved the labels to the right and put the last one, <eos>, in front. Nothing was said before the first " +
        "token: there the decoder reads <sos>.",
      ko:
        "레이블을 오른쪽으로 옮기고 마지막의 <eos>를 맨 앞에 놓았습니다. 첫 토큰 앞에는 말한 것이 없으므로 그 자리에서는 <sos>를 읽습니다.",
    },
    answer: (labels) => [...labels.slice(-1), ...labels.slice(0, -1)],
    variants: [
      (labels) => {
        const last = labels.splice(-1);
        labels.unshift(...last);
        return labels;
      },
    ],
  },
  {
    name: { en: "no <sos>", ko: "<sos>가 없음" },
    hint: {
      en:
        "Your decoder has nothing to read at the first position. The labels are moved as they should be: put <sos> " +
        "in front.",
      ko: "첫 위치에서 읽을 것이 없습니다. 레이블은 제대로 옮겼으니 맨 앞에 <sos>를 놓으세요.",
    },
    answer: (labels) => labels.slice(0, -1),
    variants: [
      (labels) => labels.map((_, i) => labels[i - 1]),
      (labels) => {
        labels.pop();
        return labels;
      },
    ],
  },
  {
    name: { en: "the first word lost", ko: "첫 단어를 잃음" },
    hint: {
      en:
        "The first word is missing: the decoder would read <sos> and then the second word. Only the last label, " +
        "<eos>, is never read.",
      ko:
        "첫 단어가 없습니다. <sos> 다음에 바로 둘째 단어를 읽게 됩니다. 읽지 않는 것은 마지막 레이블 <eos>뿐입니다.",
    },
    answer: (labels, startId) => [startId, ...labels.slice(1, -1)],
  },
  {
    name: { en: "<sos> written as a number", ko: "<sos>를 숫자로 적음" },
    hint: {
      en:
        "You write the id of <sos> as a number. Vocabularies differ: it comes as the argument startId.",
      ko:
        "<sos>의 번호를 숫자로 직접 적었습니다. 번호는 어휘마다 다르며 인수 startId로 주어집니다.",
    },
    answer: (labels) => [2, ...labels.slice(0, -1)],
  },
  {
    name: { en: "<eos> found by its number", ko: "<eos>를 숫자로 찾음" },
    hint: {
      en:
        "You take out the id 3, which is <eos> in some cases and a word in others. <eos> needs no number: it is the " +
        "last label.",
      ko:
        "번호 3을 뺐습니다. 3은 어떤 경우에는 <eos>이지만 다른 경우에는 단어입니다. <eos>는 번호가 필요 없습니다. 마지막 레이블입니다.",
    },
    answer: (labels, startId) => [startId, ...labels.filter((label) => label !== 3)],
    variants: [(labels, startId) => [startId, ...labels.slice(0, labels.indexOf(3))]],
  },
  {
    name: { en: "0 taken for nothing", ko: "0을 없는 것으로 여김" },
    hint: {
      en:
        "A word with the id 0 gets lost: in a condition, 0 counts as false. Ask for the position, or for undefined, " +
        "not for the id itself.",
      ko:
        "번호가 0인 단어가 사라집니다. 조건에서 0은 false로 여겨집니다. 번호가 아니라 위치를, 또는 undefined인지를 확인하세요.",
    },
    answer: (labels, startId) => labels.map((_, i) => labels[i - 1] || startId),
    variants: [
      (labels, startId) => [startId, ...labels.slice(0, -1).filter((label) => label)],
    ],
  },
  {
    name: { en: "looks the position up by the word", ko: "단어로 위치를 찾음" },
    hint: {
      en:
        "You look for a label's position with indexOf, which finds the first one only: a word that comes again is " +
        "taken for its first place. Use the position that map and forEach give.",
      ko:
        "indexOf로 위치를 찾았는데, indexOf는 처음 나온 자리만 찾습니다. 그래서 되풀이되는 단어가 첫 자리의 것으로 여겨집니다. map과 forEach가 주는 위치를 쓰세요.",
    },
    answer: (labels, startId) =>
      labels.map((label) => labels[labels.indexOf(label) - 1] ?? startId),
  },
  {
    name: { en: "overwrites what is still needed", ko: "아직 쓸 값을 덮어씀" },
    hint: {
      en:
        "Each position copies the one before, which has been overwritten already: what stands first runs through " +
        "the whole sentence. Copy from the labels into a new array, or begin at the end.",
      ko:
        "각 위치가 앞 위치를 베끼는데, 그 값은 이미 덮어쓴 것이라 맨 앞의 것이 문장 끝까지 번집니다. labels에서 새 배열로 옮기거나 끝에서부터 옮기세요.",
    },
    answer(labels, startId) {
      const inputs = [...labels];
      for (let i = 1; i < inputs.length; i++) inputs[i] = inputs[i - 1];
      inputs[0] = startId;
      return inputs;
    },
    variants: [
      (labels, startId) => {
        for (let i = 1; i < labels.length; i++) labels[i] = labels[i - 1];
        labels[0] = startId;
        return labels;
      },
    ],
  },
  {
    name: { en: "<sos> everywhere", ko: "모든 위치에 <sos>" },
    hint: {
      en:
        "Your decoder reads <sos> at every position. Only the first one is <sos>; each of the others copies the " +
        "labels, one position back, and not what you have just written.",
      ko:
        "모든 위치에서 <sos>를 읽습니다. <sos>는 첫 위치뿐입니다. 나머지는 방금 쓴 값이 아니라 labels의 한 칸 앞을 옮겨야 합니다.",
    },
    answer: (labels, startId) => labels.map(() => startId),
    variants: [
      (labels, startId) => {
        labels[0] = startId;
        for (let i = 1; i < labels.length; i++) labels[i] = labels[i - 1];
        return labels;
      },
    ],
  },
  {
    name: { en: "<sos> twice", ko: "<sos>가 두 번" },
    hint: {
      en:
        "Your inputs begin with <sos> twice: it was put in front, and then taken once more for the first label's " +
        "predecessor. Once is enough, and the length is that of the labels.",
      ko:
        "<sos>가 맨 앞에 두 번 있습니다. 앞에 한 번 놓고, 첫 레이블의 앞 토큰으로 또 한 번 넣었습니다. 한 번이면 되고, 길이는 레이블과 같습니다.",
    },
    answer: (labels, startId) => [startId, startId, ...labels.slice(0, -1)],
  },
  {
    name: { en: "returns what unshift returns", ko: "unshift의 결과를 돌려줌" },
    hint: {
      en:
        "You return what unshift or push returns, which is the new length. The array itself is what they have changed.",
      ko:
        "unshift나 push가 돌려주는 것은 배열이 아니라 새 길이입니다. 바뀐 배열 자체를 돌려주세요.",
    },
    answer: (labels, startId) => labels.slice(0, -1).unshift(startId),
    variants: [
      (labels, startId) => labels.unshift(startId),
      (labels, startId) => {
        labels.pop();
        return labels.unshift(startId);
      },
    ],
  },
  {
    name: { en: "a list in a list", ko: "배열 속의 배열" },
    hint: {
      en:
        "You put the labels into the new array as one entry, a list in a list. Spread them with …, or use concat.",
      ko:
        "레이블을 펼치지 않아 새 배열 안에 배열이 통째로 들어갔습니다. …로 펼치거나 concat을 쓰세요.",
    },
    answer: (labels, startId) => [startId, labels.slice(0, -1)],
    variants: [(labels, startId) => [[startId], labels.slice(0, -1)]],
  },
  {
    name: { en: "drops two labels", ko: "라벨 둘을 버림" },
    hint: {
      en: "Two labels are missing at the end. Only the last one is never read.",
      ko: "끝의 라벨 두 개가 빠졌습니다. 읽지 않는 것은 마지막 하나뿐입니다.",
    },
    answer: (labels, startId) => [startId, ...labels.slice(0, -2)],
  },
  {
    name: { en: "each word once", ko: "단어를 한 번씩만 남김" },
    hint: {
      en:
        "A word that comes again is there only once. Each place of the sentence is read, whatever stood before.",
      ko: "되풀이되는 단어가 한 번만 남았습니다. 앞에 같은 단어가 있었더라도 자리마다 읽습니다.",
    },
    answer: (labels, startId) => [startId, ...new Set(labels.slice(0, -1))],
  },
  {
    name: { en: "two positions late", ko: "두 자리 늦음" },
    hint: {
      en:
        "You move the labels by two positions. At each position stands the token of the one before.",
      ko: "레이블을 두 자리 밀었습니다. 자리마다 바로 앞 자리의 토큰이 옵니다.",
    },
    answer: (labels, startId) => [startId, startId, ...labels].slice(0, labels.length),
  },
  {
    name: { en: "<eos> kept at the end", ko: "끝의 <eos>를 남김" },
    hint: {
      en:
        "Your last entry is <eos> still. At the last position the decoder reads the token before it, as " +
        "everywhere; <eos> is only ever said.",
      ko:
        "마지막 값이 아직 <eos>입니다. 마지막 자리에서도 바로 앞 토큰을 읽습니다. <eos>는 말하기만 하는 토큰입니다.",
    },
    answer: (labels, startId) => [startId, ...labels.slice(0, -2), ...labels.slice(-1)],
  },
];
