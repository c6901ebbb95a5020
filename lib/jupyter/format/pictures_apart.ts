/**
 * A notebook's text with its still pictures kept apart: where they lie as files of their own, they need not be kept or
 * fetched a second time in base64.
 *
 * @module
 */

/** A picture in the canonical text of a notebook, and what stands in its place. */
const inText = /("image\/png": ")([A-Za-z0-9+/]+=*)(?=(?:\\n)?")/g;
const inPlace = /("image\/png": ")picture:([\w-]+)(?=(?:\\n)?")/g;

/**
 * The text without its pictures. `keep` takes each of them, in base64, and gives the name by which
 * {@linkcode putPicturesIn} asks for it.
 */
export function takePicturesOut(text: string, keep: (base64: string) => string): string {
  return text.replace(
    inText,
    (_, key: string, base64: string) => `${key}picture:${keep(base64)}`,
  );
}

/** The whole text, with the pictures that `load` gives by their names. */
export async function putPicturesIn(
  text: string,
  load: (name: string) => Promise<Uint8Array>,
): Promise<string> {
  const names = new Set([...text.matchAll(inPlace)].map(([, , name]) => name));
  const pictures = new Map(
    await Promise.all(
      [...names].map(async (name) => [name, inBase64(await load(name))] as const),
    ),
  );
  return text.replace(inPlace, (_, key: string, name: string) => key + (pictures.get(name) ?? ""));
}

/** Bytes that become characters at once: as many as a call may have arguments. */
const atOnce = 0x8000;

/** Not every browser has `toBase64` yet. */
function inBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += atOnce) {
    text += String.fromCharCode(...bytes.subarray(i, i + atOnce));
  }
  return btoa(text);
}
