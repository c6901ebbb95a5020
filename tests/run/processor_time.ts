/**
 * How long processors have worked for the processes that this one has started and seen end, and for what those
 * had started and waited for. Elapsed time says less: it depends on what else the machine does.
 *
 * @module
 */

const libraries: Readonly<Record<string, string>> = {
  linux: "libc.so.6",
  darwin: "libSystem.B.dylib",
};

/** Bytes of a `struct rusage`: two times of sixteen bytes, then fourteen counts of eight. */
const usageBytes = 2 * 16 + 14 * 8;
/** Asks `getrusage` for the children. */
const children = -1;

const symbols = { getrusage: { parameters: ["i32", "buffer"], result: "i32" } } as const;

let library: Deno.DynamicLibrary<typeof symbols> | undefined;

/** Seconds of all processors so far; undefined where the system does not say. */
export function childrenSeconds(): number | undefined {
  const name = libraries[Deno.build.os];
  if (name === undefined) return undefined;
  const usage = new DataView(new ArrayBuffer(usageBytes));
  try {
    library ??= Deno.dlopen(name, symbols);
    if (library.symbols.getrusage(children, usage.buffer) !== 0) return undefined;
  } catch {
    return undefined; // a system whose library lies elsewhere
  }
  const time = (at: number) =>
    Number(usage.getBigInt64(at, true)) + usage.getInt32(at + 8, true) / 1e6;
  return time(0) + time(16);
}
