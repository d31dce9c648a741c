import { create } from 'zustand';
import { afterFrame } from '../afterFrame';
import { isLowWindow, shareForCharts } from '../room/windowRoom';
import { frontTab } from '../tabs/tabsStore';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { type DockTab, dockTabs } from './dockTabs';

interface DockState {
  readonly tab: DockTab;
  readonly collapsed: boolean;
  /** Height in px while it is not collapsed. */
  readonly height: number;
  showTab(tab: DockTab): void;
  toggle(): void;
  resize(height: number): void;
}

const heightKey = 'layerwise.dockHeight';
const tabKey = 'layerwise.dockTab';
const openKey = 'layerwise.dockOpen';
const shortWindow = 880;
const lowest = 200;

export const useDock = create<DockState>((set) => ({
  tab: storedTab(),
  collapsed: localStorage.getItem(openKey) !== 'true',
  height: storedHeight() ?? (window.innerHeight < shortWindow ? 264 : 292),
  showTab: (tab) => set({ tab, collapsed: false }),
  toggle: () => set(({ collapsed }) => ({ collapsed: !collapsed })),
  resize(wanted) {
    const height = Math.round(Math.min(highest(), Math.max(lowest, wanted)));
    localStorage.setItem(heightKey, String(height));
    set({ height, collapsed: false });
  },
}));

export const dockLimits = { lowest, highest };

/** The dock leaves at least two fifths of the window to the canvas and the bars. */
function highest(): number {
  return Math.max(lowest, Math.round(window.innerHeight * shareForCharts()));
}

function storedHeight(): number | null {
  const height = Number(localStorage.getItem(heightKey) ?? Number.NaN);
  return Number.isFinite(height) ? Math.min(highest(), Math.max(lowest, height)) : null;
}

function storedTab(): DockTab {
  const stored = localStorage.getItem(tabKey);
  return dockTabs.find((tab) => tab === stored) ?? 'gradients';
}

// The next window opens as this one is left.
useDock.subscribe(({ tab, collapsed }) => {
  localStorage.setItem(tabKey, tab);
  localStorage.setItem(openKey, String(!collapsed));
});

// A run that begins opens the dock: its charts are what people train for. In a low window they would cover the network.
useRun.follow((tab, { status, twinId }, before) => {
  if (tab !== frontTab() || !isUnderWay(status) || isUnderWay(before.status)) return;
  if (twinId === null && useDock.getState().tab === 'compare') useDock.setState({ tab: 'gradients' });
  if (!isLowWindow()) afterFrame(() => useDock.setState({ collapsed: false }));
});
