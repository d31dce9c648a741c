import type { z } from 'zod';
import type { projectSchema } from '../../network/graph/projectSchema';
import { AdviceError } from '../adviceError';
import { beginningOf } from '../train/beginning';
import { checkTrainable } from '../train/checkTrainable';
import type { TrainedNetwork } from './trainedNetwork';

/**
 * A project's network with the weights that it begins with, of a file or of a run in `runsFolder`. Throws an AdviceError
 * where it has gaps, names no weights, or they can't be had.
 */
export function openBegun(project: z.infer<typeof projectSchema>, runsFolder: string | null): TrainedNetwork {
  const { document, analysis } = checkTrainable(project);
  const beginning = beginningOf(document, analysis, { folder: runsFolder });
  if (beginning === null)
    throw new AdviceError(
      `${document.name} has no weights yet: training draws them.`,
      'Train it, or start it from the weights of a file or of a run.',
    );
  const { taken: weights } = beginning;
  return { folder: null, record: null, document, analysis, checkpoint: null, weights, recorded: null };
}
