import { useMemo } from 'react';
import type { Experiment } from '../../network/laboratory/experiment';
import { presetExperiment, presets } from '../../network/laboratory/presets';
import { useLaboratory } from './laboratoryStore';

/** The presets as this window offers them: in the size that takes some minutes. */
export const offeredPresets: readonly Experiment[] = presets.map((preset) =>
  presetExperiment(preset, 'small'),
);

/** The experiment that is looked at: as the engine has it, or as a preset that was not run yet. */
export function useShownExperiment(): Experiment {
  const shown = useLaboratory((state) => state.shown);
  const told = useLaboratory((state) => state.told);
  return useMemo(() => {
    const [first] = offeredPresets;
    const id = shown ?? first?.id ?? '';
    const experiment = told.get(id)?.experiment ?? offeredPresets.find((preset) => preset.id === id) ?? first;
    if (experiment === undefined) throw new Error('There are no presets.');
    return experiment;
  }, [shown, told]);
}
