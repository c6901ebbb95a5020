/**
 * Waiting with a time limit.
 *
 * @module
 */

/** Something did not happen in time; the message says what. */
export class TimeLimitExceeded extends Error {
  override name = "TimeLimitExceeded";
}

/** Resolves after `milliseconds`. */
export function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** `promise`, or a {@linkcode TimeLimitExceeded} saying `what` did not happen in `milliseconds`. */
export async function withTimeLimit<T>(
  promise: Promise<T>,
  milliseconds: number,
  what: string,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TimeLimitExceeded(`${what}: nothing within ${milliseconds / 1000} s`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** True if `promise` settles within `milliseconds`. */
export async function settlesWithin(
  promise: Promise<unknown>,
  milliseconds: number,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const settled = promise.then(() => true, () => true);
  const first = await Promise.race([settled, late]);
  clearTimeout(timer);
  return first;
}
