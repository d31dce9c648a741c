/**
 * What a shortcut does where shapes differ (He et al. 2015, §3.3 and §4.1): A drops pixels and fills channels up with
 * zeros, B projects there by a 1×1 convolution, C projects everywhere.
 */
export const shortcutOptions = ['A', 'B', 'C'] as const;
export type ShortcutOption = (typeof shortcutOptions)[number];

/** An option with its letter. */
export const shortcutOptionNames: Readonly<Record<ShortcutOption, string>> = {
  A: 'A: zeros',
  B: 'B: projection',
  C: 'C: project all',
};

/** What an option does, beside its letter. */
export const shortcutOptionLabels: Readonly<Record<ShortcutOption, string>> = {
  A: 'zeros',
  B: 'projection',
  C: 'project all',
};
