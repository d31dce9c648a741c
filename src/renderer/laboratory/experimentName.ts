import { useLaboratory } from './laboratoryStore';
import { offeredPresets } from './offeredPresets';

/** Tells the name of an experiment by its id, which stands for one that is not known. */
export function useExperimentName(): (id: string) => string {
  const kept = useLaboratory((state) => state.kept);
  return (id) => [...kept, ...offeredPresets].find((experiment) => experiment.id === id)?.name ?? id;
}
