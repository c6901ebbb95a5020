/**
 * Short ways to run cells and to say what they showed.
 *
 * @module
 */
import { KernelClient, type KernelOptions } from "lib/jupyter/client/kernel_client.ts";
import type { Output } from "lib/jupyter/format/notebook.ts";

/** What a cell said, one line per output. */
export function said(outputs: readonly Output[]): string[] {
  return outputs.map((output) => {
    if (output.output_type === "stream") return `${output.name}: ${output.text.trimEnd()}`;
    if (output.output_type === "error") return `${output.ename}: ${output.evalue}`;
    return `${output.output_type}: ${output.data["text/plain"]}`;
  });
}

/** Runs the steps of one test with one kernel. */
export async function withKernel(
  run: (kernel: KernelClient) => Promise<void>,
  options: Partial<KernelOptions> = {},
): Promise<void> {
  await using kernel = await KernelClient.start({ cwd: import.meta.dirname!, ...options });
  await run(kernel);
}
