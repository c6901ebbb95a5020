/**
 * Which kernels are ended to save memory. A process takes 300 MB and more, and its variables are gone when it
 * ends: so one that is in use, or whose page is open, is ended only where memory is scarce, never while it
 * runs a cell, and a page hears of it.
 *
 * @module
 */

/** What counts about a kernel. */
export interface KernelUse {
  /** It runs a cell, or has cells waiting. */
  readonly isBusy: boolean;
  /** A page is connected. */
  readonly isWatched: boolean;
  /** It has run cells, and holds their variables. */
  readonly isUsed: boolean;
  /** Milliseconds since anything came from it or went to it. */
  readonly idleMs: number;
}

/** The machine's memory, in bytes. */
export interface Memory {
  readonly available: number;
  readonly total: number;
}

const minute = 60_000;
/** Without a page, and without variables that anybody could miss. */
const unusedLimit = minute;
/** Without a page. */
const unwatchedLimit = 60 * minute;
/** Where memory is scarce, with an open page. */
const watchedLimit = 10 * minute;

/** The kernels to end, of which the one that was idle for longest comes first. */
export function kernelsToEnd<T extends KernelUse>(
  kernels: readonly T[],
  { available, total }: Memory,
): T[] {
  const idle = kernels.filter(({ isBusy }) => !isBusy).sort((a, b) => b.idleMs - a.idleMs);
  const over = idle.filter(({ isWatched, isUsed, idleMs }) =>
    !isWatched && idleMs >= (isUsed ? unwatchedLimit : unusedLimit)
  );
  if (over.length > 0 || available > total / 10) return over;
  // One at a time: the next look sees what it has brought.
  const [next] = [
    ...idle.filter(({ isWatched }) => !isWatched),
    ...idle.filter(({ isWatched, idleMs }) => isWatched && idleMs >= watchedLimit),
  ];
  return next ? [next] : [];
}
