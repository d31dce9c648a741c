import type { Exported } from './exported';

type Charts = () => readonly Exported[];

const shown = new Set<Charts>();

/** Charts are in view that can be exported; returns the way to say that they are gone. */
export function showCharts(charts: Charts): () => void {
  shown.add(charts);
  return () => shown.delete(charts);
}

/** What can be exported of what is in view, as it is now. */
export function shownCharts(): readonly Exported[] {
  return [...shown].flatMap((charts) => charts());
}
