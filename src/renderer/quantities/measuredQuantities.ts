import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';
import { shownSample } from '../training/shownSample';
import { quantities } from './quantities';
import { type QuantityId, quantityIds } from './quantity';

/** The quantities that the run has of any layer at the step that the window shows: a probe updates no weights. */
export function useMeasuredQuantities(): readonly QuantityId[] {
  // As one text, so that nothing is drawn anew where it stays the same.
  const measured = useRun((state) => measuredQuantities(state).join(' '));
  return quantityIds.filter((id) => measured.split(' ').includes(id));
}

export function measuredQuantities(state: RunState): readonly QuantityId[] {
  const sample = shownSample(state);
  const log = state.run?.log;
  if (log === undefined || sample < 0) return [];
  return quantityIds.filter((id) =>
    log.nodes.some((_, index) => !Number.isNaN(quantities[id].measured(log, sample, index))),
  );
}
