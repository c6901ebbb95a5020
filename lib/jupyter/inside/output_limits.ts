/**
 * How much one cell may show. The kernel's process stops sending there, since what it has sent already takes
 * long to leave it; outside, what is left out is counted exactly, and a notice stands in its place.
 *
 * @module
 */

/** Characters that one display or result may have, as JSON. */
export const largestDisplay = 10_000_000;
/** Characters that one cell may print. */
export const largestText = 2_000_000;
/** Lines that one cell may print. */
export const mostLines = 100_000;
/** Displays that one cell may show. */
export const mostDisplays = 2000;
