/**
 * A solution of exercise 10.6, with the thought behind it.
 *
 * @module
 */

/** Three rows are looked up and added; the first [SEP] is the last token of segment 0. */
export function bertInputs(
  ids: number[],
  sepId: number,
  tables: { token: number[][]; position: number[][]; segment: number[][] },
): number[][] {
  const border = ids.indexOf(sepId);
  return ids.map((id, t) => {
    const segment = tables.segment[t <= border ? 0 : 1];
    return tables.token[id].map((x, i) => x + tables.position[t][i] + segment[i]);
  });
}
