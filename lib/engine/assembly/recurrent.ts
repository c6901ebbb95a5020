/**
 * Whole recurrent layers: all time steps of the batch rows [first, last) in one call. The recurrent
 * weights come packed, once for the sequence; rows never meet, so threads share the batch and wait for
 * nobody between steps. Everything is laid out [batch, time, …] as the layer's inputs are, and a step's
 * matrix is a strided view of it.
 */
import { gemmPacked } from "./gemm";
import { sigmoid4, tanh4 } from "./math";

// @ts-ignore
@inline
function at(base: usize, index: i32): usize {
  return base + (<usize>index << 2);
}

/** Four lanes, or the first `count` of them with zeros behind: the end of a row. */
// @ts-ignore
@inline
function get(p: usize, count: i32): v128 {
  if (count >= 4) return v128.load(p);
  let v = v128.load32_zero(p);
  if (count > 1) v = f32x4.replace_lane(v, 1, load<f32>(p, 4));
  if (count > 2) v = f32x4.replace_lane(v, 2, load<f32>(p, 8));
  return v;
}

// @ts-ignore
@inline
function put(p: usize, v: v128, count: i32): void {
  if (count >= 4) {
    v128.store(p, v);
    return;
  }
  store<f32>(p, f32x4.extract_lane(v, 0));
  if (count > 1) store<f32>(p, f32x4.extract_lane(v, 1), 4);
  if (count > 2) store<f32>(p, f32x4.extract_lane(v, 2), 8);
}

/**
 * LSTM. Reads projected [batch, time, 4·hidden]; writes hiddens [batch, time, hidden], the last hidden and
 * cell, and for the backward pass: gates (after their activations), cells and previous hidden states.
 */
export function lstmForward(
  projected: usize, packed: usize, bias: usize, hidden0: usize, cell0: usize, time: i32, hidden: i32,
  hiddens: usize, lastHidden: usize, lastCell: usize, gates: usize, cells: usize, previous: usize, first: i32, last: i32,
): void {
  const wide = 4 * hidden, rows = last - first;
  memory.copy(at(gates, first * time * wide), at(projected, first * time * wide), <usize>(rows * time * wide) << 2);
  for (let b = first; b < last; b++) memory.copy(at(previous, b * time * hidden), at(hidden0, b * hidden), <usize>hidden << 2);
  for (let t = 0; t < time; t++) {
    gemmPacked(
      false, rows, wide, hidden, at(previous, (first * time + t) * hidden), time * hidden, packed,
      at(gates, (first * time + t) * wide), time * wide, 0, false, true,
    );
    for (let b = first; b < last; b++) {
      const row = b * time + t, g = at(gates, row * wide);
      const cellBefore = t == 0 ? at(cell0, b * hidden) : at(cells, (row - 1) * hidden);
      for (let k = 0; k < hidden; k += 4) {
        const n = hidden - k;
        const pi = at(g, k), pf = at(g, hidden + k), pc = at(g, 2 * hidden + k), po = at(g, 3 * hidden + k);
        const input = sigmoid4(f32x4.add(get(pi, n), get(at(bias, k), n)));
        const forget = sigmoid4(f32x4.add(get(pf, n), get(at(bias, hidden + k), n)));
        const candidate = tanh4(f32x4.add(get(pc, n), get(at(bias, 2 * hidden + k), n)));
        const output = sigmoid4(f32x4.add(get(po, n), get(at(bias, 3 * hidden + k), n)));
        const cell = f32x4.add(f32x4.mul(forget, get(at(cellBefore, k), n)), f32x4.mul(input, candidate));
        const h = f32x4.mul(output, tanh4(cell));
        put(pi, input, n);
        put(pf, forget, n);
        put(pc, candidate, n);
        put(po, output, n);
        put(at(cells, row * hidden + k), cell, n);
        put(at(hiddens, row * hidden + k), h, n);
        if (t + 1 < time) put(at(previous, (row + 1) * hidden + k), h, n);
        else {
          put(at(lastHidden, b * hidden + k), h, n);
          put(at(lastCell, b * hidden + k), cell, n);
        }
      }
    }
  }
}

