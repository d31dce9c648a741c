import { resolve } from 'node:path';
import { AdviceError } from '../../engine/adviceError';
import { readStartingWeights, type StartingWeights, takeWeights } from '../../engine/startingWeights';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { type CommandIo, writeLine } from '../commandIo';

/** Reads what `--weights` names, and says what is taken of it. Throws an AdviceError where nothing agrees. */
export function openStartingWeights(
  word: string,
  document: NetworkDocument,
  analysis: Analysis,
  io: CommandIo,
): StartingWeights {
  const weights = readStartingWeights(resolve(word));
  const { taken, drawn } = takeWeights(weights, analysis);
  if (taken.size === 0)
    throw new AdviceError(
      `${weights.path} has no weight with the name and shape of one of ${document.name}.`,
      'Name weights of a network with the same layers: they are known by the layer’s id and their own name, as in conv1/kernel.',
    );
  const all = taken.size + drawn.length;
  writeLine(io.stderr, `${taken.size} of ${all} weights from ${weights.path}.`);
  for (const { name, shape, found } of drawn) {
    const instead = found === null ? '' : `, in place of ${found.join(' × ')}`;
    writeLine(io.stderr, `Drawn anew: ${name}, ${shape.join(' × ')}${instead}.`);
  }
  return weights;
}
