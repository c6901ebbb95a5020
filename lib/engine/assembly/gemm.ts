/**
 * Matrix products: C[rows, columns] (+)= op(A)[rows, depth] · op(B)[depth, columns], then bias and ReLU.
 *
 * B is packed into panels of eight columns, block by block, so that the inner loop reads it in order;
 * A is read where it lies. All matrices are row-major; ld* is the distance between two rows in floats.
 */
import { microColumns, microRows } from "./micro";

const TILE_ROWS = 6, TILE_COLUMNS = 8;
/** Depth and columns of one packed block: 256 × 512 floats fit the second-level cache. */
const BLOCK_DEPTH = 256, BLOCK_COLUMNS = 512;
const TILE_BYTES = 1024;

/** Where this instance of the module may write what it forgets; every thread has its own. */
let scratch: usize = 0;

/** Gives this instance its scratch space of `scratchBytes()`. */
export function useScratch(address: usize): void {
  scratch = address;
}

/** Bytes that a product needs: a tile, six padded rows of A, one packed block of B. */
export function scratchBytes(): i32 {
  return TILE_BYTES + TILE_ROWS * BLOCK_DEPTH * 4 + BLOCK_DEPTH * BLOCK_COLUMNS * 4;
}

/** Bytes that `pack` fills for a whole B. */
export function packedBytes(columns: i32, depth: i32): i32 {
  return ((columns + 7) & ~7) * depth * 4;
}

/** Packs op(B)[k0 .. k0+depth, n0 .. n0+columns] into panels of eight columns, padded with zeros. */
function packBlock(transposeB: bool, B: usize, ldb: i32, k0: i32, depth: i32, n0: i32, columns: i32, out: usize): void {
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
    let p = B + (((<usize>n0 + j) * ldb + k0) << 2);
    let k = 0;
    if (width == TILE_COLUMNS) {
      for (; k + 4 <= depth; k += 4) {
        for (let half: usize = 0; half < 2; half++) { // a 4 × 4 transposition in registers
          const q = p + half * 4 * stride, o = out + half * 16;
          const r0 = v128.load(q), r1 = v128.load(q + stride), r2 = v128.load(q + 2 * stride), r3 = v128.load(q + 3 * stride);
          const t0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), t1 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
          const t2 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), t3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
          v128.store(o, v128.shuffle<f64>(t0, t2, 0, 2));
          v128.store(o, v128.shuffle<f64>(t0, t2, 1, 3), 32);
          v128.store(o, v128.shuffle<f64>(t1, t3, 0, 2), 64);
          v128.store(o, v128.shuffle<f64>(t1, t3, 1, 3), 96);
        }
        out += 128;
        p += 16;
      }
    }
    for (; k < depth; k++) {
      for (let i = 0; i < TILE_COLUMNS; i++) store<f32>(out + (i << 2), i < width ? load<f32>(p + <usize>i * stride) : 0);
      out += 32;
      p += 4;
    }
  }
}

/** Packs the whole of op(B)[depth, columns] for `gemmPacked`: recurrent layers do it once per sequence. */
export function pack(transposeB: bool, columns: i32, depth: i32, B: usize, ldb: i32, out: usize): void {
  for (let n0 = 0; n0 < columns; n0 += BLOCK_COLUMNS) {
    const width = min(BLOCK_COLUMNS, columns - n0);
    for (let k0 = 0; k0 < depth; k0 += BLOCK_DEPTH) {
      const deep = min(BLOCK_DEPTH, depth - k0);
      packBlock(transposeB, B, ldb, k0, deep, n0, width, out);
      out += <usize>(((width + 7) & ~7) * deep) << 2;
    }
  }
}

/** Copies fewer than six rows of op(A), padded with zeros, as [depth, 6]. */
function padRows(transposeA: bool, a: usize, lda: i32, height: i32, depth: i32, out: usize): void {
  for (let k = 0; k < depth; k++) {
    for (let r = 0; r < TILE_ROWS; r++, out += 4) {
      store<f32>(out, r < height ? load<f32>(transposeA ? a + ((<usize>k * lda + r) << 2) : a + ((<usize>r * lda + k) << 2)) : 0);
    }
  }
}

/** Adds the bias and applies ReLU to a tile that is still in the first-level cache. */
function finishTile(c: usize, ldc: i32, height: i32, width: i32, bias: usize, relu: bool): void {
  const zero = f32x4.splat(0);
  for (let r = 0; r < height; r++) {
    const d = c + ((<usize>r * ldc) << 2);
    if (width == TILE_COLUMNS) {
      for (let q: usize = 0; q < 32; q += 16) {
        let v = v128.load(d + q);
        if (bias) v = f32x4.add(v, v128.load(bias + q));
        if (relu) v = f32x4.pmax(v, zero); // keeps NaN, as it stands first
        v128.store(d + q, v);
      }
    } else {
      for (let q = 0; q < width; q++) {
        let v = load<f32>(d + (q << 2));
        if (bias) v += load<f32>(bias + (q << 2));
        if (relu && v < 0) v = 0;
        store<f32>(d + (q << 2), v);
      }
    }
  }
}

