import { create } from 'zustand';
import type { Guide } from '../../../network/graph/arrange/snapShift';
import { guidesSetting } from '../../settings/groups/editing';
import { changeSetting, settingNow } from '../../settings/settingsStore';

const none: readonly Guide[] = [];

/** The lines that what is dragged has in common with other cards at the moment. */
export const useGuides = create<{ readonly guides: readonly Guide[] }>(() => ({ guides: none }));

/** The same lines are not drawn anew. */
export function showGuides(guides: readonly Guide[]): void {
  const { guides: before } = useGuides.getState();
  if (JSON.stringify(before) !== JSON.stringify(guides)) useGuides.setState({ guides });
}

export function hideGuides(): void {
  if (useGuides.getState().guides.length > 0) useGuides.setState({ guides: none });
}

export function toggleGuides(): void {
  changeSetting(guidesSetting, !settingNow(guidesSetting));
}
