/**
 * Wrong answers to exercise 05.4 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { countParameters } from "./solution.ts";

/** Inputs times outputs, and one bias for each output. */
const linear = (inputs: number, outputs: number): number => inputs * outputs + outputs;

export const mistakes: readonly Mistake<typeof countParameters>[] = [
  {
    name: { en: "output projection forgotten", ko: "출력 투영을 빠뜨림" },
    hint: {
      en:
        "Queries, keys and values are counted, the output projection is not. After the heads are laid side " +
        "by side one more matrix mixes them, with its bias.",
      ko:
        "쿼리, 키, 값은 세었지만 출력 투영이 빠졌습니다. 헤드들을 나란히 놓은 뒤 행렬 하나가 더 섞습니다. 편향도 있습니다.",
    },
    answer: (modelSize, headCount, dim) => 3 * linear(modelSize, headCount * dim),
  },
  {
    name: { en: "biases forgotten", ko: "편향을 빠뜨림" },
    hint: {
      en:
        "You count the matrices alone. Each of the four projections also adds a bias, one number for each " +
        "of its outputs.",
      ko: "행렬만 세었습니다. 네 투영은 모두 편향도 더하고, 편향은 출력마다 수 하나입니다.",
    },
    answer: (modelSize, headCount, dim) => 4 * modelSize * headCount * dim,
  },
  {
    name: { en: "output projection and biases forgotten", ko: "출력 투영과 편향을 빠뜨림" },
    hint: {
      en:
        "You count three matrices and nothing else. Two things are missing: the output projection after " +
        "the heads, and a bias in every projection.",
      ko:
        "행렬 세 개만 세었습니다. 두 가지가 빠졌습니다. 헤드 다음의 출력 투영, 그리고 투영마다 있는 편향입니다.",
    },
    answer: (modelSize, headCount, dim) => 3 * modelSize * headCount * dim,
  },
  {
    name: { en: "counts one head", ko: "헤드 하나만 셈" },
    hint: {
      en:
        "You count as if there were one head. Every head has its own three projections, and the output " +
        "projection takes the numbers of all heads.",
      ko:
        "헤드가 하나인 것처럼 세었습니다. 헤드마다 자기 투영 세 개가 있고, 출력 투영은 모든 헤드의 수를 받습니다.",
    },
    answer: (modelSize, _headCount, dim) => 3 * linear(modelSize, dim) + linear(dim, modelSize),
    variants: [
      (modelSize, _headCount, dim) => 4 * modelSize * dim,
      (modelSize, headCount, dim) =>
        3 * linear(modelSize, dim) + linear(headCount * dim, modelSize),
    ],
  },
  {
    name: { en: "the output projection takes one head", ko: "출력 투영이 헤드 하나만 받음" },
    hint: {
      en:
        "The three projections into the heads are right. The output projection takes the numbers of all heads, side " +
        "by side, not those of one.",
      ko:
        "헤드로 가는 투영 셋은 맞습니다. 출력 투영은 헤드 하나가 아니라 나란히 놓은 모든 헤드의 수를 받습니다.",
    },
    answer: (modelSize, headCount, dim) =>
      3 * linear(modelSize, headCount * dim) + linear(dim, modelSize),
  },
  {
    name: { en: "takes dim for modelSize / headCount", ko: "dim을 modelSize / headCount로 여김" },
    hint: {
      en:
        "Your matrices do not have the size that dim gives them: you took modelSize / headCount, or squares of " +
        "modelSize. Here dim may be anything, so the matrices need not be square.",
      ko:
        "행렬의 크기가 dim을 따르지 않습니다. modelSize / headCount나 modelSize의 제곱을 썼습니다. 여기서는 dim이 무엇이든 될 수 있으므로 " +
        "행렬이 정사각형이 아닐 수 있습니다.",
    },
    answer: (modelSize) => 4 * linear(modelSize, modelSize),
    variants: [
      (modelSize) => 4 * modelSize ** 2,
      (modelSize) => 3 * linear(modelSize, modelSize),
      (modelSize) => 3 * modelSize ** 2,
      (modelSize, headCount, dim) => 3 * modelSize * headCount * dim + modelSize ** 2,
      (modelSize, headCount, dim) =>
        3 * headCount * (modelSize * (modelSize / headCount) + dim) +
        linear(headCount * dim, modelSize),
      (modelSize, headCount, dim) =>
        3 * linear(modelSize, headCount * dim) + linear(modelSize, modelSize),
    ],
  },
  {
    name: { en: "output bias as long as the heads", ko: "출력 편향을 헤드 길이로 셈" },
    hint: {
      en:
        "Nearly: only the output projection's bias is counted wrongly. A bias has one number for each " +
        "output, and the output projection leads to modelSize numbers.",
      ko:
        "거의 맞았습니다. 출력 투영의 편향만 잘못 세었습니다. 편향은 출력마다 수 하나이고, 출력 투영의 출력은 modelSize개입니다.",
    },
    answer: (modelSize, headCount, dim) => 4 * linear(modelSize, headCount * dim),
  },
  {
    name: { en: "a bias for each input", ko: "입력마다 편향" },
    hint: {
      en:
        "The matrices are right. Your biases are as long as what goes in; a bias has one number for each output.",
      ko: "행렬은 맞습니다. 편향을 입력의 개수만큼 세었는데, 편향은 출력마다 수 하나입니다.",
    },
    answer: (modelSize, headCount, dim) =>
      4 * modelSize * headCount * dim + 3 * modelSize + headCount * dim,
    variants: [
      (modelSize, headCount, dim) => 4 * (modelSize * headCount * dim + modelSize),
    ],
  },
  {
    name: { en: "no bias for the output", ko: "출력 투영의 편향을 빠뜨림" },
    hint: {
      en: "Nearly: the output projection has a bias as well, one number for each of its outputs.",
      ko: "거의 맞았습니다. 출력 투영에도 편향이 있고, 출력마다 수 하나입니다.",
    },
    answer: (modelSize, headCount, dim) =>
      3 * linear(modelSize, headCount * dim) + headCount * dim * modelSize,
  },
  {
    name: { en: "a bias for the output alone", ko: "출력 투영에만 편향" },
    hint: {
      en:
        "The matrices are right, and the output's bias is. The projections of queries, keys and values have biases " +
        "too, one number for each output.",
      ko:
        "행렬과 출력의 편향은 맞습니다. 쿼리, 키, 값(values)의 투영에도 편향이 있고, 출력마다 수 하나입니다.",
    },
    answer: (modelSize, headCount, dim) => 4 * modelSize * headCount * dim + modelSize,
  },
  {
    name: { en: "one number for each bias", ko: "편향을 수 하나로 셈" },
    hint: {
      en:
        "The matrices are right. You count each bias as one number; it is a vector, one number for each output of " +
        "its projection.",
      ko:
        "행렬은 맞습니다. 편향을 수 하나로 세었습니다. 편향은 벡터이고, 투영의 출력마다 수 하나입니다.",
    },
    answer: (modelSize, headCount, dim) => 4 * (modelSize * headCount * dim + 1),
    variants: [
      (modelSize, headCount, dim) => 4 * modelSize * headCount * dim + 3 * headCount + 1,
      (modelSize, headCount, dim) => 4 * modelSize * headCount * dim + 3 * headCount + modelSize,
    ],
  },
  {
    name: { en: "the biases of one head", ko: "헤드 하나의 편향만 셈" },
    hint: {
      en:
        "The matrices are right. You count the biases of one head; each head has its own for queries, keys and values.",
      ko:
        "행렬은 맞습니다. 헤드 하나의 편향만 세었습니다. 쿼리, 키, 값(values)의 편향은 헤드마다 따로 있습니다.",
    },
    answer: (modelSize, headCount, dim) => 4 * modelSize * headCount * dim + 3 * dim + modelSize,
  },
  {
    name: { en: "an output projection for each head", ko: "헤드마다 출력 투영" },
    hint: {
      en:
        "You give every head an output projection with a bias of its own. There is one, from all heads together, so " +
        "its bias counts once.",
      ko:
        "헤드마다 편향이 있는 출력 투영을 두었습니다. 출력 투영은 모든 헤드를 한꺼번에 받는 하나뿐이므로 편향도 한 번만 셉니다.",
    },
    answer: (modelSize, headCount, dim) =>
      headCount * (3 * linear(modelSize, dim) + linear(dim, modelSize)),
  },
  {
    name: { en: "counts the heads twice", ko: "헤드를 두 번 셈" },
    hint: {
      en:
        "You multiply by headCount where the width of all heads, headCount · dim, already counts them.",
      ko:
        "모든 헤드의 너비 headCount · dim이 이미 헤드를 세었는데 headCount를 한 번 더 곱했습니다.",
    },
    answer: (modelSize, headCount, dim) =>
      headCount * (3 * linear(modelSize, headCount * dim) + linear(headCount * dim, modelSize)),
    variants: [
      (modelSize, headCount, dim) => headCount * 4 * linear(modelSize, headCount * dim),
      (modelSize, headCount, dim) =>
        headCount * 3 * linear(modelSize, headCount * dim) + linear(headCount * dim, modelSize),
    ],
  },
  {
    name: { en: "one projection for queries, keys and values", ko: "쿼리, 키, 값에 투영 하나" },
    hint: {
      en:
        "You count one projection into the heads. Queries, keys and values have one each: three of the same size.",
      ko:
        "헤드로 가는 투영을 하나만 세었습니다. 쿼리, 키, 값(values)마다 하나씩, 크기가 같은 투영이 셋입니다.",
    },
    answer: (modelSize, headCount, dim) =>
      linear(modelSize, headCount * dim) + linear(headCount * dim, modelSize),
    variants: [(modelSize, headCount, dim) => linear(modelSize, headCount * dim)],
  },
  {
    name: { en: "one bias for queries, keys and values together", ko: "쿼리, 키, 값에 편향 하나" },
    hint: {
      en:
        "The matrices are right. Queries, keys and values share one bias in your count; each of the three projections " +
        "has its own.",
      ko:
        "행렬은 맞습니다. 쿼리, 키, 값(values)의 편향을 하나로 세었습니다. 세 투영에 편향이 하나씩 따로 있습니다.",
    },
    answer: (modelSize, headCount, dim) =>
      4 * modelSize * headCount * dim + headCount * dim + modelSize,
  },
  {
    name: { en: "two projections into the heads", ko: "헤드로 가는 투영이 둘" },
    hint: {
      en: "You count two projections into the heads. There are three: queries, keys and values.",
      ko: "헤드로 가는 투영을 둘만 세었습니다. 쿼리, 키, 값(values), 모두 셋입니다.",
    },
    answer: (modelSize, headCount, dim) =>
      2 * linear(modelSize, headCount * dim) + linear(headCount * dim, modelSize),
    variants: [(modelSize, headCount, dim) => 2 * linear(modelSize, headCount * dim)],
  },
];
