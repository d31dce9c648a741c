import type { Experiment } from '../../network/laboratory/experiment';
import { presetExperiment, presets } from '../../network/laboratory/presets';

/** The presets as this window offers them: in the size that takes some minutes. */
export const offeredPresets: readonly Experiment[] = presets.map((preset) =>
  presetExperiment(preset, 'small'),
);
