/**
 * The most multiply-adds that one core can do with 128-bit vectors: a loop of independent chains, in
 * registers alone.
 *
 * @module
 */
import asc from "assemblyscript/asc";

/** Enough chains to hide the latency of a multiply-add (4 cycles, two a cycle, on current cores). */
const CHAINS = 12;

/** Compiles the loop; the returned function runs it once and answers in GFLOP/s. */
export async function compilePeak(): Promise<() => number> {
  const chains = Array.from({ length: CHAINS }, (_, i) => i);
  const source = `
    export function run(count: i32, left: f32, right: f32): f32 {
      const a = f32x4.splat(left), b = f32x4.splat(right);
      ${chains.map((i) => `let x${i} = f32x4.splat(${i});`).join(" ")}
      for (let i = 0; i < count; i++) {
        ${chains.map((i) => `x${i} = f32x4.relaxed_madd(a, b, x${i});`).join("\n")}
      }
      return f32x4.extract_lane(${
    chains.map((i) => `x${i}`).reduce((sum, x) => `f32x4.add(${sum}, ${x})`)
  }, 0);
    }`;
  const { binary, error, stderr } = await asc.compileString(source, {
    optimizeLevel: 3,
    runtime: "stub",
    enable: ["simd", "relaxed-simd"],
  });
  if (error || !binary) throw new Error(`the peak loop does not compile: ${stderr}`);
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(binary));
  const { run } = instance.exports;
  if (typeof run !== "function") throw new Error("the peak loop has no run");
  const count = 5e5;
  // As arguments, since a constant would be made anew for each use.
  run(count, 0.999, 0.001);
  return () => {
    const start = performance.now();
    run(count, 0.999, 0.001);
    return count * CHAINS * 8 / (performance.now() - start) / 1e6;
  };
}
