/**
 * Wrong answers to exercise 05.4 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, linear } from "./exercise.ts";

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function countParameters(modelSize: number, headCount: number, dim: number): number {
  const width = headCount * dim;
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, number>[] = [
  {
    name: "output projection forgotten",
    hint: {
      en:
        "Queries, keys and values are counted, the output projection is not. After the heads are laid side " +
        "by side one more matrix mixes them, with its bias.",
      ko:
        "쿼리, 키, 값은 세었지만 출력 투영이 빠졌습니다. 헤드들을 나란히 놓은 뒤 행렬 하나가 더 섞습니다. 편향도 있습니다.",
    },
    source: variant("3 * (modelSize * width + width)"),
    values: (modelSize, headCount, dim) => [3 * linear(modelSize, headCount * dim)],
  },
  {
    name: "biases forgotten",
    hint: {
      en:
        "You count the matrices alone. Each of the four projections also adds a bias, one number for each " +
        "of its outputs.",
      ko: "행렬만 세었습니다. 네 투영은 모두 편향도 더하고, 편향은 출력마다 수 하나입니다.",
    },
    source: variant("4 * modelSize * width"),
    values: (modelSize, headCount, dim) => [4 * modelSize * headCount * dim],
  },
  {
    name: "output projection and biases forgotten",
    hint: {
      en:
        "You count three matrices and nothing else. Two things are missing: the output projection after " +
        "the heads, and a bias in every projection.",
      ko:
        "행렬 세 개만 세었습니다. 두 가지가 빠졌습니다. 헤드 다음의 출력 투영, 그리고 투영마다 있는 편향입니다.",
    },
    source: variant("3 * modelSize * width"),
    values: (modelSize, headCount, dim) => [3 * modelSize * headCount * dim],
  },
  {
    name: "counts one head",
    hint: {
      en:
        "You count as if there were one head. Every head has its own three projections, and the output " +
        "projection takes the numbers of all heads.",
      ko:
        "헤드가 하나인 것처럼 세었습니다. 헤드마다 자기 투영 세 개가 있고, 출력 투영은 모든 헤드의 수를 받습니다.",
    },
    source: variant("4 * modelSize * dim + 3 * dim + modelSize"),
    values: (modelSize, _, dim) => [3 * linear(modelSize, dim) + linear(dim, modelSize)],
  },
  {
    name: "takes dim for modelSize / headCount",
    hint: {
      en:
        "Your count does not depend on dim. It holds only where the heads share the model size out; here " +
        "dim may be anything, so the matrices need not be square.",
      ko:
        "센 값이 dim에 따라 달라지지 않습니다. 헤드들이 모델 크기를 나누어 가질 때만 맞는 값입니다. 여기서는 dim이 무엇이든 될 수 있으므로 " +
        "행렬이 정사각형이 아닐 수 있습니다.",
    },
    source: variant("4 * (modelSize ** 2 + modelSize)"),
    values: (modelSize) => [4 * linear(modelSize, modelSize)],
  },
  {
    name: "output bias as long as the heads",
    hint: {
      en:
        "Nearly: only the output projection's bias is counted wrongly. A bias has one number for each " +
        "output, and the output projection leads to modelSize numbers.",
      ko:
        "거의 맞았습니다. 출력 투영의 편향만 잘못 세었습니다. 편향은 출력마다 수 하나이고, 출력 투영의 출력은 modelSize개입니다.",
    },
    source: variant("4 * (modelSize * width + width)"),
    values: (modelSize, headCount, dim) => [4 * linear(modelSize, headCount * dim)],
  },
];
