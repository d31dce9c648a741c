/** The setting of the theme, which both the page and the window's own frame and menus follow. */
import { z } from 'zod';
import type { KeptSettings } from './keptSettings';

export const themeChoices = ['system', 'dark', 'light'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export const themeSettingId = 'appearance.theme';

export const themeChoiceSchema = z.enum(themeChoices).catch('system');

export function themeChoiceIn(kept: KeptSettings): ThemeChoice {
  return themeChoiceSchema.parse(kept[themeSettingId]);
}
