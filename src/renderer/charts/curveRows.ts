/** A row of a chart: a step, and what its curves have there. */
type CurveRow = { step: number } & Record<string, number>;

/** Points of several curves as rows by step: each names its points' values after itself. */
export function curveRows(
  ...curves: readonly (readonly ({ readonly step: number } & Readonly<Record<string, number>>)[])[]
): readonly CurveRow[] {
  const rows = new Map<number, CurveRow>();
  for (const curve of curves)
    for (const point of curve) rows.set(point.step, { ...rows.get(point.step), ...point });
  return [...rows.values()].sort((one, other) => one.step - other.step);
}
