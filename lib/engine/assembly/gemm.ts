/**
 * Matrix products: C[rows, columns] (+)= op(A)[rows, depth] · op(B)[depth, columns], then bias and ReLU.
 *
 * Blocks of A and B are packed so that the innermost loop reads both in order: B in panels of eight
 * columns, A in panels of four rows (Goto and van de Geijn, "Anatomy of High-Performance Matrix
 * Multiplication", 2008). The tile of 4 × 8 numbers stays in registers. V8 checks the bounds of every
 * load here, which costs more than the load: hence one load for four numbers of A, spread over the
 * lanes by shuffles, which no check delays. (6 × 8 with a load for each number: 65 % of the peak; this:
 * 89 %. Unrolling the loop makes V8 spill and halves the speed.)
 *
 * All matrices are row-major; ld* is the distance between two rows in floats.
 */
import { packColumns, packRows } from "./pack";

const TILE_ROWS = 4, TILE_COLUMNS = 8;
/** A packed block of A (128 × 256 floats) and one of B (256 × 512) together fit the second-level cache. */
const BLOCK_ROWS = 128, BLOCK_DEPTH = 256, BLOCK_COLUMNS = 512;
const TILE_BYTES = 256;

/** Where this instance of the module may write what it forgets; every thread has its own. */
let scratch: usize = 0;

/** Gives this instance its scratch space of `scratchBytes()`. */
export function useScratch(address: usize): void {
  scratch = address;
}

/** Bytes that a product needs: a tile, one packed block of A, one of B. */
export function scratchBytes(): i32 {
  return TILE_BYTES + BLOCK_ROWS * BLOCK_DEPTH * 4 + BLOCK_DEPTH * BLOCK_COLUMNS * 4;
}

/** Bytes that `pack` fills for a whole B. */
export function packedBytes(columns: i32, depth: i32): i32 {
  return ((columns + 7) & ~7) * depth * 4;
}

/**
 * One tile: C[4, 8] = start + A[depth, 4]ᵀ · B[depth, 8], where start is C itself (`add`), a row of eight
 * numbers at `bias`, or zero.
 */
function multiplyTile(depth: i32, a: usize, b: usize, c: usize, ldc: i32, bias: usize, add: bool, relu: bool): void {
  const c1 = c + (<usize>ldc << 2), c2 = c1 + (<usize>ldc << 2), c3 = c2 + (<usize>ldc << 2);
  let x0 = f32x4.splat(0), x1 = x0, x2 = x0, x3 = x0, y0 = x0, y1 = x0, y2 = x0, y3 = x0;
  for (; depth > 0; depth--) {
    const b0 = v128.load(b), b1 = v128.load(b, 16), rows = v128.load(a);
    let s = v128.shuffle<f32>(rows, rows, 0, 0, 0, 0);
    x0 = f32x4.relaxed_madd(s, b0, x0);
    y0 = f32x4.relaxed_madd(s, b1, y0);
    s = v128.shuffle<f32>(rows, rows, 1, 1, 1, 1);
    x1 = f32x4.relaxed_madd(s, b0, x1);
    y1 = f32x4.relaxed_madd(s, b1, y1);
    s = v128.shuffle<f32>(rows, rows, 2, 2, 2, 2);
    x2 = f32x4.relaxed_madd(s, b0, x2);
    y2 = f32x4.relaxed_madd(s, b1, y2);
    s = v128.shuffle<f32>(rows, rows, 3, 3, 3, 3);
    x3 = f32x4.relaxed_madd(s, b0, x3);
    y3 = f32x4.relaxed_madd(s, b1, y3);
    a += 16;
    b += 32;
  }
  if (add) {
    x0 = f32x4.add(x0, v128.load(c));
    y0 = f32x4.add(y0, v128.load(c, 16));
    x1 = f32x4.add(x1, v128.load(c1));
    y1 = f32x4.add(y1, v128.load(c1, 16));
    x2 = f32x4.add(x2, v128.load(c2));
    y2 = f32x4.add(y2, v128.load(c2, 16));
    x3 = f32x4.add(x3, v128.load(c3));
    y3 = f32x4.add(y3, v128.load(c3, 16));
  }
  if (bias) {
    const left = v128.load(bias), right = v128.load(bias, 16);
    x0 = f32x4.add(x0, left);
    y0 = f32x4.add(y0, right);
    x1 = f32x4.add(x1, left);
    y1 = f32x4.add(y1, right);
    x2 = f32x4.add(x2, left);
    y2 = f32x4.add(y2, right);
    x3 = f32x4.add(x3, left);
    y3 = f32x4.add(y3, right);
  }
  if (relu) { // pmax keeps NaN that stands first
    const zero = f32x4.splat(0);
    x0 = f32x4.pmax(x0, zero);
    y0 = f32x4.pmax(y0, zero);
    x1 = f32x4.pmax(x1, zero);
    y1 = f32x4.pmax(y1, zero);
    x2 = f32x4.pmax(x2, zero);
    y2 = f32x4.pmax(y2, zero);
    x3 = f32x4.pmax(x3, zero);
    y3 = f32x4.pmax(y3, zero);
  }
  v128.store(c, x0);
  v128.store(c, y0, 16);
  v128.store(c1, x1);
  v128.store(c1, y1, 16);
  v128.store(c2, x2);
  v128.store(c2, y2, 16);
  v128.store(c3, x3);
  v128.store(c3, y3, 16);
}

