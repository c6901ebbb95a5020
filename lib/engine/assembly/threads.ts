/**
 * The same kernels on several threads. All threads share one job, written by the main thread: which
 * kernel, its arguments, and how many chunks. Every thread, the main one too, takes chunks by counting
 * down until none is left, so a thread that the system does not run delays nobody but its own chunk.
 *
 * Which numbers a chunk covers depends on the shape alone, and every number is computed within one chunk
 * in the same order as on one thread: results do not depend on who took what.
 */
import { batchedGemm, gemm, gemmPacked } from "./gemm";
import { gruBackward, gruForward, lstmBackward, lstmForward } from "./recurrent";
import { gelu, geluGradient } from "./gelu";
import {
  attentionWeights, crossEntropy, layerNorm, layerNormGradient, layerNormParameterGradient, softmax, softmaxGradient, sumRows,
} from "./rows";
import { adam, biasRelu, copyRuns, gatherRows, reluGradient, segmentSum } from "./tables";

export * from "./kernels";

/** The job in shared memory: five counters, then the arguments as f64 (exact for addresses too). */
const CHUNKS_LEFT: usize = 0, CHUNKS_DONE: usize = 4, SEQUENCE: usize = 8, SLEEPERS: usize = 12, MAIN_SLEEPS: usize = 16;
const OPERATION: usize = 20, CHUNK_SIZE: usize = 24, LENGTH: usize = 28, ARGUMENTS: usize = 32;

/** Loops of looking for work before a thread sleeps: some ten microseconds, about the gap between kernels. */
const PATIENCE = 4000;
/** A chunk takes milliseconds: after a minute (in nanoseconds) a thread must have died. */
const DEAD: i64 = 60_000_000_000;

let job: usize = 0;

// @ts-ignore
@inline
function i(index: i32): i32 {
  return <i32><i64>load<f64>(job + ARGUMENTS + (<usize>index << 3));
}

// @ts-ignore
@inline
function f(index: i32): f32 {
  return <f32>load<f64>(job + ARGUMENTS + (<usize>index << 3));
}

/** Runs the part [first, last) of the job. The order of the cases is that of THREAD_OPERATIONS. */
function runPart(first: i32, last: i32): void {
  switch (load<i32>(job + OPERATION)) {
    case 0: return adam(i(0), i(1), i(2), i(3), f(4), f(5), f(6), f(7), f(8), f(9), f(10), first, last);
    case 1: return attentionWeights(i(0), i(1), i(2), i(3), f(4), i(5), i(6), i(7), i(8), first, last);
    case 2: return biasRelu(i(0), i(1), i(2), i(3) != 0, first, last);
    case 3: return copyRuns(i(0), i(1), i(2), i(3), i(4), first, last);
    case 4: return crossEntropy(i(0), i(1), i(2), i(3), i(4), i(5), i(6) != 0, f(7), f(8), first, last);
    case 5: return gatherRows(i(0), i(1), i(2), i(3), i(4), first, last);
    case 6: return gelu(i(0), i(1), i(2) != 0, first, last);
    case 7: return geluGradient(i(0), i(1), i(2), i(3) != 0, first, last);
    case 8: return gruBackward(i(0), i(1), i(2), i(3), i(4), i(5), i(6), i(7), i(8), first, last);
    case 9: return gruForward(i(0), i(1), i(2), i(3), i(4), i(5), i(6), i(7), i(8), i(9), i(10), first, last);
    case 10: return layerNorm(i(0), i(1), i(2), i(3), i(4), i(5), f(6), first, last);
    case 11: return layerNormGradient(i(0), i(1), i(2), i(3), i(4), i(5), first, last);
    case 12: return layerNormParameterGradient(i(0), i(1), i(2), i(3), i(4), i(5), i(6), first, last);
    case 13: return lstmBackward(i(0), i(1), i(2), i(3), i(4), i(5), i(6), i(7), i(8), i(9), first, last);
    case 14:
      return lstmForward(i(0), i(1), i(2), i(3), i(4), i(5), i(6), i(7), i(8), i(9), i(10), i(11), i(12), first, last);
    case 15: return reluGradient(i(0), i(1), i(2), first, last);
    case 16: return segmentSum(i(0), i(1), i(2), i(3), i(4), i(5), first, last);
    case 17: return softmax(i(0), i(1), i(2), first, last);
    case 18: return softmaxGradient(i(0), i(1), i(2), i(3), f(4), first, last);
    case 19: return sumRows(i(0), i(1), i(2), i(3), first, last);
    case 20: return gemmPart(first, last);
    case 21: return batchedPart(first, last);
    default: unreachable();
  }
}

