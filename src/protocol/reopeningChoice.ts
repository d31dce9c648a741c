/** The setting of the tabs of the last time, which the window shows and main follows. */
import { z } from 'zod';
import type { KeptSettings } from './keptSettings';

export const reopeningSettingId = 'starting.reopenTabs';

/** Whether a start opens the tabs again that were open when Layerwise ended. */
export function reopensTabs(kept: KeptSettings): boolean {
  return z.boolean().catch(true).parse(kept[reopeningSettingId]);
}