/** Packs the whole of op(B)[depth, columns] for `gemmPacked`: recurrent layers do it once per sequence. */
export function pack(transposeB: bool, columns: i32, depth: i32, B: usize, ldb: i32, out: usize): void {
  for (let n0 = 0; n0 < columns; n0 += BLOCK_COLUMNS) {
    const width = min(BLOCK_COLUMNS, columns - n0);
    for (let k0 = 0; k0 < depth; k0 += BLOCK_DEPTH) {
      const deep = min(BLOCK_DEPTH, depth - k0);
      packColumns(transposeB, B, ldb, k0, deep, n0, width, out);
      out += <usize>(((width + 7) & ~7) * deep) << 2;
    }
  }
}

/** `packed` is a whole packed B, or 0 to pack B block by block into the scratch space. */
function multiply(
  transposeA: bool, transposeB: bool, rows: i32, columns: i32, depth: i32,
  A: usize, lda: i32, B: usize, ldb: i32, packed: usize, C: usize, ldc: i32,
  bias: usize, relu: bool, accumulate: bool,
): void {
  if (depth == 0) {
    emptyProduct(rows, columns, C, ldc, bias, relu, accumulate);
    return;
  }
  const tile = scratch, blockA = scratch + TILE_BYTES, blockB = blockA + BLOCK_ROWS * BLOCK_DEPTH * 4;
  for (let n0 = 0; n0 < columns; n0 += BLOCK_COLUMNS) {
    const blockWidth = min(BLOCK_COLUMNS, columns - n0);
    for (let k0 = 0; k0 < depth; k0 += BLOCK_DEPTH) {
      const deep = min(BLOCK_DEPTH, depth - k0);
      const add = accumulate || k0 > 0, last = k0 + deep == depth;
      let panels = blockB;
      if (packed) {
        panels = packed;
        packed += <usize>(((blockWidth + 7) & ~7) * deep) << 2;
      } else packColumns(transposeB, B, ldb, k0, deep, n0, blockWidth, blockB);
      for (let i0 = 0; i0 < rows; i0 += BLOCK_ROWS) {
        const blockHeight = min(BLOCK_ROWS, rows - i0);
        packRows(transposeA, A, lda, i0, blockHeight, k0, deep, blockA);
        let b = panels;
        for (let j = 0; j < blockWidth; j += TILE_COLUMNS, b += <usize>deep * 32) {
          const width = min(TILE_COLUMNS, blockWidth - j);
          const biasHere: usize = last && bias ? bias + (<usize>(n0 + j) << 2) : 0;
          let a = blockA, c = C + ((<usize>i0 * ldc + n0 + j) << 2);
          for (let i = 0; i < blockHeight; i += TILE_ROWS, a += <usize>deep * 16, c += <usize>(TILE_ROWS * ldc) << 2) {
            const height = min(TILE_ROWS, blockHeight - i);
            if (height == TILE_ROWS && width == TILE_COLUMNS) {
              multiplyTile(deep, a, b, c, ldc, biasHere, add, last && relu);
            } else {
              multiplyTile(deep, a, b, tile, TILE_COLUMNS, 0, false, false);
              copyTile(tile, c, ldc, height, width, biasHere, add, last && relu);
            }
          }
        }
      }
    }
  }
}

/** Writes the part of a tile that lies inside C. */
function copyTile(tile: usize, c: usize, ldc: i32, height: i32, width: i32, bias: usize, add: bool, relu: bool): void {
  for (let r = 0; r < height; r++, c += <usize>ldc << 2, tile += TILE_COLUMNS << 2) {
    let q = 0;
    for (; q + 4 <= width; q += 4) {
      const o = <usize>q << 2;
      let v = v128.load(tile + o);
      if (add) v = f32x4.add(v, v128.load(c + o));
      if (bias) v = f32x4.add(v, v128.load(bias + o));
      if (relu) v = f32x4.pmax(v, f32x4.splat(0));
      v128.store(c + o, v);
    }
    for (; q < width; q++) {
      const o = <usize>q << 2;
      let v = load<f32>(tile + o);
      if (add) v += load<f32>(c + o);
      if (bias) v += load<f32>(bias + o);
      if (relu && v < 0) v = 0;
      store<f32>(c + o, v);
    }
  }
}

/** The sum over nothing: zeros, the bias, or C as it was. */
function emptyProduct(rows: i32, columns: i32, C: usize, ldc: i32, bias: usize, relu: bool, accumulate: bool): void {
  for (let r = 0; r < rows; r++) {
    const c = C + ((<usize>r * ldc) << 2);
    for (let q = 0; q < columns; q++) {
      const d = c + (<usize>q << 2);
      let v: f32 = accumulate ? load<f32>(d) : 0;
      if (bias) v += load<f32>(bias + (<usize>q << 2));
      if (relu && v < 0) v = 0;
      store<f32>(d, v);
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
