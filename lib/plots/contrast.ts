/**
 * Which ink can be read on which colour, by the contrast ratio of the Web Content Accessibility
 * Guidelines (WCAG 2.2, success criterion 1.4.3: text needs at least 4.5).
 *
 * @module
 */

/** A colour scale as Plotly takes it: shares from 0 to 1, each with a colour `#rrggbb`. */
export type ColourScale = readonly (readonly [share: number, colour: string])[];

/** Red, green and blue from 0 to 255. */
export type Channels = readonly [red: number, green: number, blue: number];

/** Black and white: on every colour one of the two has a contrast of at least 4.5. */
export const inks = { dark: "#000000", light: "#ffffff" } as const;

/** The channels of `#rrggbb`. */
export function channelsOf(colour: string): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The colour of `share` on a scale, mixed channel by channel as Plotly does. */
export function colourAt(scale: ColourScale, share: number): Channels {
  const above = scale.findIndex(([stop]) => stop >= share);
  const [to, upper] = scale[above < 0 ? scale.length - 1 : above];
  const [from, lower] = scale[Math.max(0, above < 0 ? scale.length - 1 : above - 1)];
  const part = to === from ? 0 : (share - from) / (to - from);
  const a = channelsOf(lower);
  const b = channelsOf(upper);
  const mix = (i: 0 | 1 | 2) => a[i] + part * (b[i] - a[i]);
  return [mix(0), mix(1), mix(2)];
}

/** Between 1 (the same) and 21 (black on white). */
export function contrast(one: Channels, other: Channels): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(channels: Channels): number {
  const [red, green, blue] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The ink that stands out more.
 *
 * @example
 * ```ts
 * import { channelsOf, inkOn } from "lib/plots/contrast.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([inkOn(channelsOf("#7ba6d0")), inkOn(channelsOf("#0b3c74"))], ["dark", "light"]);
 * ```
 */
export function inkOn(background: Channels): keyof typeof inks {
  const [dark, light] = [inks.dark, inks.light].map((ink) => contrast(channelsOf(ink), background));
  return dark >= light ? "dark" : "light";
}
