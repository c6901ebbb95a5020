/**
 * What the first start does and later ones find done: packages for kernels and the page's bundle, both at
 * once, under one bar.
 *
 * @module
 */
import { type Progress, progressBar } from "lib/progress.ts";
import { type Bundle, ensureBundle } from "./bundle.ts";
import { LookupOnce } from "./lookup_once.ts";
import { fetchPackages } from "./packages.ts";

/** Makes everything ready that a start needs, in the folder `cache`, and returns the page's bundle. */
export async function prepareStart(cache: string): Promise<Bundle> {
  using network = new LookupOnce();
  let bar: Progress | undefined;
  const shown = () =>
    bar ??= progressBar({ total: 100, label: "preparing the course (first start only)" });
  const environment = () => {
    shown().update(0, "fetching packages");
    return network.environment();
  };
  const page = ensureBundle({
    cache,
    environment,
    // The packages may still be under way when the page is ready.
    progress: { update: (percent, note) => shown().update(0.9 * percent, note), finish: () => {} },
  });
  const packages = fetchPackages({ cache, environment });
  const [bundle, fetched] = await Promise.allSettled([page, packages]);
  if (bundle.status === "rejected") throw bundle.reason;
  if (fetched.status === "rejected") throw fetched.reason;
  bar?.update(100);
  bar?.finish("");
  return bundle.value;
}
