/**
 * Stands in for `@jupyter/web-components`, a design system of a megabyte that JupyterLab uses for the
 * buttons of its toolbars. This page has its own header, so nothing of it would ever be seen.
 *
 * @module
 */

/** The page has no theme of JupyterLab's to follow. */
export function addJupyterLabThemeChangeListener(): void {}

/** The button's definition. */
export function jpButton(): void {}

/** The toolbar's definition. */
export function jpToolbar(): void {}

/** Registers nothing. */
export function provideJupyterDesignSystem(): { register(definitions: readonly unknown[]): void } {
  return { register() {} };
}
