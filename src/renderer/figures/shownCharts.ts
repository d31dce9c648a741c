import type { Exported } from './exported';

/** Charts that are in view, with the menu that exports them. */
interface ShownCharts {
  readonly charts: () => readonly Exported[];
  /** Small ones beside others, which are not what a person means by "the chart that is shown". */
  readonly aside: boolean;
  openMenu(): void;
}

const shown = new Set<ShownCharts>();

/** Charts are in view that can be exported; returns the way to say that they are gone. */
export function showCharts(charts: ShownCharts): () => void {
  shown.add(charts);
  return () => shown.delete(charts);
}

/** What can be exported of what is in view, as it is now; what came last into view first. */
export function shownCharts(): readonly Exported[] {
  return byPlace().flatMap(({ charts }) => charts());
}

/** Opens the menu of the charts in view that have something to export; false where there are none. */
export function openExportMenu(): boolean {
  const first = byPlace().find(({ charts }) => charts().length > 0);
  first?.openMenu();
  return first !== undefined;
}

function byPlace(): readonly ShownCharts[] {
  return [...shown].toReversed().toSorted((one, other) => Number(one.aside) - Number(other.aside));
}
