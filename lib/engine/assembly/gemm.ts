/**
 * Matrix products: C[rows, columns] (+)= op(A)[rows, depth] · op(B)[depth, columns], then bias and ReLU.
 *
 * The innermost loop makes a tile of 6 × 8 numbers (4 × 8 at the end), which stays in registers: twelve
 * sums, enough to hide how long a multiply-add takes. It reads B in a panel of eight columns and A in six
 * rows (or six columns of a transposed A), which both stay where they are: six streams are as good as one.
 * B is packed into panels, one after the other, when many rows are going to read it (Goto and van de Geijn,
 * "Anatomy of High-Performance Matrix Multiplication", 2008) or when it is transposed.
 *
 * V8 checks the bounds of every load, and a processor of six instructions a cycle has just 36 for the twelve
 * multiply-adds of a k. The loop is written so that V8 needs no more:
 *
 * - The module asks for a memory of at least one page: half the checks are then known to hold.
 * - The numbers of A are addressed by sums, which share one limit (the processor adds one, two or four times a
 *   register for nothing).
 * - A pointer moves before it is used: V8 then knows that its upper bits are zero, and does not clear them.
 * - The first k stands before the loop, so that V8 computes the three limits there and not for every k.
 * - The others are unrolled, one exit after each. Without exits the compiler would turn the order of the loads
 *   and the multiply-adds around, and run out of registers.
 *
 * `unroll` in `build.ts` does the last two. `deno task bench kernels` shows what the loop reaches.
 *
 * All matrices are row-major; ld* is the distance between two rows in floats.
 */
import { multiplyAdd4 } from "./math";
import { packColumns, packRows, TILE_COLUMNS } from "./pack";

/** A block of A (132 × 256 floats) and a packed one of B (256 × 512) together fit the second-level cache. */
const BLOCK_ROWS = 132, BLOCK_DEPTH = 256, BLOCK_COLUMNS = 512;
/** With fewer rows a B that need not be transposed is read where it lies. */
const LEAST_ROWS_TO_PACK = 127;
/** Columns that are made at once where A has a single row, as in decoding. */
const ROW_COLUMNS = 32;
/** In the scratch space: a tile, the last rows of A, a block of B. */
const TILE_BYTES = 6 * TILE_COLUMNS * 4, REST_BYTES = 6 * BLOCK_DEPTH * 4;

/** Where this instance of the module may write what it forgets; every thread has its own. */
let scratch: usize = 0;

/** Gives this instance its scratch space of `scratchBytes()`. */
export function useScratch(address: usize): void {
  scratch = address;
}

/** Bytes that a product needs. */
export function scratchBytes(): i32 {
  return TILE_BYTES + REST_BYTES + BLOCK_DEPTH * BLOCK_COLUMNS * 4;
}

/** Bytes that `pack` fills for a whole B. */
export function packedBytes(columns: i32, depth: i32): i32 {
  return ((columns + 7) & ~7) * depth * 4;
}

/** Writes a row of a tile. */
// @ts-ignore
@inline
function finishRow(c: usize, x: v128, y: v128, bias: usize, add: bool, relu: bool): void {
  if (add) {
    x = f32x4.add(x, v128.load(c));
    y = f32x4.add(y, v128.load(c, 16));
  }
  if (bias) {
    x = f32x4.add(x, v128.load(bias));
    y = f32x4.add(y, v128.load(bias, 16));
  }
  if (relu) { // pmax keeps NaN that stands first
    x = f32x4.pmax(x, f32x4.splat(0));
    y = f32x4.pmax(y, f32x4.splat(0));
  }
  v128.store(c, x);
  v128.store(c, y, 16);
}

/**
 * One tile: C[6, 8] = start + A[6, depth] · B[depth, 8], where start is C itself (`add`), a row of eight
 * numbers at `bias`, or zero. `rowA` is the bytes from one row of A to the next, `stepA` and `stepB` those
 * from one k to the next. There is at least one k.
 */
