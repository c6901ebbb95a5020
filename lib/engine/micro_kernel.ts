/**
 * The innermost loop of matrix multiplication, written by a small generator.
 *
 * A tile of 6 × 8 numbers of the result stays in registers while k runs: 12 accumulators of four
 * lanes, two vectors of B and one number of A spread over four lanes make 15 registers, and V8 keeps the
 * sixteenth for itself. Six rows against eight columns need 8 loads for 12 multiply-adds, so the
 * multiplier is never waiting (Goto and van de Geijn, "Anatomy of High-Performance Matrix
 * Multiplication", 2008). AssemblyScript has neither macros nor arrays of registers: hence the text.
 *
 * @module
 */

/** Rows of the result that one tile holds. */
export const TILE_ROWS = 6;
/** Columns of the result that one tile holds: two vectors of four numbers. */
export const TILE_COLUMNS = 8;

const rows = Array.from({ length: TILE_ROWS }, (_, row) => row);

/** One k: load 8 numbers of B, and multiply them by a number of each row of A. */
function step(k: number, address: (row: number, k: number) => string): string {
  return [
    `b0 = v128.load(b, ${32 * k}); b1 = v128.load(b, ${32 * k + 16});`,
    ...rows.map((row) =>
      `s = v128.load32_splat(${address(row, k)}); ` +
      `x${row} = f32x4.relaxed_madd(s, b0, x${row}); y${row} = f32x4.relaxed_madd(s, b1, y${row});`
    ),
  ].join("\n    ");
}

/**
 * The source of one kernel: `C[6, 8] (+)= A[6, depth] · panel[depth, 8]`.
 *
 * @param name The function's name.
 * @param columnsOfA Whether A is stored as [depth, 6] (transposed) rather than [6, depth].
 */
function kernel(name: string, columnsOfA: boolean): string {
  const advance = (count: number) =>
    columnsOfA
      ? `a += ${count === 1 ? "" : `${count} * `}stride; b += ${32 * count};`
      : `${rows.map((row) => `a${row} += ${4 * count};`).join(" ")} b += ${32 * count};`;
  const address = (row: number, k: number) => columnsOfA ? `a, ${4 * row}` : `a${row}, ${4 * k}`;
  const oneByOne = `for (; depth > 0; depth--) {
    ${step(0, address)}
    ${advance(1)}
  }`;
  // With A in rows, four k are one load offset each; in columns the address moves in any case.
  const fourByFour = columnsOfA ? "" : `for (; depth >= 4; depth -= 4) {
    ${[0, 1, 2, 3].map((k) => step(k, address)).join("\n    ")}
    ${advance(4)}
  }`;
  const store = (x: string, y: string) =>
    rows.map((row) => `v128.store(c, ${x}${row}); v128.store(c, ${y}${row}, 16); c += strideC;`);
  return `
export function ${name}(depth: i32, a: usize, lda: i32, b: usize, c: usize, ldc: i32, add: bool): void {
  const stride = <usize>lda << 2, strideC = <usize>ldc << 2;
  let s: v128, b0: v128, b1: v128;
  ${rows.map((row) => `let x${row} = f32x4.splat(0), y${row} = f32x4.splat(0);`).join(" ")}
  ${columnsOfA ? "" : rows.map((row) => `let a${row} = a + ${row} * stride;`).join(" ")}
  ${fourByFour}
  ${oneByOne}
  if (add) {
    let d = c;
    ${
    rows.map((row) =>
      `x${row} = f32x4.add(x${row}, v128.load(d)); y${row} = f32x4.add(y${row}, v128.load(d, 16)); d += strideC;`
    ).join("\n    ")
  }
  }
  ${store("x", "y").join("\n  ")}
}
`;
}

/** AssemblyScript source of `microRows` (A as [6, depth]) and `microColumns` (A as [depth, 6]). */
export function microKernelSource(): string {
  return kernel("microRows", false) + kernel("microColumns", true);
}
