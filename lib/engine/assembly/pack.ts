/** Copies of matrices in the order in which the innermost loop of a product reads them. */
/** Columns of B that the innermost loop multiplies at a time. */
export const TILE_COLUMNS = 8;

/**
 * Packs the last rows of A with zeros for those that are missing to `tileRows`: so many numbers for each k.
 * `row` and `step` are the bytes from one row and from one k to the next.
 */
export function packRows(a: usize, row: usize, step: usize, rows: i32, depth: i32, tileRows: i32, out: usize): void {
  for (let k = 0; k < depth; k++, a += step, out += <usize>tileRows << 2) {
    for (let r = 0; r < tileRows; r++) store<f32>(out + (<usize>r << 2), r < rows ? load<f32>(a + row * r) : 0);
  }
}

/** Packs op(B)[k0 .. k0+depth, n0 .. n0+columns] into panels of eight columns, padded with zeros. */
export function packColumns(transposeB: bool, B: usize, ldb: i32, k0: i32, depth: i32, n0: i32, columns: i32, out: usize): void {
  const stride = <usize>ldb << 2;
  for (let j = 0; j < columns; j += TILE_COLUMNS) {
    const width = min(TILE_COLUMNS, columns - j);
    if (!transposeB) {
      let p = B + ((<usize>k0 * ldb + n0 + j) << 2);
      if (width == TILE_COLUMNS) {
        for (let k = 0; k < depth; k++) {
          v128.store(out, v128.load(p));
          v128.store(out, v128.load(p, 16), 16);
          out += 32;
          p += stride;
        }
      } else {
        for (let k = 0; k < depth; k++) {
          for (let i = 0; i < TILE_COLUMNS; i++) store<f32>(out + (i << 2), i < width ? load<f32>(p + (i << 2)) : 0);
          out += 32;
          p += stride;
        }
      }
      continue;
    }
    const p = B + (((<usize>n0 + j) * ldb + k0) << 2);
    packHalf(p, stride, depth, min(4, width), out);
    packHalf(p + 4 * stride, stride, depth, width - 4, out + 16);
    out += <usize>depth << 5;
  }
}

/** Four columns of a panel from the rows of a transposed B; those beyond `count` are zeros. */
function packHalf(p: usize, stride: usize, depth: i32, count: i32, out: usize): void {
  let k = 0;
  if (count >= 4) {
    for (; k + 4 <= depth; k += 4) { // a 4 × 4 transposition in registers
      const r0 = v128.load(p), r1 = v128.load(p + stride), r2 = v128.load(p + 2 * stride), r3 = v128.load(p + 3 * stride);
      const t0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), t1 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const t2 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), t3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      v128.store(out, v128.shuffle<f64>(t0, t2, 0, 2));
      v128.store(out, v128.shuffle<f64>(t0, t2, 1, 3), 32);
      v128.store(out, v128.shuffle<f64>(t1, t3, 0, 2), 64);
      v128.store(out, v128.shuffle<f64>(t1, t3, 1, 3), 96);
      out += 128;
      p += 16;
    }
  }
  for (; k < depth; k++) {
    v128.store(out, f32x4.splat(0));
    for (let i = 0; i < min(count, 4); i++) store<f32>(out + (i << 2), load<f32>(p + <usize>i * stride));
    out += 32;
    p += 4;
  }
}
