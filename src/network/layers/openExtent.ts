/**
 * Extents whose product is `count`, with the one that is 0 filled in. Null where they don't come out even, or where more
 * than one is open.
 */
export function fillOpenExtent(extents: readonly number[], count: number): readonly number[] | null {
  const known = extents.filter((extent) => extent > 0);
  const rest = count / known.reduce((product, extent) => product * extent, 1);
  if (!Number.isInteger(rest) || known.length < extents.length - 1) return null;
  if (known.length === extents.length) return rest === 1 ? extents : null;
  return extents.map((extent) => (extent === 0 ? rest : extent));
}