/**
 * The backward pass through an LSTM: dgates [batch, time, 4·hidden] (the gradient of the projected inputs),
 * and dhidden and dcell [batch, hidden], which arrive as the gradients of the last state and leave as those
 * of the first. `packed` is the transposed recurrent matrix.
 */
export function lstmBackward(
  dhiddens: usize, packed: usize, cell0: usize, gates: usize, cells: usize, time: i32, hidden: i32,
  dgates: usize, dhidden: usize, dcell: usize, first: i32, last: i32,
): void {
  const wide = 4 * hidden, one = f32x4.splat(1);
  for (let t = time - 1; t >= 0; t--) {
    for (let b = first; b < last; b++) {
      const row = b * time + t, g = at(gates, row * wide), d = at(dgates, row * wide);
      const cellBefore = t == 0 ? at(cell0, b * hidden) : at(cells, (row - 1) * hidden);
      for (let k = 0; k < hidden; k += 4) {
        const n = hidden - k;
        const input = get(at(g, k), n), forget = get(at(g, hidden + k), n);
        const candidate = get(at(g, 2 * hidden + k), n), output = get(at(g, 3 * hidden + k), n);
        const squashed = tanh4(get(at(cells, row * hidden + k), n));
        const dh = f32x4.add(get(at(dhiddens, row * hidden + k), n), get(at(dhidden, b * hidden + k), n));
        const slope = f32x4.sub(one, f32x4.mul(squashed, squashed));
        const dc = f32x4.add(get(at(dcell, b * hidden + k), n), f32x4.mul(f32x4.mul(dh, output), slope));
        put(at(d, k), f32x4.mul(f32x4.mul(dc, candidate), f32x4.mul(input, f32x4.sub(one, input))), n);
        const dforget = f32x4.mul(f32x4.mul(dc, get(at(cellBefore, k), n)), f32x4.mul(forget, f32x4.sub(one, forget)));
        put(at(d, hidden + k), dforget, n);
        put(at(d, 2 * hidden + k), f32x4.mul(f32x4.mul(dc, input), f32x4.sub(one, f32x4.mul(candidate, candidate))), n);
        put(at(d, 3 * hidden + k), f32x4.mul(f32x4.mul(dh, squashed), f32x4.mul(output, f32x4.sub(one, output))), n);
        put(at(dcell, b * hidden + k), f32x4.mul(dc, forget), n);
      }
    }
    gemmPacked(
      false, last - first, hidden, wide, at(dgates, (first * time + t) * wide), time * wide, packed,
      at(dhidden, first * hidden), hidden, 0, false, false,
    );
  }
}

/**
 * GRU, the reset gate after the product. Writes hiddens, the last hidden, and for the backward pass: parts
 * [batch, time, 4·hidden] = reset, update, candidate, recurrent share of the candidate; previous states.
 */
