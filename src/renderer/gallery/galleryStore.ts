import { create } from 'zustand';
import type { FieldValue, LayerConfig } from '../../network/layers/fields';

interface GalleryState {
  /** Id of the template that is shown in detail. */
  readonly chosen: string | null;
  readonly filter: string;
  readonly search: string;
  /** Settings that were changed, by template: they are found again when one comes back to it. */
  readonly settings: ReadonlyMap<string, LayerConfig>;
  choose(template: string): void;
  filterBy(filter: string): void;
  searchFor(search: string): void;
  set(template: string, name: string, value: FieldValue): void;
  /** Takes on several settings at once, and the defaults for the rest. */
  setAll(template: string, settings: LayerConfig): void;
}

export const everything = 'all';

/** The templates gallery: what it shows, and which template in detail. */
export const useGallery = create<GalleryState>((set) => ({
  chosen: null,
  filter: everything,
  search: '',
  settings: new Map(),
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
