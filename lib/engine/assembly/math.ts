/** Elementary functions on four lanes, and reductions over the lanes of one vector. */

/** a · b + sum, rounded once where the processor can and the build may say so. */
// @ts-ignore
@inline
export function multiplyAdd4(a: v128, b: v128, sum: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, sum) : f32x4.add(f32x4.mul(a, b), sum);
}

/** Whole numbers in the range of i32, as such. */
// @ts-ignore
@inline
function toIntegers4(x: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? i32x4.relaxed_trunc_f32x4_s(x) : i32x4.trunc_sat_f32x4_s(x);
}

/**
 * eˣ: x = n·ln 2 + r, a polynomial for eʳ (Cephes, 1e-7 relative), and n into the exponent bits. Below
 * e^-87.3 the answer is exactly 0, so that masked attention weights are 0; NaN stays NaN.
 */
// @ts-ignore
@inline
export function exp4(x: v128): v128 {
  const tiny = f32x4.lt(x, f32x4.splat(-87.3));
  const y = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-87.3)), f32x4.splat(88.3));
  const n = f32x4.nearest(f32x4.mul(y, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(y, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = multiplyAdd4(p, r, f32x4.splat(1.3981999507e-3));
  p = multiplyAdd4(p, r, f32x4.splat(8.3334519073e-3));
  p = multiplyAdd4(p, r, f32x4.splat(4.1665795894e-2));
  p = multiplyAdd4(p, r, f32x4.splat(1.6666665459e-1));
  p = multiplyAdd4(p, r, f32x4.splat(5.0000001201e-1));
  p = multiplyAdd4(p, f32x4.mul(r, r), f32x4.add(r, f32x4.splat(1)));
  const power = i32x4.shl(i32x4.add(toIntegers4(n), i32x4.splat(127)), 23);
  return v128.andnot(f32x4.mul(p, power), tiny);
}

// @ts-ignore
@inline
export function exp1(x: f32): f32 {
  return f32x4.extract_lane(exp4(f32x4.splat(x)), 0);
}

// @ts-ignore
@inline
export function sigmoid4(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp4(f32x4.neg(x))));
}

/** tanh x = 1 − 2 / (1 + e²ˣ), exact to 1e-7 absolutely. */
// @ts-ignore
@inline
export function tanh4(x: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.div(f32x4.splat(2), f32x4.add(f32x4.splat(1), exp4(f32x4.add(x, x)))));
}

// @ts-ignore
@inline
export function sum4(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3);
}

// @ts-ignore
@inline
export function max4(v: v128): f32 {
  return max(max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)), max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)));
}

/**
 * ln x of a positive normal number: mantissa in [1, 2) and exponent, ln m = 2·artanh((m − 1) / (m + 1)).
 * The library's logarithm brings a table, which would be written over tfjs's memory.
 */
export function ln(x: f64): f64 {
  const bits = reinterpret<i64>(x);
  let exponent = <f64>((bits >> 52) - 1023);
  let m = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    exponent += 1;
  }
  const s = (m - 1) / (m + 1), q = s * s;
  let sum: f64 = 0;
  for (let k: f64 = 17; k >= 1; k -= 2) sum = sum * q + 1 / k;
  return 2 * s * sum + exponent * 0.6931471805599453;
}
