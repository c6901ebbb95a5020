/**
 * What works along the last axis: softmax, layer normalisation, cross-entropy, sums over leading axes.
 * Each kernel does the part [first, last) of its rows or columns, so that threads can share the work.
 */
import { exp1, exp4, ln, max4, multiplyAdd4, sum4 } from "./math";

/** What `exponentials` found in the row: its highest number, and the sum of its exponentials. */
let rowTop: f32 = 0, rowSum: f32 = 0;

/** Four bytes of a mask as four lanes, all ones where the byte is 0. */
// @ts-ignore
@inline
function dropped4(keep: usize): v128 {
  const bytes = i16x8.extend_low_i8x16_u(v128.load32_zero(keep));
  return i32x4.eq(i32x4.extend_low_i16x8_u(bytes), i32x4.splat(0));
}

/**
 * One row: y = exp(scale · (x − top)) where `keep` (a row of bytes, or 0 for everything) allows, else 0.
 * The scale is positive. Returns false, with zeros in y, if nothing at all is kept.
 */
function exponentials(x: usize, y: usize, length: i32, scale: f32, keep: usize): bool {
  const whole = length & ~3, none = f32x4.splat(-Infinity);
  let i = 0, highs = none;
  if (keep) {
    for (; i < whole; i += 4) {
      highs = f32x4.pmax(highs, v128.bitselect(none, v128.load(x + (<usize>i << 2)), dropped4(keep + i)));
    }
  } else for (; i < whole; i += 4) highs = f32x4.pmax(highs, v128.load(x + (<usize>i << 2)));
  let top = max4(highs);
  for (; i < length; i++) if (!keep || load<u8>(keep + i)) top = max(top, load<f32>(x + (<usize>i << 2)));
  if (keep && top == -Infinity) {
    let any = false;
    for (i = 0; i < length; i++) any = any || load<u8>(keep + i) != 0;
    if (!any) {
      memory.fill(y, 0, <usize>length << 2);
      return false;
    }
  }
  const tops = f32x4.splat(top), scales = f32x4.splat(scale);
  let sums = f32x4.splat(0);
  for (i = 0; i < whole; i += 4) {
    const o = <usize>i << 2;
    let e = exp4(f32x4.mul(f32x4.sub(v128.load(x + o), tops), scales));
    if (keep) e = v128.andnot(e, dropped4(keep + i));
    v128.store(y + o, e);
    sums = f32x4.add(sums, e);
  }
  let sum = sum4(sums);
  for (; i < length; i++) {
    const o = <usize>i << 2;
    const e = !keep || load<u8>(keep + i) ? exp1((load<f32>(x + o) - top) * scale) : 0;
    store<f32>(y + o, e);
    sum += e;
  }
  rowTop = top;
  rowSum = sum;
  return true;
}

/** One row: y = softmax(scale · x) over what is kept; zeros if that is nothing. */
function softmaxRow(x: usize, y: usize, length: i32, scale: f32, keep: usize): void {
  if (!exponentials(x, y, length, scale, keep)) return;
  const inverse: f32 = <f32>1 / rowSum, inverses = f32x4.splat(inverse);
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    const o = <usize>i << 2;
    v128.store(y + o, f32x4.mul(v128.load(y + o), inverses));
  }
  for (; i < length; i++) {
    const o = <usize>i << 2;
    store<f32>(y + o, load<f32>(y + o) * inverse);
  }
}

/** Softmax of rows [first, last). */
export function softmax(x: usize, y: usize, length: i32, first: i32, last: i32): void {
  for (let r = first; r < last; r++) {
    const o = <usize>r * length << 2;
    softmaxRow(x + o, y + o, length, 1, 0);
  }
}

/**
 * Attention weights in place: row r of scores [batch, head, query, key] becomes softmax(scale · scores).
 * `keep` is 0 or bytes, whose strides along batch, head and query are given (0 where it broadcasts).
 */
export function attentionWeights(
  scores: usize, key: i32, query: i32, head: i32, scale: f32,
  keep: usize, keepBatch: i32, keepHead: i32, keepQuery: i32, first: i32, last: i32,
): void {
  for (let r = first; r < last; r++) {
    const q = r % query, h = (r / query) % head, b = r / (query * head);
    const row = scores + (<usize>r * key << 2);
    softmaxRow(row, row, key, scale, keep ? keep + b * keepBatch + h * keepHead + q * keepQuery : 0);
  }
}

