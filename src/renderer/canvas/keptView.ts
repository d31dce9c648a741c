import type { Viewport } from '@xyflow/react';
import { createPerTab } from '../tabs/perTab';
import type { useView } from './viewStore';

interface KeptView extends Pick<ReturnType<typeof useView.getState>, 'following'> {
  readonly viewport: Viewport;
  /** Number of the project that was seen so. */
  readonly project: number;
}

/** How each tab's network was seen when the tab was left; null before that. */
export const useKeptView = createPerTab<{ readonly kept: KeptView | null }>(() => ({ kept: null }));
