/**
 * What tfjs exports, sorted into operations and the rest. The lists are complete: a name that stands in
 * neither is an operation, and needs a call in `cases.ts`.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";

/** Where operations are exported besides `tf` itself. */
const NAMESPACES: Readonly<Record<string, object>> = {
  browser: tf.browser,
  fused: tf.fused,
  image: tf.image,
  linalg: tf.linalg,
  losses: tf.losses,
  math: tf.math,
  signal: tf.signal,
  sparse: tf.sparse,
  spectral: tf.spectral,
  string: tf.string,
};

/** Objects of `tf` that hold no operation, and what they hold instead. */
export const NO_NAMESPACES: Readonly<Record<string, string>> = {
  ENV: "settings",
  Rank: "names",
  Reduction: "names",
  backend_util: "helpers of kernels",
  broadcast_util: "helpers of kernels",
  callbacks: "Keras",
  constraints: "Keras",
  data: "data sets",
  default: "everything again",
  device_util: "helpers",
  gather_util: "helpers of kernels",
  gpgpu_util: "WebGL",
  initializers: "Keras",
  io: "files",
  kernel_impls: "helpers of kernels",
  layers: "Keras",
  metrics: "Keras",
  models: "Keras",
  "module.exports": "everything again",
  regularizers: "Keras",
  scatter_util: "helpers of kernels",
  serialization: "Keras",
  shared: "helpers of kernels",
  slice_util: "helpers of kernels",
  tensor_util: "helpers",
  test_util: "helpers of tfjs's tests",
  util: "helpers",
  version: "names",
  webgl: "WebGL",
  webgl_util: "WebGL",
};

/** Functions of `tf` that compute nothing on tensors, by what they are for. */
const NO_OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  "the backend, its kernels and settings": words(`
    backend copyRegisteredKernels deprecationWarn deregisterOp disableDeprecationWarnings enableDebugMode
    enableProdMode engine env findBackend findBackendFactory forceHalfFloat getBackend getGradient getKernel
    getKernelsForBackend op ready registerBackend registerGradient registerKernel registerOp removeBackend
    setBackend setPlatform setWebGLContext unregisterGradient unregisterKernel`),
  "gradients, which every call here is asked for": words(`
    customGrad grad grads valueAndGrad valueAndGrads variableGrads`),
  "memory and time": words(
    "dispose disposeVariables keep memory nextFrame print profile tidy time",
  ),
  "types and sizes": words("enclosingPowerOfTwo sumOutType upcastType"),
  "optimisers, which are made of operations": ["train"],
  Keras: words(`
    input loadGraphModel loadGraphModelSync loadLayersModel model registerCallbackConstructor sequential`),
  "a canvas, which Deno has not, nor the cpu backend without it": words(
    "browser.draw browser.fromPixelsAsync",
  ),
};

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** The names of all operations below `tf`, each once: some are exported under two. */
export function operations(): string[] {
  const found = new Map<unknown, string>();
  const left = new Set(Object.values(NO_OPERATIONS).flat());
  const add = (prefix: string, exports: object) => {
    for (const [name, value] of Object.entries(exports)) {
      // Capital letters begin the names of classes.
      if (typeof value !== "function" || /^[A-Z]/.test(name) || left.has(prefix + name)) continue;
      if (!found.has(value)) found.set(value, prefix + name);
    }
  };
  add("", tf);
  for (const [name, exports] of Object.entries(NAMESPACES)) add(`${name}.`, exports);
  return [...found.values()];
}

/** Objects of `tf` of which it is not known whether they hold operations. */
export function unknownNamespaces(): string[] {
  return Object.entries(tf)
    .filter(([name, value]) =>
      typeof value === "object" && !(name in NAMESPACES) && !(name in NO_NAMESPACES)
    )
    .map(([name]) => name);
}