/** `packed` is a whole packed B, or 0 to pack B block by block into the scratch space. */
function multiply(
  transposeA: bool, transposeB: bool, rows: i32, columns: i32, depth: i32,
  A: usize, lda: i32, B: usize, ldb: i32, packed: usize, C: usize, ldc: i32,
  bias: usize, relu: bool, accumulate: bool,
): void {
  if (depth == 0 && !accumulate) {
    for (let r = 0; r < rows; r++) memory.fill(C + ((<usize>r * ldc) << 2), 0, <usize>columns << 2);
    for (let r = 0; r < rows; r++) {
      const c = C + ((<usize>r * ldc) << 2);
      if (bias) memory.copy(c, bias, <usize>columns << 2);
      if (relu) for (let q = 0; q < columns; q++) store<f32>(c + (q << 2), max<f32>(load<f32>(c + (q << 2)), 0));
    }
    return;
  }
  const tile = scratch, padded = scratch + TILE_BYTES, block = padded + TILE_ROWS * BLOCK_DEPTH * 4;
  const stepA: usize = <usize>(transposeA ? TILE_ROWS : TILE_ROWS * lda) << 2;
  for (let n0 = 0; n0 < columns; n0 += BLOCK_COLUMNS) {
    const blockWidth = min(BLOCK_COLUMNS, columns - n0);
    for (let k0 = 0; k0 < depth; k0 += BLOCK_DEPTH) {
      const deep = min(BLOCK_DEPTH, depth - k0);
      const add = accumulate || k0 > 0, last = k0 + deep == depth;
      let panels = block;
      if (packed) {
        panels = packed;
        packed += <usize>(((blockWidth + 7) & ~7) * deep) << 2;
      } else packBlock(transposeB, B, ldb, k0, deep, n0, blockWidth, block);
      let a = A + (<usize>(transposeA ? k0 * lda : k0) << 2);
      for (let i = 0; i < rows; i += TILE_ROWS, a += stepA) {
        const height = min(TILE_ROWS, rows - i);
        let tileA = a, tileLda = lda, inColumns = transposeA;
        if (height < TILE_ROWS) {
          padRows(transposeA, a, lda, height, deep, padded);
          tileA = padded;
          tileLda = TILE_ROWS;
          inColumns = true;
        }
        let b = panels, c = C + ((<usize>i * ldc + n0) << 2);
        for (let j = 0; j < blockWidth; j += TILE_COLUMNS, b += <usize>deep * 32, c += 32) {
          const width = min(TILE_COLUMNS, blockWidth - j);
          if (height == TILE_ROWS && width == TILE_COLUMNS) {
            if (inColumns) microColumns(deep, tileA, tileLda, b, c, ldc, add);
            else microRows(deep, tileA, tileLda, b, c, ldc, add);
          } else {
            if (inColumns) microColumns(deep, tileA, tileLda, b, tile, TILE_COLUMNS, false);
            else microRows(deep, tileA, tileLda, b, tile, TILE_COLUMNS, false);
            for (let r = 0; r < height; r++) {
              for (let q = 0; q < width; q++) {
                const d = c + ((<usize>r * ldc + q) << 2), v = load<f32>(tile + ((r * TILE_COLUMNS + q) << 2));
                store<f32>(d, add ? load<f32>(d) + v : v);
              }
            }
          }
          if (last && (bias != 0 || relu)) finishTile(c, ldc, height, width, bias ? bias + (<usize>(n0 + j) << 2) : 0, relu);
        }
      }
    }
  }
}

/** C = op(A) · op(B); `bias` [columns] or 0; `accumulate` adds to C instead of writing it. */
export function gemm(
  transposeA: bool, transposeB: bool, rows: i32, columns: i32, depth: i32,
  A: usize, lda: i32, B: usize, ldb: i32, C: usize, ldc: i32,
  bias: usize, relu: bool, accumulate: bool,
): void {
  multiply(transposeA, transposeB, rows, columns, depth, A, lda, B, ldb, 0, C, ldc, bias, relu, accumulate);
}

/** The same with a B that `pack` has packed. */
export function gemmPacked(
  transposeA: bool, rows: i32, columns: i32, depth: i32,
  A: usize, lda: i32, packed: usize, C: usize, ldc: i32, accumulate: bool,
): void {
  multiply(transposeA, false, rows, columns, depth, A, lda, 0, 0, packed, C, ldc, 0, false, accumulate);
}

/**
 * Many products: two batch axes of lengths outer and inner, each with its stride (in floats) in A, B and
 * C. A stride of 0 repeats a matrix; heads that are slices of the model axis need no transposition.
 */
export function batchedGemm(
  transposeA: bool, transposeB: bool, rows: i32, columns: i32, depth: i32,
  A: usize, lda: i32, B: usize, ldb: i32, C: usize, ldc: i32,
  outer: i32, outerA: i32, outerB: i32, outerC: i32,
  inner: i32, innerA: i32, innerB: i32, innerC: i32,
): void {
  for (let i = 0; i < outer; i++) {
    for (let j = 0; j < inner; j++) {
      multiply(
        transposeA, transposeB, rows, columns, depth,
        A + (<usize>(i * outerA + j * innerA) << 2), lda, B + (<usize>(i * outerB + j * innerB) << 2), ldb, 0,
        C + (<usize>(i * outerC + j * innerC) << 2), ldc, 0, false, false,
      );
    }
  }
}
