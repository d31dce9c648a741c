import { create } from 'zustand';
import type { FieldValue, LayerConfig } from '../../network/layers/fields';

interface GalleryState {
  readonly open: boolean;
  /** Id of the template that is shown in detail. */
  readonly chosen: string | null;
  readonly filter: string;
  readonly search: string;
  /** Settings that were changed, by template: they are found again when one comes back to it. */
  readonly settings: ReadonlyMap<string, LayerConfig>;
  show(): void;
  close(): void;
  toggle(): void;
  choose(template: string): void;
  filterBy(filter: string): void;
  searchFor(search: string): void;
  set(template: string, name: string, value: FieldValue): void;
  /** Takes on several settings at once, and the defaults for the rest. */
  setAll(template: string, settings: LayerConfig): void;
}

export const everything = 'all';

/** The templates gallery: whether it is in view, what it shows, and which template in detail. */
export const useGallery = create<GalleryState>((set) => ({
  open: false,
  chosen: null,
  filter: everything,
  search: '',
  settings: new Map(),
  show: () => set({ open: true }),
  close: () => set({ open: false, search: '' }),
  toggle: () => set(({ open }) => ({ open: !open, search: '' })),
  choose: (chosen) => set({ chosen }),
  filterBy: (filter) => set({ filter }),
  searchFor: (search) => set({ search }),
  set: (template, name, value) =>
    set(({ settings }) => ({
      settings: new Map(settings).set(template, { ...settings.get(template), [name]: value }),
    })),
  setAll: (template, chosen) =>
    set(({ settings }) => ({ settings: new Map(settings).set(template, chosen) })),
}));