/** dx = scale · y · (dy − Σ dy·y) for rows [first, last); dx may be dy. */
export function softmaxGradient(dy: usize, y: usize, dx: usize, length: i32, scale: f32, first: i32, last: i32): void {
  const whole = length & ~3, scales = f32x4.splat(scale);
  for (let r = first; r < last; r++) {
    const base = <usize>r * length << 2;
    let sums = f32x4.splat(0), i = 0;
    for (; i < whole; i += 4) {
      const o = base + (<usize>i << 2);
      sums = multiplyAdd4(v128.load(dy + o), v128.load(y + o), sums);
    }
    let sum = sum4(sums);
    for (; i < length; i++) {
      const o = base + (<usize>i << 2);
      sum += load<f32>(dy + o) * load<f32>(y + o);
    }
    const mean = f32x4.splat(sum);
    for (i = 0; i < whole; i += 4) {
      const o = base + (<usize>i << 2);
      v128.store(dx + o, f32x4.mul(f32x4.mul(v128.load(y + o), scales), f32x4.sub(v128.load(dy + o), mean)));
    }
    for (; i < length; i++) {
      const o = base + (<usize>i << 2);
      store<f32>(dx + o, scale * load<f32>(y + o) * (load<f32>(dy + o) - sum));
    }
  }
}

/**
 * Cross-entropy of rows [first, last): writes the loss of each row, and scale times the gradient of its
 * logits (both 0 where the target is ignored). With smoothing ε the wanted distribution is 1 − ε on the
 * class and ε / length on all.
 */
export function crossEntropy(
  logits: usize, targets: usize, gradient: usize, losses: usize, length: i32, ignored: i32, ignores: bool, smoothing: f32,
  scale: f32, first: i32, last: i32,
): void {
  const whole = length & ~3, share = smoothing / <f32>length * scale, shares = f32x4.splat(share);
  for (let r = first; r < last; r++) {
    const from = logits + (<usize>r * length << 2), to = gradient + (<usize>r * length << 2);
    const target = load<i32>(targets + (<usize>r << 2));
    if (ignores && target == ignored) {
      memory.fill(to, 0, <usize>length << 2);
      store<f32>(losses + (<usize>r << 2), 0);
      continue;
    }
    const at = <usize>target << 2;
    exponentials(from, to, length, 1, 0);
    const logSum = <f64>rowTop + ln(<f64>rowSum);
    let loss = logSum - (1 - <f64>smoothing) * <f64>load<f32>(from + at);
    if (smoothing != 0) {
      let all: f64 = 0;
      for (let i = 0; i < length; i++) all += <f64>load<f32>(from + (<usize>i << 2));
      loss -= <f64>smoothing * all / <f64>length;
    }
    store<f32>(losses + (<usize>r << 2), <f32>loss);
    const inverse: f32 = scale / rowSum, inverses = f32x4.splat(inverse);
    let i = 0;
    for (; i < whole; i += 4) {
      const o = <usize>i << 2;
      v128.store(to + o, f32x4.sub(f32x4.mul(v128.load(to + o), inverses), shares));
    }
    for (; i < length; i++) {
      const o = <usize>i << 2;
      store<f32>(to + o, load<f32>(to + o) * inverse - share);
    }
    store<f32>(to + at, load<f32>(to + at) - (1 - smoothing) * scale);
  }
}

/** Layer normalisation of rows [first, last); keeps mean and 1/deviation of each row in `moments`. */
export function layerNorm(
  x: usize, gain: usize, bias: usize, y: usize, moments: usize, length: i32, epsilon: f32, first: i32, last: i32,
): void {
  const whole = length & ~3, count = <f32>length;
  for (let r = first; r < last; r++) {
    const from = x + (<usize>r * length << 2), to = y + (<usize>r * length << 2);
    let sums = f32x4.splat(0), i = 0;
    for (; i < whole; i += 4) sums = f32x4.add(sums, v128.load(from + (<usize>i << 2)));
    let sum = sum4(sums);
    for (; i < length; i++) sum += load<f32>(from + (<usize>i << 2));
    const mean = sum / count, means = f32x4.splat(mean);
    let squares = f32x4.splat(0);
    for (i = 0; i < whole; i += 4) {
      const d = f32x4.sub(v128.load(from + (<usize>i << 2)), means);
      squares = multiplyAdd4(d, d, squares);
    }
    let square = sum4(squares);
    for (; i < length; i++) {
      const d = load<f32>(from + (<usize>i << 2)) - mean;
      square += d * d;
    }
    const inverse: f32 = 1 / sqrt<f32>(square / count + epsilon), inverses = f32x4.splat(inverse);
    for (i = 0; i < whole; i += 4) {
      const o = <usize>i << 2;
      const normal = f32x4.mul(f32x4.sub(v128.load(from + o), means), inverses);
      v128.store(to + o, multiplyAdd4(normal, v128.load(gain + o), v128.load(bias + o)));
    }
    for (; i < length; i++) {
      const o = <usize>i << 2;
      store<f32>(to + o, (load<f32>(from + o) - mean) * inverse * load<f32>(gain + o) + load<f32>(bias + o));
    }
    store<f32>(moments + (<usize>r << 3), mean);
    store<f32>(moments + (<usize>r << 3) + 4, inverse);
  }
}