function multiplySix(
  depth: i32, a: usize, rowA: usize, stepA: usize, b: usize, stepB: usize, c: usize, ldc: i32, bias: usize, add: bool, relu: bool,
): void {
  let x0 = f32x4.splat(0), x1 = x0, x2 = x0, x3 = x0, x4 = x0, x5 = x0;
  let y0 = x0, y1 = x0, y2 = x0, y3 = x0, y4 = x0, y5 = x0;
  const lastB = b + (depth - 1) * stepB;
  a -= stepA;
  b -= stepB;
  let a3 = a + 3 * rowA;
  for (;;) { // unrolled 4 times
    a += stepA;
    a3 += stepA;
    b += stepB;
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let s = v128.load32_splat(a);
    x0 = multiplyAdd4(s, b0, x0);
    y0 = multiplyAdd4(s, b1, y0);
    s = v128.load32_splat(a + rowA);
    x1 = multiplyAdd4(s, b0, x1);
    y1 = multiplyAdd4(s, b1, y1);
    s = v128.load32_splat(a + (rowA << 1));
    x2 = multiplyAdd4(s, b0, x2);
    y2 = multiplyAdd4(s, b1, y2);
    s = v128.load32_splat(a3);
    x3 = multiplyAdd4(s, b0, x3);
    y3 = multiplyAdd4(s, b1, y3);
    s = v128.load32_splat(a + (rowA << 2));
    x4 = multiplyAdd4(s, b0, x4);
    y4 = multiplyAdd4(s, b1, y4);
    s = v128.load32_splat(a3 + (rowA << 1));
    x5 = multiplyAdd4(s, b0, x5);
    y5 = multiplyAdd4(s, b1, y5);
    if (b == lastB) break;
  }
  finishRow(c, x0, y0, bias, add, relu);
  c += <usize>ldc << 2;
  finishRow(c, x1, y1, bias, add, relu);
  c += <usize>ldc << 2;
  finishRow(c, x2, y2, bias, add, relu);
  c += <usize>ldc << 2;
  finishRow(c, x3, y3, bias, add, relu);
  c += <usize>ldc << 2;
  finishRow(c, x4, y4, bias, add, relu);
  c += <usize>ldc << 2;
  finishRow(c, x5, y5, bias, add, relu);
}

/** The same for C[4, 8] and A[4, depth]: what is left of an even number of rows. */
function multiplyFour(
  depth: i32, a: usize, rowA: usize, stepA: usize, b: usize, stepB: usize, c: usize, ldc: i32, bias: usize, add: bool, relu: bool,
): void {
  let x0 = f32x4.splat(0), x1 = x0, x2 = x0, x3 = x0;
  let y0 = x0, y1 = x0, y2 = x0, y3 = x0;
  const lastB = b + (depth - 1) * stepB;
  a -= stepA;
  b -= stepB;
  let a3 = a + 3 * rowA;
  for (;;) { // unrolled 4 times
    a += stepA;
    a3 += stepA;
    b += stepB;
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let s = v128.load32_splat(a);
    x0 = multiplyAdd4(s, b0, x0);
    y0 = multiplyAdd4(s, b1, y0);
    s = v128.load32_splat(a + rowA);
    x1 = multiplyAdd4(s, b0, x1);
    y1 = multiplyAdd4(s, b1, y1);
    s = v128.load32_splat(a + (rowA << 1));
    x2 = multiplyAdd4(s, b0, x2);
    y2 = multiplyAdd4(s, b1, y2);
    s = v128.load32_splat(a3);
    x3 = multiplyAdd4(s, b0, x3);
    y3 = multiplyAdd4(s, b1, y3);
    if (b == lastB) break;
  }
  finishRow(c, x0, y0, bias, add, relu);
  c += <usize>ldc << 2;
  finishRow(c, x1, y1, bias, add, relu);
  c += <usize>ldc << 2;
  finishRow(c, x2, y2, bias, add, relu);
  c += <usize>ldc << 2;
  finishRow(c, x3, y3, bias, add, relu);
}

/**
 * C[1, 32] = start + A[1, depth] · B[depth, 32], with a `start` as for a tile: a tile of six rows would
 * compute five for nothing. The order of the sums is the same.
 */
function multiplyRow(depth: i32, a: usize, stepA: usize, b: usize, stepB: usize, c: usize, bias: usize, add: bool, relu: bool): void {
  let x0 = f32x4.splat(0), x1 = x0, x2 = x0, x3 = x0, x4 = x0, x5 = x0, x6 = x0, x7 = x0;
  for (; depth > 0; depth--) {
    const s = v128.load32_splat(a);
    x0 = multiplyAdd4(s, v128.load(b), x0);
    x1 = multiplyAdd4(s, v128.load(b + 16), x1);
    x2 = multiplyAdd4(s, v128.load(b + 32), x2);
    x3 = multiplyAdd4(s, v128.load(b + 48), x3);
    x4 = multiplyAdd4(s, v128.load(b + 64), x4);
    x5 = multiplyAdd4(s, v128.load(b + 80), x5);
    x6 = multiplyAdd4(s, v128.load(b + 96), x6);
    x7 = multiplyAdd4(s, v128.load(b + 112), x7);
    a += stepA;
    b += stepB;
  }
  finishRow(c, x0, x1, bias, add, relu);
  finishRow(c + 32, x2, x3, bias ? bias + 32 : 0, add, relu);
  finishRow(c + 64, x4, x5, bias ? bias + 64 : 0, add, relu);
  finishRow(c + 96, x6, x7, bias ? bias + 96 : 0, add, relu);
}

// @ts-ignore
@inline
function multiplyTile(
  rows: i32, depth: i32, a: usize, rowA: usize, stepA: usize, b: usize, stepB: usize, c: usize, ldc: i32,
  bias: usize, add: bool, relu: bool,
): void {
  if (rows > 4) multiplySix(depth, a, rowA, stepA, b, stepB, c, ldc, bias, add, relu);
  else multiplyFour(depth, a, rowA, stepA, b, stepB, c, ldc, bias, add, relu);
}

