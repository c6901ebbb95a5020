/** GELU and its gradient, in the exact form and in the one that tanh approximates, numbers [first, last). */
import { exp4, multiplyAdd4, sigmoid4 } from "./math";

/**
 * Φ(x), the share of a normal distribution below x: the formula for erf that tfjs has (Abramowitz and
 * Stegun, 7.1.26, exact to 1.5e-7), whose e^(−z²), z = |x|/√2, is `bell`.
 */
// @ts-ignore
@inline
function below4(x: v128, bell: v128): v128 {
  const z = f32x4.mul(f32x4.abs(x), f32x4.splat(0.7071067811865476));
  const t = f32x4.div(f32x4.splat(1), multiplyAdd4(f32x4.splat(0.3275911), z, f32x4.splat(1)));
  let p = f32x4.splat(1.061405429);
  p = multiplyAdd4(p, t, f32x4.splat(-1.453152027));
  p = multiplyAdd4(p, t, f32x4.splat(1.421413741));
  p = multiplyAdd4(p, t, f32x4.splat(-0.284496736));
  p = multiplyAdd4(p, t, f32x4.splat(0.254829592));
  const tail = f32x4.mul(f32x4.splat(0.5), f32x4.mul(f32x4.mul(p, t), bell));
  return v128.bitselect(tail, f32x4.sub(f32x4.splat(1), tail), f32x4.lt(x, f32x4.splat(0)));
}

/** e^(−x²/2) */
// @ts-ignore
@inline
function bell4(x: v128): v128 {
  return exp4(f32x4.mul(f32x4.splat(-0.5), f32x4.mul(x, x)));
}

// @ts-ignore
@inline
function gelu4(x: v128): v128 {
  return f32x4.mul(x, below4(x, bell4(x)));
}

/** Φ(x) + x φ(x) */
// @ts-ignore
@inline
function geluSlope4(x: v128): v128 {
  const bell = bell4(x);
  const density = f32x4.mul(f32x4.splat(0.3989422804014327), bell);
  return multiplyAdd4(x, density, below4(x, bell));
}

/** σ(2u), u = √(2/π) (x + 0.044715 x³): the same as ½ (1 + tanh u). */
// @ts-ignore
@inline
function share4(x: v128): v128 {
  const cubic = multiplyAdd4(f32x4.splat(0.044715), f32x4.mul(x, x), f32x4.splat(1));
  return sigmoid4(f32x4.mul(f32x4.mul(f32x4.splat(1.5957691216057308), x), cubic));
}

// @ts-ignore
@inline
function geluTanh4(x: v128): v128 {
  return f32x4.mul(x, share4(x));
}

/** s + x s (1 − s) 2u′ */
// @ts-ignore
@inline
function geluTanhSlope4(x: v128): v128 {
  const share = share4(x);
  const cubic = multiplyAdd4(f32x4.splat(3 * 0.044715), f32x4.mul(x, x), f32x4.splat(1));
  const bend = f32x4.mul(share, f32x4.sub(f32x4.splat(1), share));
  const rate = f32x4.mul(f32x4.splat(1.5957691216057308), cubic);
  return multiplyAdd4(f32x4.mul(x, bend), rate, share);
}

// @ts-ignore
@inline
function one(x: v128): f32 {
  return f32x4.extract_lane(x, 0);
}

/** y = x Φ(x), or its approximation. */
export function gelu(x: usize, y: usize, byTanh: bool, first: i32, last: i32): void {
  let i = first;
  for (; i + 4 <= last; i += 4) {
    const o = <usize>i << 2, value = v128.load(x + o);
    v128.store(y + o, byTanh ? geluTanh4(value) : gelu4(value));
  }
  for (; i < last; i++) {
    const o = <usize>i << 2, value = v128.load32_splat(x + o);
    store<f32>(y + o, one(byTanh ? geluTanh4(value) : gelu4(value)));
  }
}

/** dx = dy · slope(x) */
export function geluGradient(dy: usize, x: usize, dx: usize, byTanh: bool, first: i32, last: i32): void {
  let i = first;
  for (; i + 4 <= last; i += 4) {
    const o = <usize>i << 2, value = v128.load(x + o);
    const slope = byTanh ? geluTanhSlope4(value) : geluSlope4(value);
    v128.store(dx + o, f32x4.mul(v128.load(dy + o), slope));
  }
  for (; i < last; i++) {
    const o = <usize>i << 2, value = v128.load32_splat(x + o);
    const slope = byTanh ? geluTanhSlope4(value) : geluSlope4(value);
    store<f32>(dx + o, load<f32>(dy + o) * one(slope));
  }
}