/** The gradient to the inputs of layer normalisation, rows [first, last). */
export function layerNormGradient(
  dy: usize, x: usize, moments: usize, gain: usize, dx: usize, length: i32, first: i32, last: i32,
): void {
  const whole = length & ~3, share: f32 = <f32>1 / <f32>length;
  for (let r = first; r < last; r++) {
    const base = <usize>r * length << 2;
    const mean = load<f32>(moments + (<usize>r << 3)), inverse = load<f32>(moments + (<usize>r << 3) + 4);
    const means = f32x4.splat(mean), inverses = f32x4.splat(inverse);
    let sums = f32x4.splat(0), products = f32x4.splat(0), i = 0;
    for (; i < whole; i += 4) {
      const o = <usize>i << 2, g = f32x4.mul(v128.load(dy + base + o), v128.load(gain + o));
      const normal = f32x4.mul(f32x4.sub(v128.load(x + base + o), means), inverses);
      sums = f32x4.add(sums, g);
      products = multiplyAdd4(g, normal, products);
    }
    let sum = sum4(sums), product = sum4(products);
    for (; i < length; i++) {
      const o = <usize>i << 2, g = load<f32>(dy + base + o) * load<f32>(gain + o);
      sum += g;
      product += g * (load<f32>(x + base + o) - mean) * inverse;
    }
    const a = sum * share, b = product * share, as4 = f32x4.splat(a), bs4 = f32x4.splat(b);
    for (i = 0; i < whole; i += 4) {
      const o = <usize>i << 2;
      const normal = f32x4.mul(f32x4.sub(v128.load(x + base + o), means), inverses);
      const g = f32x4.mul(v128.load(dy + base + o), v128.load(gain + o));
      v128.store(dx + base + o, f32x4.mul(inverses, f32x4.sub(f32x4.sub(g, as4), f32x4.mul(normal, bs4))));
    }
    for (; i < length; i++) {
      const o = <usize>i << 2;
      const normal = (load<f32>(x + base + o) - mean) * inverse, g = load<f32>(dy + base + o) * load<f32>(gain + o);
      store<f32>(dx + base + o, inverse * (g - a - normal * b));
    }
  }
}

/** The gradients to gain and bias of layer normalisation, columns [first, last). */
export function layerNormParameterGradient(
  dy: usize, x: usize, moments: usize, dgain: usize, dbias: usize, rows: i32, length: i32, first: i32, last: i32,
): void {
  memory.fill(dgain + (<usize>first << 2), 0, <usize>(last - first) << 2);
  memory.fill(dbias + (<usize>first << 2), 0, <usize>(last - first) << 2);
  for (let r = 0; r < rows; r++) {
    const base = <usize>r * length << 2;
    const mean = load<f32>(moments + (<usize>r << 3)), inverse = load<f32>(moments + (<usize>r << 3) + 4);
    const means = f32x4.splat(mean), inverses = f32x4.splat(inverse);
    let i = first;
    for (; i + 4 <= last; i += 4) {
      const o = <usize>i << 2, d = v128.load(dy + base + o);
      const normal = f32x4.mul(f32x4.sub(v128.load(x + base + o), means), inverses);
      v128.store(dgain + o, multiplyAdd4(d, normal, v128.load(dgain + o)));
      v128.store(dbias + o, f32x4.add(v128.load(dbias + o), d));
    }
    for (; i < last; i++) {
      const o = <usize>i << 2, d = load<f32>(dy + base + o);
      store<f32>(dgain + o, load<f32>(dgain + o) + d * (load<f32>(x + base + o) - mean) * inverse);
      store<f32>(dbias + o, load<f32>(dbias + o) + d);
    }
  }
}

/** out[length] = Σ over rows of x[rows, length], columns [first, last): the gradient of a bias. */
export function sumRows(x: usize, out: usize, rows: i32, length: i32, first: i32, last: i32): void {
  memory.fill(out + (<usize>first << 2), 0, <usize>(last - first) << 2);
  for (let r = 0; r < rows; r++) {
    const from = x + (<usize>r * length << 2);
    let k = first;
    for (; k + 4 <= last; k += 4) {
      const o = <usize>k << 2;
      v128.store(out + o, f32x4.add(v128.load(out + o), v128.load(from + o)));
    }
    for (; k < last; k++) {
      const o = <usize>k << 2;
      store<f32>(out + o, load<f32>(out + o) + load<f32>(from + o));
    }
  }
}
