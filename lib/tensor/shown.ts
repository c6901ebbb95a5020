/**
 * Goes along with tfjs in a notebook: a cell that imports nothing else shows tensors by what they hold, too.
 *
 * @module
 */
import { inspectTensorsByValue } from "./inspect.ts";

inspectTensorsByValue();
