import { useMemo } from 'react';
import type { Experiment } from '../../network/laboratory/experiment';
import { useLaboratory } from './laboratoryStore';
import { offeredPresets } from './offeredPresets';

/** The draft that is looked at; null where it is an experiment that can't be changed any more. */
export function useShownDraft(): Experiment | null {
  return useLaboratory(({ drafts, shown }) => drafts.find(({ id }) => id === shown) ?? null);
}

/** The experiment that is looked at: as the engine has it, or as a preset that was not run yet. */
export function useShownExperiment(): Experiment {
  const shown = useLaboratory((state) => state.shown);
  const told = useLaboratory((state) => state.told);
  return useMemo(() => {
    const [first] = offeredPresets;
    const experiment = told.get(shown)?.experiment ?? offeredPresets.find(({ id }) => id === shown) ?? first;
    if (experiment === undefined) throw new Error('There are no presets.');
    return experiment;
  }, [shown, told]);
}
