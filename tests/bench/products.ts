/**
 * Matrix products: how many multiply-adds a second, as a share of what one core can do with 128-bit
 * vectors. The peak is measured too, by a loop that does nothing else, in turns with the products.
 *
 * @module
 */
import type { Line } from "./contests.ts";
import { compilePeak } from "./peak.ts";
import { openProducts } from "./product_time.ts";

/** Lines for the benchmark: GFLOP/s of products n × n × n, and the share of the measured peak. */
export async function measureProducts(): Promise<Line[]> {
  const peak = await compilePeak(), products = await openProducts();
  const lines: Line[] = [];
  for (const size of [64, 128, 256, 512]) {
    const [rates, peaks]: number[][] = [[], []];
    for (let round = 0; round < 40; round++) {
      peaks.push(peak());
      rates.push(products({ rows: size, columns: size, depth: size }));
    }
    // The best of the rounds: what the core can do when nothing else runs on it.
    const rate = Math.max(...rates), limit = Math.max(...peaks);
    lines.push({ name: `gemm, ${size}³, 1 thread`, unit: "GFLOP/s", value: rate });
    lines.push({
      name: `gemm, ${size}³, share of the 128-bit FMA peak`,
      unit: "ratio",
      value: rate / limit,
    });
  }
  return lines;
}