/**
 * Rows of the next tile, of those that are left: six or four, which together make every even number but two;
 * at the end of others what remains, which is packed.
 */
// @ts-ignore
@inline
function nextRows(left: i32): i32 {
  return left == 4 || left == 8 ? 4 : min(left, 6);
}

/** How many rows remain in the end. */
// @ts-ignore
@inline
function remainingRows(rows: i32): i32 {
  if (rows == 2) return 2;
  return rows & 1 ? rows % 6 : 0;
}

/** Whether a product with so many rows packs its B: one that lies as it is wanted is read once by few. */
export function packs(transposeB: bool, rows: i32): bool {
  return transposeB || rows >= LEAST_ROWS_TO_PACK;
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

/** `packed` is a whole packed B, or 0 to pack B block by block into the scratch space where that pays. */
function multiply(
  transposeA: bool, transposeB: bool, rows: i32, columns: i32, depth: i32,
  A: usize, lda: i32, B: usize, ldb: i32, packed: usize, C: usize, ldc: i32,
  bias: usize, relu: bool, accumulate: bool,
): void {
  if (depth == 0) {
    emptyProduct(rows, columns, C, ldc, bias, relu, accumulate);
    return;
  }
  const tile = scratch, restA = tile + TILE_BYTES, blockB = restA + REST_BYTES;
  const rowA: usize = transposeA ? 4 : <usize>lda << 2, stepA: usize = transposeA ? <usize>lda << 2 : 4;
  const lies = !packed && !packs(transposeB, rows);
  for (let n0 = 0; n0 < columns; n0 += BLOCK_COLUMNS) {
    const blockWidth = min(BLOCK_COLUMNS, columns - n0), restWidth = blockWidth % TILE_COLUMNS;
    for (let k0 = 0; k0 < depth; k0 += BLOCK_DEPTH) {
      const deep = min(BLOCK_DEPTH, depth - k0);
      const add = accumulate || k0 > 0, last = k0 + deep == depth;
      let panels = blockB;
      if (packed) {
        panels = packed;
        packed += <usize>(((blockWidth + 7) & ~7) * deep) << 2;
      } else if (!lies) packColumns(transposeB, B, ldb, k0, deep, n0, blockWidth, blockB);
      else if (restWidth) packColumns(false, B, ldb, k0, deep, n0 + blockWidth - restWidth, restWidth, blockB);
      for (let i0 = 0; i0 < rows; i0 += BLOCK_ROWS) {
        const blockHeight = min(BLOCK_ROWS, rows - i0), restHeight = remainingRows(blockHeight);
        const blockA = A + rowA * i0 + stepA * k0, restRows = restHeight > 4 ? 6 : 4;
        if (restHeight) packRows(blockA + rowA * (blockHeight - restHeight), rowA, stepA, restHeight, deep, restRows, restA);
        for (let j = 0; j < blockWidth; j += TILE_COLUMNS) {
          const width = min(TILE_COLUMNS, blockWidth - j);
          let b = panels, stepB: usize = TILE_COLUMNS * 4;
          if (!lies) b += <usize>(j * deep) << 2;
          else if (width == TILE_COLUMNS) {
            b = B + ((<usize>k0 * ldb + n0 + j) << 2);
            stepB = <usize>ldb << 2;
          }
          const biasHere: usize = last && bias ? bias + (<usize>(n0 + j) << 2) : 0;
          if (blockHeight == 1 && lies && blockWidth - j >= ROW_COLUMNS) {
            multiplyRow(deep, blockA, stepA, b, stepB, C + ((<usize>i0 * ldc + n0 + j) << 2), biasHere, add, last && relu);
            j += ROW_COLUMNS - TILE_COLUMNS;
            continue;
          }
          let a = blockA, c = C + ((<usize>i0 * ldc + n0 + j) << 2);
          for (let left = blockHeight; left > 0;) {
            const height = nextRows(left), relus = last && relu;
            if (left == restHeight) multiplyTile(restRows, deep, restA, 4, restRows << 2, b, stepB, tile, TILE_COLUMNS, 0, false, false);
            else if (width == TILE_COLUMNS) multiplyTile(height, deep, a, rowA, stepA, b, stepB, c, ldc, biasHere, add, relus);
            else multiplyTile(height, deep, a, rowA, stepA, b, stepB, tile, TILE_COLUMNS, 0, false, false);
            if (left == restHeight || width < TILE_COLUMNS) copyTile(tile, c, ldc, height, width, biasHere, add, relus);
            left -= height;
            a += rowA * height;
            c += <usize>(height * ldc) << 2;
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
  A: usize, lda: i32, packed: usize, C: usize, ldc: i32,
  bias: usize, relu: bool, accumulate: bool,
): void {
  multiply(transposeA, false, rows, columns, depth, A, lda, 0, 0, packed, C, ldc, bias, relu, accumulate);
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