export function gruForward(
  projected: usize, packed: usize, bias: usize, hidden0: usize, time: i32, hidden: i32,
  hiddens: usize, lastHidden: usize, parts: usize, previous: usize, recurrent: usize, first: i32, last: i32,
): void {
  const wide = 3 * hidden, rows = last - first, one = f32x4.splat(1);
  for (let b = first; b < last; b++) memory.copy(at(previous, b * time * hidden), at(hidden0, b * hidden), <usize>hidden << 2);
  for (let t = 0; t < time; t++) {
    gemmPacked(
      false, rows, wide, hidden, at(previous, (first * time + t) * hidden), time * hidden, packed,
      at(recurrent, first * wide), wide, 0, false, false,
    );
    for (let b = first; b < last; b++) {
      const row = b * time + t, x = at(projected, row * wide), r = at(recurrent, b * wide), p = at(parts, row * 4 * hidden);
      for (let k = 0; k < hidden; k += 4) {
        const n = hidden - k;
        const hiddenReset = f32x4.add(get(at(r, k), n), get(at(bias, k), n));
        const hiddenUpdate = f32x4.add(get(at(r, hidden + k), n), get(at(bias, hidden + k), n));
        const hiddenCandidate = f32x4.add(get(at(r, 2 * hidden + k), n), get(at(bias, 2 * hidden + k), n));
        const reset = sigmoid4(f32x4.add(get(at(x, k), n), hiddenReset));
        const update = sigmoid4(f32x4.add(get(at(x, hidden + k), n), hiddenUpdate));
        const candidate = tanh4(f32x4.add(get(at(x, 2 * hidden + k), n), f32x4.mul(reset, hiddenCandidate)));
        const before = get(at(previous, row * hidden + k), n);
        const h = f32x4.add(f32x4.mul(f32x4.sub(one, update), candidate), f32x4.mul(update, before));
        put(at(p, k), reset, n);
        put(at(p, hidden + k), update, n);
        put(at(p, 2 * hidden + k), candidate, n);
        put(at(p, 3 * hidden + k), hiddenCandidate, n);
        put(at(hiddens, row * hidden + k), h, n);
        if (t + 1 < time) put(at(previous, (row + 1) * hidden + k), h, n);
        else put(at(lastHidden, b * hidden + k), h, n);
      }
    }
  }
}

/**
 * The backward pass through a GRU: dprojected and drecurrent [batch, time, 3·hidden] (they differ in the
 * candidate, by the reset gate); dhidden arrives for the last state and leaves for the first.
 */
export function gruBackward(
  dhiddens: usize, packed: usize, parts: usize, previous: usize, time: i32, hidden: i32,
  dprojected: usize, drecurrent: usize, dhidden: usize, first: i32, last: i32,
): void {
  const wide = 3 * hidden, one = f32x4.splat(1);
  for (let t = time - 1; t >= 0; t--) {
    for (let b = first; b < last; b++) {
      const row = b * time + t, p = at(parts, row * 4 * hidden);
      const dx = at(dprojected, row * wide), dr = at(drecurrent, row * wide);
      for (let k = 0; k < hidden; k += 4) {
        const n = hidden - k;
        const reset = get(at(p, k), n), update = get(at(p, hidden + k), n);
        const candidate = get(at(p, 2 * hidden + k), n), hiddenCandidate = get(at(p, 3 * hidden + k), n);
        const dh = f32x4.add(get(at(dhiddens, row * hidden + k), n), get(at(dhidden, b * hidden + k), n));
        const slope = f32x4.sub(one, f32x4.mul(candidate, candidate));
        const dcandidate = f32x4.mul(f32x4.mul(dh, f32x4.sub(one, update)), slope);
        const difference = f32x4.sub(get(at(previous, row * hidden + k), n), candidate);
        const dupdate = f32x4.mul(f32x4.mul(dh, difference), f32x4.mul(update, f32x4.sub(one, update)));
        const dreset = f32x4.mul(f32x4.mul(dcandidate, hiddenCandidate), f32x4.mul(reset, f32x4.sub(one, reset)));
        put(at(dx, k), dreset, n);
        put(at(dx, hidden + k), dupdate, n);
        put(at(dx, 2 * hidden + k), dcandidate, n);
        put(at(dr, k), dreset, n);
        put(at(dr, hidden + k), dupdate, n);
        put(at(dr, 2 * hidden + k), f32x4.mul(dcandidate, reset), n);
        put(at(dhidden, b * hidden + k), f32x4.mul(dh, update), n);
      }
    }
    gemmPacked(
      false, last - first, hidden, wide, at(drecurrent, (first * time + t) * wide), time * wide, packed,
      at(dhidden, first * hidden), hidden, 0, false, true,
    );
  }
}
