import { create } from 'zustand';
import type { ApplicationDescription } from '../../protocol/problemReport';

interface AboutState {
  readonly open: boolean;
  /** Null until it is known. */
  readonly application: ApplicationDescription | null;
  show(): Promise<void>;
  close(): void;
}

/** Which Layerwise this is, while somebody asks. */
export const useAbout = create<AboutState>((set) => ({
  open: false,
  application: null,
  async show() {
    set({ open: true });
    set({ application: await window.layerwise.call('describeApplication', undefined) });
  },
  close: () => set({ open: false }),
}));
