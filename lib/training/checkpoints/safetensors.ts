/**
 * Named arrays in one file, in the safetensors format, which PyTorch, JAX and others read too:
 *
 * ```
 * 8 bytes   length of the header, little-endian
 * header    JSON: { "name": { "dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24] }, …,
 *                   "__metadata__": { "any": "string" } }, padded with spaces to a multiple of 8
 * data      the raw numbers, one array after the other; offsets count from here
 * ```
 *
 * Raw float32 keeps every bit, so a run that resumes from such a file goes on as if it had never
 * stopped. Half precision (`F16`) keeps three digits in half of the space: enough for a model that is
 * shipped. Nothing else is written and read here.
 *
 * @module
 */
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { readBytes } from "lib/platform/files.ts";
import { isRecord } from "lib/platform/json_file.ts";

/** An array and its shape, as a file keeps them. */
export interface StoredArray {
  /** Length of each axis, outermost first. */
  readonly shape: readonly number[];
  /** The numbers, row by row. */
  readonly data: Float32Array;
}

/** What a safetensors file holds. */
export interface Safetensors {
  /** Arrays by name, in the file's order. */
  readonly arrays: ReadonlyMap<string, StoredArray>;
  /** Free strings, such as the step of a checkpoint. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** How the numbers stand in a file. */
export type Precision = "F32" | "F16";

/** Bytes of one number. */
const bytesPerNumber: Readonly<Record<Precision, number>> = { F32: 4, F16: 2 };

/**
 * Writes arrays to `path`, all or nothing: the file is written beside it, flushed to the disk and then
 * renamed, so that a process killed at any moment leaves the old file or the new one, never half of it.
 *
 * @param precision `F16` rounds to half precision, whose largest number is 65,504. Default `F32`.
 */
export async function writeSafetensors(
  path: string,
  content: Safetensors,
  precision: Precision = "F32",
): Promise<void> {
  const header: Record<string, unknown> = { __metadata__: content.metadata };
  let end = 0;
  for (const [name, { shape, data }] of content.arrays) {
    const start = end;
    end += data.length * bytesPerNumber[precision];
    header[name] = { dtype: precision, shape, data_offsets: [start, end] };
  }
  const json = JSON.stringify(header);
  const bytes = new TextEncoder().encode(json);
  const padded = Math.ceil(bytes.length / 8) * 8;
  const file = new Uint8Array(8 + padded + end).fill(0x20, 8, 8 + padded);
  new DataView(file.buffer).setBigUint64(0, BigInt(padded), true);
  file.set(bytes, 8);
  let at = 8 + padded;
  for (const { data } of content.arrays.values()) {
    const stored = precision === "F16" ? Float16Array.from(data) : data;
    file.set(new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength), at);
    at += stored.byteLength;
  }
  await writeAtomically(path, file, { isOnlyWriter: true, makeFolder: true });
}

/** Reads what {@linkcode writeSafetensors} wrote; a damaged file is refused by name. */
export async function readSafetensors(path: string): Promise<Safetensors> {
  const file = await readBytes(path);
  const damaged = (why: string) =>
    new SyntaxError(`expected a safetensors file in ${path}: ${why}`);
  if (file.length < 8) throw damaged(`it has ${file.length} bytes`);
  const headerLength = Number(new DataView(file.buffer).getBigUint64(0, true));
  if (headerLength > file.length - 8) throw damaged("its header is cut off");
  const start = 8 + headerLength;
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(file.subarray(8, start)));
  } catch {
    throw damaged("its header is not JSON");
  }
  if (!isRecord(header)) throw damaged("its header is not an object");
  const arrays = new Map<string, StoredArray>();
  const metadata: Record<string, string> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (!isRecord(entry)) throw damaged(`${name} is not described`);
    if (name === "__metadata__") {
      for (const [key, value] of Object.entries(entry)) metadata[key] = String(value);
      continue;
    }
    const { dtype, shape, data_offsets: offsets } = entry;
    if (dtype !== "F32" && dtype !== "F16") {
      throw damaged(`${name} is ${dtype}, and only F32 and F16 are read`);
    }
    if (!isNumbers(shape) || !isNumbers(offsets) || offsets.length !== 2) {
      throw damaged(`${name} has no shape or place`);
    }
    const [from, to] = offsets;
    const size = shape.reduce((product, length) => product * length, 1);
    if (to - from !== bytesPerNumber[dtype] * size || start + to > file.length) {
      throw damaged(`${name} is cut off`);
    }
    const { buffer } = file.slice(start + from, start + to);
    const data = dtype === "F16"
      ? Float32Array.from(new Float16Array(buffer))
      : new Float32Array(buffer);
    arrays.set(name, { shape, data });
  }
  return { arrays, metadata };
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => Number.isInteger(item) && item >= 0);
}
