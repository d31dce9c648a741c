/** A person's settings as they are kept: what each of them means is known to the window alone. */
import { z } from 'zod';

export const settingIdSchema = z.string().regex(/^[a-z][A-Za-z0-9.]{0,79}$/);

/** So many characters of JSON are kept. */
export const keptSettingsLimit = 256 * 1024;

/** Only what differs from its default. */
export const keptSettingsSchema = z
  .record(settingIdSchema, z.json())
  .refine((settings) => JSON.stringify(settings).length <= keptSettingsLimit, {
    message: `Settings take ${keptSettingsLimit} characters at most.`,
  });
export type KeptSettings = z.infer<typeof keptSettingsSchema>;

/** New values by setting; null takes a setting back to its default. */
export const settingChangesSchema = keptSettingsSchema;
export type SettingChanges = KeptSettings;

export function withChanges(kept: KeptSettings, changes: SettingChanges): KeptSettings {
  return Object.fromEntries(Object.entries({ ...kept, ...changes }).filter(([, value]) => value !== null));
}
