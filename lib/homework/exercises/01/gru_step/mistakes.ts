/**
 * Wrong answers to exercise 01.2 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { gruStep } from "./solution.ts";

type Arguments = Parameters<typeof gruStep>;

/** The two gates. */
interface Gates {
  readonly reset: tf.Tensor;
  readonly update: tf.Tensor;
}

/** Where an answer departs from the right one. */
interface Choices {
  /** Reset, update and candidate of `whole`. */
  readonly cut?: (whole: tf.Tensor) => tf.Tensor[];
  /** From its input's part and its state's part. */
  readonly gate?: (input: tf.Tensor, state: tf.Tensor) => tf.Tensor;
  /** The same for the candidate. */
  readonly candidate?: (input: tf.Tensor, state: tf.Tensor, gates: Gates) => tf.Tensor;
  /** The new state from the old one and the candidate. */
  readonly mix?: (old: tf.Tensor, candidate: tf.Tensor, gates: Gates) => tf.Tensor;
}

const inThree = (whole: tf.Tensor): tf.Tensor[] => tf.split(whole, 3, 1);

/** The third part. */
const candidateOf = (whole: tf.Tensor): tf.Tensor => inThree(whole)[2];

/** h·W_h + b_h. */
function recurrentOf(state: tf.Tensor, [, , weights, bias]: Arguments): tf.Tensor {
  return tf.add(tf.matMul(state, weights), bias);
}

function step(args: Arguments, {
  cut = inThree,
  gate = (input, state) => tf.sigmoid(tf.add(input, state)),
  candidate = (input, state, { reset }) => tf.tanh(tf.add(input, tf.mul(reset, state))),
  mix = (old, fresh, { update }) => tf.add(tf.mul(tf.sub(1, update), fresh), tf.mul(update, old)),
}: Choices): tf.Tensor {
  const [projected, hidden] = args;
  const inputs = cut(projected);
  const states = cut(recurrentOf(hidden, args));
  const gates = { reset: gate(inputs[0], states[0]), update: gate(inputs[1], states[1]) };
  return mix(hidden, candidate(inputs[2], states[2], gates), gates);
}

/** The parts, taken from other places: `order` says where reset, update and candidate are looked for. */
function ordered(args: Arguments, order: readonly number[]): tf.Tensor {
  return step(args, {
    cut: (whole) => {
      const parts = inThree(whole);
      return order.map((i) => parts[i]);
    },
  });
}

