/** The setting of updates, which the window shows and main follows. */
import { z } from 'zod';
import type { KeptSettings } from './keptSettings';

export const updateSettingId = 'updates.atStart';

/** Whether newer releases are looked for by themselves. */
export function looksForUpdates(kept: KeptSettings): boolean {
  return z.boolean().catch(true).parse(kept[updateSettingId]);
}