/**
 * Rows, or columns if argument 14 says so, of a product whose arguments 0–13 are those of `gemm`. Argument 15
 * is the whole B, packed once for all threads, or 0.
 */
function gemmPart(first: i32, last: i32): void {
  const transposeA = i(0) != 0, transposeB = i(1) != 0, lda = i(6), ldb = i(8), ldc = i(10), bias = <usize>i(11);
  let rows = i(2), columns = i(3), A = <usize>i(5), B = <usize>i(7), C = <usize>i(9), biasHere = bias;
  if (i(14)) {
    columns = last - first;
    B += <usize>(transposeB ? first * ldb : first) << 2;
    C += <usize>first << 2;
    if (bias) biasHere += <usize>first << 2;
  } else {
    rows = last - first;
    A += <usize>(transposeA ? first : first * lda) << 2;
    C += <usize>(first * ldc) << 2;
  }
  const depth = i(4), packed = <usize>i(15), relu = i(12) != 0, accumulate = i(13) != 0;
  if (packed) gemmPacked(transposeA, rows, columns, depth, A, lda, packed, C, ldc, biasHere, relu, accumulate);
  else gemm(transposeA, transposeB, rows, columns, depth, A, lda, B, ldb, C, ldc, biasHere, relu, accumulate);
}

/** Elements of the outer batch axis of many products; the arguments are those of `batchedGemm`. */
function batchedPart(first: i32, last: i32): void {
  const a = i(12), b = i(13), c = i(14);
  batchedGemm(
    i(0) != 0, i(1) != 0, i(2), i(3), i(4),
    <usize>i(5) + (<usize>(first * a) << 2), i(6), <usize>i(7) + (<usize>(first * b) << 2), i(8),
    <usize>i(9) + (<usize>(first * c) << 2), i(10), last - first, a, b, c, i(15), i(16), i(17), i(18),
  );
}

/**
 * Takes chunks until none is left. A late thread finds a counter below one, or takes a chunk of the next
 * job, whose arguments were written before its counter: both are right.
 */
function drain(): void {
  for (;;) {
    const left = atomic.sub<i32>(job + CHUNKS_LEFT, 1);
    if (left < 1) return;
    const size = load<i32>(job + CHUNK_SIZE), first = (left - 1) * size;
    runPart(first, min(first + size, load<i32>(job + LENGTH)));
    atomic.add<i32>(job + CHUNKS_DONE, 1);
    if (atomic.load<i32>(job + MAIN_SLEEPS)) atomic.notify(job + CHUNKS_DONE, 1);
  }
}

/** Where the job lies; every thread is told once. */
export function useJob(address: usize): void {
  job = address;
}

/** On the main thread: does the job that was written, with the others, and returns when it is done. */
export function runJob(chunks: i32): void {
  atomic.store<i32>(job + CHUNKS_DONE, 0);
  atomic.store<i32>(job + CHUNKS_LEFT, chunks);
  atomic.add<i32>(job + SEQUENCE, 1);
  if (chunks > 1 && atomic.load<i32>(job + SLEEPERS) > 0) atomic.notify(job + SEQUENCE, -1);
  drain();
  for (let loops = 0; atomic.load<i32>(job + CHUNKS_DONE) < chunks; loops++) {
    if (loops < PATIENCE) continue;
    // Another thread is still busy, or not even running: leave it the core.
    const done = atomic.load<i32>(job + CHUNKS_DONE);
    atomic.store<i32>(job + MAIN_SLEEPS, 1);
    if (done < chunks && atomic.wait<i32>(job + CHUNKS_DONE, done, DEAD) == 2) unreachable();
    atomic.store<i32>(job + MAIN_SLEEPS, 0);
  }
}

/** On every other thread: works until the main thread says stop (operation −1). */
export function serveJobs(): void {
  for (;;) {
    const sequence = atomic.load<i32>(job + SEQUENCE);
    if (atomic.load<i32>(job + OPERATION) == -1) return;
    if (atomic.load<i32>(job + CHUNKS_LEFT) > 0) drain();
    for (let loops = 0; loops < PATIENCE && atomic.load<i32>(job + SEQUENCE) == sequence; loops++);
    if (atomic.load<i32>(job + SEQUENCE) == sequence) {
      atomic.add<i32>(job + SLEEPERS, 1);
      atomic.wait<i32>(job + SEQUENCE, sequence, -1);
      atomic.sub<i32>(job + SLEEPERS, 1);
    }
  }
}