export const mistakes: readonly Mistake<typeof gruStep>[] = [
  {
    name: { en: "update gate swapped", ko: "업데이트 게이트가 반대" },
    hint: {
      en:
        "Your update gate works the wrong way round: z is the share of the old state that stays, " +
        "1 − z the share of the candidate.",
      ko:
        "업데이트 게이트가 반대로 작동합니다. z는 이전 상태가 남는 비율이고, 1 − z가 후보(candidate)의 비율입니다.",
    },
    answer: (...args) =>
      step(args, {
        mix: (old, fresh, { update }) =>
          tf.add(tf.mul(update, fresh), tf.mul(tf.sub(1, update), old)),
      }),
  },
  {
    name: { en: "reset before the matrix product", ko: "행렬곱보다 먼저 리셋함" },
    hint: {
      en:
        "You multiply the old state by r before the matrix product, as Cho et al. (2014) write it. " +
        "Here, as in PyTorch, r multiplies the product: r ∘ (h W_n + b_n). The two are not equal.",
      ko:
        "행렬곱을 하기 전에 이전 상태에 r을 곱했습니다. Cho et al. (2014)의 식입니다. 여기서는 PyTorch처럼 곱의 결과에 r을 곱합니다. r ∘ (h W_n + b_n)이며, 두 식은 같지 않습니다.",
    },
    answer: (...args) =>
      step(args, {
        candidate: (input, _state, { reset }) =>
          tf.tanh(tf.add(input, candidateOf(recurrentOf(tf.mul(reset, args[1]), args)))),
      }),
  },
  {
    name: { en: "reset and update exchanged", ko: "리셋과 업데이트를 바꿔 씀" },
    hint: {
      en:
        "Your two gates have changed places: the second part acts as the reset gate and the first as the update " +
        "gate. The order on the last axis is reset, update, candidate; r goes into the candidate, z mixes.",
      ko:
        "두 게이트의 자리가 바뀌었습니다. 둘째 부분이 리셋 게이트로, 첫째 부분이 업데이트 게이트로 쓰였습니다. 마지막 축의 순서는 " +
        "리셋, 업데이트, 후보이고, r은 후보에 들어가며 z는 섞는 데 씁니다.",
    },
    answer: (...args) => ordered(args, [1, 0, 2]),
  },
  {
    name: { en: "the parts in another order", ko: "세 부분의 순서가 다름" },
    hint: {
      en:
        "You take the three parts in another order. On the last axis, reset stands first, then update, and the " +
        "candidate last.",
      ko:
        "세 부분을 다른 순서로 썼습니다. 마지막 축에는 리셋이 처음, 그다음이 업데이트, 후보가 마지막에 있습니다.",
    },
    answer: (...args) => ordered(args, [0, 2, 1]),
    variants: [
      (...args) => ordered(args, [2, 1, 0]),
      (...args) => ordered(args, [1, 2, 0]),
      (...args) => ordered(args, [2, 0, 1]),
      (projected, ...rest) => {
        // Only the token's parts are taken in another order.
        const [first, second, third] = inThree(projected);
        const ordered: tf.Tensor = tf.concat([second, first, third], 1);
        return step([ordered, ...rest], {});
      },
    ],
  },
  {
    name: { en: "one gate for both", ko: "게이트 하나를 두 곳에 씀" },
    hint: {
      en:
        "One gate does the work of both. Each has a part of its own: the first is the reset gate, the second the " +
        "update gate.",
      ko:
        "게이트 하나를 두 곳에 모두 썼습니다. 게이트마다 자기 부분이 있습니다. 첫째가 리셋 게이트, 둘째가 업데이트 게이트입니다.",
    },
    answer: (...args) => ordered(args, [0, 0, 2]),
    variants: [(...args) => ordered(args, [1, 1, 2])],
  },
  {
    name: { en: "cut number by number", ko: "수 하나씩 번갈아 나눔" },
    hint: {
      en:
        "You deal the numbers of the last axis out in turn: reset, update, candidate, reset, … The three parts " +
        "stand side by side as blocks: first all of reset, then all of update.",
      ko:
        "마지막 축의 수를 리셋, 업데이트, 후보, 리셋, …처럼 번갈아 나누었습니다. 세 부분은 덩어리로 나란히 있습니다. 리셋이 모두 나온 다음에 " +
        "업데이트가 모두 나옵니다.",
    },
    answer: (...args) =>
      step(args, { cut: (whole) => tf.unstack(tf.reshape(whole, [whole.shape[0], -1, 3]), 2) }),
  },
  {
    name: { en: "the wrong axis or number for tf.split", ko: "tf.split의 축이나 개수가 틀림" },
    hint: {
      en:
        "tf.split gets an axis that cannot be cut into so many equal parts; without an axis it cuts the batch. The " +
        "three parts stand side by side along the last axis, gates.",
      ko:
        "tf.split에 준 축을 그 개수로 똑같이 나눌 수 없습니다. 축을 주지 않으면 배치를 나눕니다. 세 부분은 마지막 축(gates)을 따라 나란히 있습니다.",
    },
    answer: (...args) => step(args, { cut: (whole) => tf.split(whole, 3, 0) }),
    variants: [(...args) => step(args, { cut: (whole) => tf.split(whole, 3) })],
  },
  {
    name: { en: "no reset gate", ko: "리셋 게이트가 없음" },
    hint: {
      en:
        "The reset gate is missing: the candidate takes all of h_n. Multiply h_n by r before you add it.",
      ko: "리셋 게이트가 빠져서 후보가 h_n을 전부 받아들입니다. 더하기 전에 h_n에 r을 곱하세요.",
    },
    answer: (...args) => step(args, { candidate: (input, state) => tf.tanh(tf.add(input, state)) }),
  },
  {
    name: { en: "the reset gate on the token's part", ko: "토큰 쪽에도 리셋 게이트를 곱함" },
    hint: {
      en:
        "Your reset gate multiplies the token's part x_n. It fades the past and not the token: r multiplies h_n " +
        "alone.",
      ko:
        "리셋 게이트를 토큰 쪽 x_n에 곱했습니다. 리셋 게이트는 토큰이 아니라 과거를 줄입니다. r은 h_n에만 곱하세요.",
    },
    answer: (...args) =>
      step(args, {
        candidate: (input, state, { reset }) => tf.tanh(tf.mul(reset, tf.add(input, state))),
      }),
    variants: [
      (...args) =>
        step(args, {
          candidate: (input, state, { reset }) => tf.tanh(tf.add(tf.mul(reset, input), state)),
        }),
    ],
  },
  {
    name: { en: "1 − r in the place of r", ko: "r 대신 1 − r을 씀" },
    hint: {
      en:
        "Your reset gate works the wrong way round: where r is 1 the candidate hears all of the old state, where " +
        "it is 0 none of it.",
      ko:
        "리셋 게이트가 반대로 작동합니다. r이 1이면 후보가 이전 상태를 모두 반영하고, 0이면 전혀 반영하지 않아야 합니다.",
    },
    answer: (...args) =>
      step(args, {
        candidate: (input, state, { reset }) =>
          tf.tanh(tf.add(input, tf.mul(tf.sub(1, reset), state))),
      }),
  },
  {
    name: { en: "no recurrent bias", ko: "순환 편향이 없음" },
    hint: {
      en:
        "The recurrent bias is missing. The h parts are cut from h W_h + b_h, with the bias in it.",
      ko: "순환 편향 b_h가 빠졌습니다. h의 세 부분은 편향까지 더한 h W_h + b_h에서 나눕니다.",
    },
    answer(projected, hidden, weights, bias) {
      return step([projected, hidden, weights, tf.zerosLike(bias)], {});
    },
  },
  {
    name: { en: "no bias in the candidate", ko: "후보에 편향이 없음" },
    hint: {
      en:
        "Your gates have their bias, and the candidate has none. Its part of b_h belongs to h_n, too.",
      ko: "게이트에는 편향이 있지만 후보에는 없습니다. b_h의 세 번째 부분도 h_n에 들어가야 합니다.",
    },
    answer: (...args) =>
      step(args, {
        candidate: (input, _state, { reset }) => {
          const product = candidateOf(tf.matMul(args[1], args[2]));
          return tf.tanh(tf.add(input, tf.mul(reset, product)));
        },
      }),
  },
  {
    name: { en: "the candidate's bias is not reset", ko: "후보의 편향에 r을 곱하지 않음" },
    hint: {
      en:
        "You multiply the product by r and add the bias afterwards. h_n includes its bias, so r multiplies both: " +
        "r ∘ (h W_n + b_n).",
      ko:
        "행렬곱에만 r을 곱하고 편향은 나중에 더했습니다. h_n에는 편향이 들어 있으므로 둘 다에 r을 곱합니다. r ∘ (h W_n + b_n)입니다.",
    },
    answer: (...args) =>
      step(args, {
        candidate: (input, _state, { reset }) => {
          const [, hidden, weights, bias] = args;
          const product = candidateOf(tf.matMul(hidden, weights));
          return tf.tanh(tf.add(tf.add(input, tf.mul(reset, product)), tf.split(bias, 3)[2]));
        },
      }),
  },
  {
    name: { en: "no mixture", ko: "섞지 않음" },
    hint: {
      en:
        "You return the candidate itself. It is right, and only one half of the new state: mix it with the old " +
        "state, by z.",
      ko:
        "후보를 그대로 돌려주었습니다. 후보는 맞지만 새 상태의 한쪽일 뿐입니다. z에 따라 이전 상태와 섞으세요.",
    },
    answer: (...args) => step(args, { mix: (_old, fresh) => fresh }),
  },
  {
    name: { en: "the old state is not kept", ko: "이전 상태를 남기지 않음" },
    hint: {
      en:
        "Your new state is the candidate's share alone. The rest, the share z, comes from the old state: add it.",
      ko: "새 상태에 후보의 몫만 있습니다. 나머지 z만큼은 이전 상태에서 옵니다. 그것을 더하세요.",
    },
    answer: (...args) =>
      step(args, { mix: (_old, fresh, { update }) => tf.mul(tf.sub(1, update), fresh) }),
    variants: [
      (...args) => step(args, { mix: (_old, fresh, { update }) => tf.mul(update, fresh) }),
    ],
  },
  {
    name: { en: "shares that do not sum to 1", ko: "합이 1이 아닌 비율" },
    hint: {
      en:
        "The shares of candidate and old state do not sum to 1. It is a mixture: 1 − z of the candidate, z of the old " +
        "state.",
      ko:
        "후보와 이전 상태의 비율을 합쳐도 1이 되지 않습니다. 후보가 1 − z, 이전 상태가 z인 혼합입니다.",
    },
    answer: (...args) =>
      step(args, { mix: (old, fresh, { update }) => tf.add(fresh, tf.mul(update, old)) }),
    variants: [
      (...args) =>
        step(args, {
          mix: (old, fresh, { update }) => tf.add(tf.mul(tf.sub(1, update), fresh), old),
        }),
      (...args) =>
        step(args, { mix: (old, fresh, { update }) => tf.add(tf.mul(update, fresh), old) }),
      (...args) => step(args, { mix: (old, fresh) => tf.add(fresh, old) }),
      (...args) =>
        step(args, {
          mix: (old, fresh, { update }) => tf.add(tf.mul(update, fresh), tf.mul(update, old)),
        }),
    ],
  },
  {
    name: { en: "mixes with h_n", ko: "h 대신 h_n과 섞음" },
    hint: {
      en:
        "You mix the candidate with h_n. What stays is the old state itself, untouched by any matrix: z ∘ h.",
      ko:
        "후보를 h_n과 섞었습니다. 남는 것은 어떤 행렬도 거치지 않은 이전 상태 그대로입니다. z ∘ h입니다.",
    },
    answer: (...args) =>
      step(args, {
        mix: (old, fresh, { update }) => {
          const part = candidateOf(recurrentOf(old, args));
          return tf.add(tf.mul(tf.sub(1, update), fresh), tf.mul(update, part));
        },
      }),
  },
  {
    name: { en: "the old state is reset in the mixture", ko: "섞을 때 이전 상태에도 r을 곱함" },
    hint: {
      en:
        "You mix with r ∘ h. The reset gate acts inside the candidate alone; what the update gate keeps is h itself.",
      ko:
        "r ∘ h와 섞었습니다. 리셋 게이트는 후보 안에서만 작용합니다. 업데이트 게이트가 남기는 것은 h 그대로입니다.",
    },
    answer: (...args) =>
      step(args, {
        mix: (old, fresh, { reset, update }) =>
          tf.add(tf.mul(tf.sub(1, update), fresh), tf.mul(update, tf.mul(reset, old))),
      }),
  },
  {
    name: { en: "gates without sigmoid", ko: "게이트에 sigmoid가 없음" },
    hint: {
      en:
        "Your gates do not go through sigmoid. A gate is a share, from 0 to 1: shut at 0, open at 1. tanh goes down " +
        "to −1, and a bare sum anywhere.",
      ko:
        "게이트에 sigmoid를 적용하지 않았습니다. 게이트는 0(닫힘)에서 1(열림)까지의 비율입니다. tanh는 −1까지 내려가고, 합 그대로는 범위가 없습니다.",
    },
    answer: (...args) => step(args, { gate: (input, state) => tf.tanh(tf.add(input, state)) }),
    variants: [(...args) => step(args, { gate: (input, state) => tf.add(input, state) })],
  },
  {
    name: { en: "gates that hear one side", ko: "한쪽만 반영하는 게이트" },
    hint: {
      en:
        "Your gates depend on the token alone, or on the state alone. Each gate adds both parts before its sigmoid.",
      ko:
        "게이트가 토큰만, 또는 상태만 반영합니다. 게이트마다 두 부분을 더한 다음 sigmoid를 적용합니다.",
    },
    answer: (...args) => step(args, { gate: (input) => tf.sigmoid(input) }),
    variants: [(...args) => step(args, { gate: (_input, state) => tf.sigmoid(state) })],
  },
  {
    name: { en: "the candidate without tanh", ko: "후보에 tanh가 없음" },
    hint: {
      en:
        "Your gates are right; the candidate does not go through tanh. It is a state like the old one, from −1 to 1: " +
        "sigmoid would leave it no sign, and a bare sum no bound.",
      ko:
        "게이트는 맞지만 후보에 tanh를 적용하지 않았습니다. 후보도 −1에서 1까지의 상태입니다. sigmoid로는 음수가 되지 못하고, 합 그대로는 " +
        "범위가 없습니다.",
    },
    answer: (...args) =>
      step(args, {
        candidate: (input, state, { reset }) => tf.sigmoid(tf.add(input, tf.mul(reset, state))),
      }),
    variants: [
      (...args) =>
        step(args, {
          candidate: (input, state, { reset }) => tf.add(input, tf.mul(reset, state)),
        }),
    ],
  },
  {
    name: { en: "the candidate hears the token alone", ko: "후보가 토큰만 반영함" },
    hint: {
      en:
        "Your candidate depends on the token alone: h_n is missing. Add it, multiplied by the reset gate.",
      ko: "후보가 토큰만 반영합니다. h_n이 빠졌습니다. 리셋 게이트를 곱해서 더하세요.",
    },
    answer: (...args) => step(args, { candidate: (input) => tf.tanh(input) }),
  },
  {
    name: { en: "the old state without its weights", ko: "이전 상태에 가중치를 곱하지 않음" },
    hint: {
      en:
        "You add the old state itself in a gate or the candidate. It goes through its weights first: h W_h + b_h has " +
        "all three parts.",
      ko:
        "게이트나 후보에 이전 상태를 그대로 더했습니다. 먼저 가중치를 곱해야 합니다. h W_h + b_h에 세 부분이 모두 들어 있습니다.",
    },
    answer(...args) {
      const hidden: tf.Tensor = args[1];
      return step(args, {
        gate: (input) => tf.sigmoid(tf.add(input, hidden)),
        candidate: (input, _state, { reset }) => tf.tanh(tf.add(input, tf.mul(reset, hidden))),
      });
    },
    variants: [
      (...args) =>
        step(args, {
          candidate: (input, _state, { reset }) => tf.tanh(tf.add(input, tf.mul(reset, args[1]))),
        }),
    ],
  },
  {
    name: { en: "the recurrent bias on both sides", ko: "순환 편향을 양쪽에 더함" },
    hint: {
      en:
        "You add b_h to the token's parts, too. They have a bias of their own in them already: b_h belongs to h W_h alone.",
      ko:
        "b_h를 토큰 쪽에도 더했습니다. 토큰 쪽에는 이미 자기 편향이 들어 있습니다. b_h는 h W_h에만 더하세요.",
    },
    answer: (projected, hidden, weights, bias) =>
      step([tf.add(projected, bias), hidden, weights, bias], {}),
  },
  {
    name: { en: "a gate as a matrix", ko: "게이트를 행렬로 곱함" },
    hint: {
      en:
        "You multiply by a gate with tf.matMul, and the shapes do not fit. ∘ multiplies number by number: each number of " +
        "the state has its own gate.",
      ko:
        "게이트를 tf.matMul로 곱해서 모양이 맞지 않습니다. ∘는 같은 자리의 수끼리 곱합니다. 상태의 수마다 자기 게이트가 있습니다.",
    },
    answer: (...args) =>
      step(args, {
        candidate: (input, state, { reset }) => tf.tanh(tf.add(input, tf.matMul(reset, state))),
      }),
  },
  {
    name: { en: "the weights first, or transposed", ko: "가중치를 앞에 놓거나 전치함" },
    hint: {
      en:
        "You multiply W_h by h, or h by the transpose of W_h, and the inner axes do not fit. States are rows: h [batch, " +
        "hidden] first, then W_h [hidden, gates] as it is.",
      ko:
        "W_h에 h를 곱하거나 h에 W_h의 전치를 곱해서 안쪽 축이 맞지 않습니다. 상태는 행이므로 h [batch, hidden]을 앞에, W_h [hidden, gates]를 그대로 뒤에 놓으세요.",
    },
    answer: (_projected, hidden, weights) => tf.matMul(weights, hidden),
    variants: [
      (_projected, hidden, weights) => tf.matMul(hidden, weights, false, true),
      (_projected, hidden, weights) => tf.matMul(hidden, tf.transpose(weights)),
    ],
  },
  {
    name: { en: "the reset gate after the tanh", ko: "tanh 다음에 리셋 게이트" },
    hint: {
      en:
        "You multiply by the reset gate what comes out of the tanh. It belongs inside, on the state's part alone.",
      ko:
        "tanh에서 나온 값에 리셋 게이트를 곱했습니다. 리셋 게이트는 tanh 안에서 상태의 몫에만 곱합니다.",
    },
    answer: (projected, hidden, recurrentWeights, recurrentBias) => {
      const recurrent = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
      const [inputReset, inputUpdate, inputCandidate] = tf.split(projected, 3, 1);
      const [hiddenReset, hiddenUpdate, hiddenCandidate] = tf.split(recurrent, 3, 1);
      const reset = tf.sigmoid(tf.add(inputReset, hiddenReset));
      const update = tf.sigmoid(tf.add(inputUpdate, hiddenUpdate));
      const candidate = tf.mul(reset, tf.tanh(tf.add(inputCandidate, hiddenCandidate)));
      return tf.add(tf.mul(tf.sub(1, update), candidate), tf.mul(update, hidden));
    },
  },
  {
    name: { en: "one gate hears one side", ko: "게이트 하나가 한쪽만 들음" },
    hint: {
      en:
        "One of the two gates hears the token or the state alone. Both gates add both parts before the sigmoid.",
      ko:
        "두 게이트 중 하나가 토큰이나 상태 한쪽만 듣습니다. 두 게이트 모두 두 몫을 더한 다음 sigmoid를 취합니다.",
    },
    answer: (projected, hidden, recurrentWeights, recurrentBias) => {
      const recurrent = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
      const [inputReset, , inputCandidate] = tf.split(projected, 3, 1);
      const [hiddenReset, hiddenUpdate, hiddenCandidate] = tf.split(recurrent, 3, 1);
      const reset = tf.sigmoid(tf.add(inputReset, hiddenReset));
      const update = tf.sigmoid(hiddenUpdate);
      const candidate = tf.tanh(tf.add(inputCandidate, tf.mul(reset, hiddenCandidate)));
      return tf.add(tf.mul(tf.sub(1, update), candidate), tf.mul(update, hidden));
    },
    variants: [
      (projected, hidden, recurrentWeights, recurrentBias) => {
        const recurrent = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
        const [inputReset, inputUpdate, inputCandidate] = tf.split(projected, 3, 1);
        const [hiddenReset, , hiddenCandidate] = tf.split(recurrent, 3, 1);
        const reset = tf.sigmoid(tf.add(inputReset, hiddenReset));
        const update = tf.sigmoid(inputUpdate);
        const candidate = tf.tanh(tf.add(inputCandidate, tf.mul(reset, hiddenCandidate)));
        return tf.add(tf.mul(tf.sub(1, update), candidate), tf.mul(update, hidden));
      },
      (projected, hidden, recurrentWeights, recurrentBias) => {
        const recurrent = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
        const [, inputUpdate, inputCandidate] = tf.split(projected, 3, 1);
        const [hiddenReset, hiddenUpdate, hiddenCandidate] = tf.split(recurrent, 3, 1);
        const reset = tf.sigmoid(hiddenReset);
        const update = tf.sigmoid(tf.add(inputUpdate, hiddenUpdate));
        const candidate = tf.tanh(tf.add(inputCandidate, tf.mul(reset, hiddenCandidate)));
        return tf.add(tf.mul(tf.sub(1, update), candidate), tf.mul(update, hidden));
      },
      (projected, hidden, recurrentWeights, recurrentBias) => {
        const recurrent = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
        const [inputReset, inputUpdate, inputCandidate] = tf.split(projected, 3, 1);
        const [, hiddenUpdate, hiddenCandidate] = tf.split(recurrent, 3, 1);
        const reset = tf.sigmoid(inputReset);
        const update = tf.sigmoid(tf.add(inputUpdate, hiddenUpdate));
        const candidate = tf.tanh(tf.add(inputCandidate, tf.mul(reset, hiddenCandidate)));
        return tf.add(tf.mul(tf.sub(1, update), candidate), tf.mul(update, hidden));
      },
    ],
  },
  {
    name: { en: "the mean of candidate and state", ko: "후보와 옛 상태의 평균" },
    hint: {
      en:
        "You mix candidate and old state half and half. The update gate says how much of each: (1 − z) and z.",
      ko:
        "후보와 옛 상태를 반씩 섞었습니다. 얼마씩 섞을지는 업데이트 게이트가 정합니다. (1 − z)와 z입니다.",
    },
    answer: (...args) => step(args, { mix: (old, fresh) => tf.div(tf.add(old, fresh), 2) }),
  },
  {
    name: { en: "a hard sigmoid in the gates", ko: "게이트에 hard sigmoid를 씀" },
    hint: {
      en:
        "Your gates go through a straight line that is cut at 0 and 1, a hard sigmoid. Asked for is the sigmoid " +
        "itself: tf.sigmoid.",
      ko:
        "게이트에 0과 1에서 잘린 직선, 곧 hard sigmoid를 적용했습니다. 여기서는 sigmoid 그대로입니다. tf.sigmoid를 쓰세요.",
    },
    answer: (...args) =>
      step(args, {
        gate: (input, state) =>
          tf.clipByValue(tf.add(tf.mul(tf.add(input, state), 0.2), 0.5), 0, 1),
      }),
    variants: [
      (...args) =>
        step(args, {
          gate: (input, state) =>
            tf.clipByValue(tf.add(tf.div(tf.add(input, state), 6), 0.5), 0, 1),
        }),
    ],
  },
];
