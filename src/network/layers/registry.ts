import { type LayerKind, layerCategories } from './defineLayer';

/** Every file in kinds/ defines one layer kind and is found here by itself. */
const files = import.meta.glob<Readonly<Record<string, LayerKind>>>('./kinds/*.ts', { eager: true });

/** All layer kinds in palette order: by category, then by rank. */
export const layerKinds: readonly LayerKind[] = Object.values(files)
  .flatMap((file) => Object.values(file))
  .sort(
    (left, right) =>
      layerCategories.indexOf(left.category) - layerCategories.indexOf(right.category) ||
      left.rank - right.rank,
  );

const byKind: ReadonlyMap<string, LayerKind> = new Map(layerKinds.map((kind) => [kind.kind, kind]));

/** The kind with this id, or undefined where a file names one that this version doesn't have. */
export function findLayerKind(kind: string): LayerKind | undefined {
  return byKind.get(kind);
}

/** The kind with this id; the caller has checked the document, so a missing one is a defect. */
export function layerKind(kind: string): LayerKind {
  const found = byKind.get(kind);
  if (found === undefined) throw new Error(`There is no layer kind "${kind}".`);
  return found;
}
