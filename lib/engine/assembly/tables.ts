/** Rows named by indices, one Adam step, and small helpers that go through a buffer once. */

/** out[i] = table[ids[i]] for i in [first, last); an id outside the table gives zeros. */
export function gatherRows(table: usize, ids: usize, out: usize, length: i32, tableRows: i32, first: i32, last: i32): void {
  const bytes = <usize>length << 2;
  for (let i = first; i < last; i++) {
    const id = load<i32>(ids + (<usize>i << 2)), to = out + <usize>i * bytes;
    if (<u32>id < <u32>tableRows) memory.copy(to, table + <usize>id * bytes, bytes);
    else memory.fill(to, 0, bytes);
  }
}

/** out[segments, length] = Σ of source rows by id, columns [first, last); ids outside are dropped. */
export function segmentSum(
  ids: usize, source: usize, out: usize, count: i32, length: i32, segments: i32, first: i32, last: i32,
): void {
  if (first == 0 && last == length) memory.fill(out, 0, <usize>segments * length << 2);
  else for (let i = 0; i < segments; i++) memory.fill(out + (<usize>(i * length + first) << 2), 0, <usize>(last - first) << 2);
  for (let i = 0; i < count; i++) {
    const id = load<i32>(ids + (<usize>i << 2));
    if (<u32>id >= <u32>segments) continue;
    const from = source + (<usize>i * length << 2), to = out + (<usize>id * length << 2);
    let k = first;
    for (; k + 4 <= last; k += 4) {
      const o = <usize>k << 2;
      v128.store(to + o, f32x4.add(v128.load(to + o), v128.load(from + o)));
    }
    for (; k < last; k++) {
      const o = <usize>k << 2;
      store<f32>(to + o, load<f32>(to + o) + load<f32>(from + o));
    }
  }
}

/** Copies runs of bytes [first, last), each with its own step in source and target: slices and joins. */
export function copyRuns(from: usize, fromStep: i32, to: usize, toStep: i32, bytes: i32, first: i32, last: i32): void {
  for (let i = first; i < last; i++) memory.copy(to + <usize>i * toStep, from + <usize>i * fromStep, bytes);
}

/** dx = dy where y > 0, else 0. */
export function reluGradient(dy: usize, y: usize, dx: usize, first: i32, last: i32): void {
  const zero = f32x4.splat(0);
  let i = first;
  for (; i + 4 <= last; i += 4) {
    const o = <usize>i << 2;
    v128.store(dx + o, v128.and(v128.load(dy + o), f32x4.gt(v128.load(y + o), zero)));
  }
  for (; i < last; i++) {
    const o = <usize>i << 2;
    store<f32>(dx + o, load<f32>(y + o) > 0 ? load<f32>(dy + o) : 0);
  }
}

/** c[rows, columns] = relu?(c + bias?), rows [first, last), after a product made elsewhere. */
export function biasRelu(c: usize, columns: i32, bias: usize, relu: bool, first: i32, last: i32): void {
  const zero = f32x4.splat(0);
  for (let r = first; r < last; r++) {
    const C = c + (<usize>r * columns << 2);
    let k = 0;
    for (; k + 4 <= columns; k += 4) {
      const o = <usize>k << 2;
      let v = v128.load(C + o);
      if (bias) v = f32x4.add(v, v128.load(bias + o));
      if (relu) v = f32x4.pmax(v, zero);
      v128.store(C + o, v);
    }
    for (; k < columns; k++) {
      const o = <usize>k << 2;
      let v = load<f32>(C + o);
      if (bias) v += load<f32>(bias + o);
      if (relu && v < 0) v = 0;
      store<f32>(C + o, v);
    }
  }
}

/**
 * Adam (Kingma and Ba, 2015) in place on elements [first, last): one pass over the four buffers. The
 * weight decay is decoupled (Loshchilov and Hutter, 2019).
 */
export function adam(
  p: usize, g: usize, m: usize, v: usize, rate: f32, beta1: f32, beta2: f32, epsilon: f32, decay: f32,
  correction1: f32, correction2: f32, first: i32, last: i32,
): void {
  const step: f32 = rate / correction1, keep: f32 = 1 - rate * decay, root: f32 = 1 / sqrt<f32>(correction2);
  const rest1: f32 = 1 - beta1, rest2: f32 = 1 - beta2;
  const steps = f32x4.splat(step), keeps = f32x4.splat(keep), roots = f32x4.splat(root), epsilons = f32x4.splat(epsilon);
  const b1 = f32x4.splat(beta1), b2 = f32x4.splat(beta2), r1 = f32x4.splat(rest1), r2 = f32x4.splat(rest2);
  let i = first;
  for (; i + 4 <= last; i += 4) {
    const o = <usize>i << 2, gradient = v128.load(g + o);
    const mean = f32x4.add(f32x4.mul(v128.load(m + o), b1), f32x4.mul(gradient, r1));
    const variance = f32x4.add(f32x4.mul(v128.load(v + o), b2), f32x4.mul(f32x4.mul(gradient, gradient), r2));
    v128.store(m + o, mean);
    v128.store(v + o, variance);
    const deviation = f32x4.add(f32x4.mul(f32x4.sqrt(variance), roots), epsilons);
    v128.store(p + o, f32x4.sub(f32x4.mul(v128.load(p + o), keeps), f32x4.div(f32x4.mul(steps, mean), deviation)));
  }
  for (; i < last; i++) {
    const o = <usize>i << 2, gradient = load<f32>(g + o);
    const mean = load<f32>(m + o) * beta1 + gradient * rest1;
    const variance = load<f32>(v + o) * beta2 + gradient * gradient * rest2;
    store<f32>(m + o, mean);
    store<f32>(v + o, variance);
    store<f32>(p + o, load<f32>(p + o) * keep - step * mean / (sqrt<f32>(variance) * root + epsilon));
  }
}
