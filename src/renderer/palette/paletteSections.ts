import { type LayerCategory, type LayerKind, layerCategories } from '../../network/layers/defineLayer';

/** A category of the palette with the layer kinds that a search leaves in it. */
export interface PaletteSection {
  readonly category: LayerCategory;
  readonly kinds: readonly LayerKind[];
}

/** The palette's sections for a search; every word must occur in a kind's name, id or category. */
export function paletteSections(kinds: readonly LayerKind[], search: string): readonly PaletteSection[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (kind: LayerKind) => {
    const text = `${kind.label} ${kind.kind} ${kind.category} ${kind.stem}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return layerCategories
    .map((category) => ({
      category,
      kinds: kinds.filter((kind) => kind.category === category && matches(kind)),
    }))
    .filter((section) => section.kinds.length > 0);
}
