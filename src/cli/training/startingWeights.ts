import { basename, resolve } from 'node:path';
import { readStartingWeights } from '../../engine/startingWeights';
import type { Beginning } from '../../engine/train/beginning';
import type { StartingWeightsReference } from '../../network/graph/startingWeights';

/** What `--weights` names: a safetensors file, or the best checkpoint of a run's folder. Throws an AdviceError where it can't be read. */
export function namedWeights(word: string): StartingWeightsReference {
  const { path, sha256 } = readStartingWeights(resolve(word));
  return { type: 'file', path, name: basename(resolve(word)), sha256 };
}

/** How many weights are taken, and each that begins fresh, with the reason. */
export function beginningLines({ taken, drawn, record }: Beginning): readonly string[] {
  return [
    `${taken.size} of ${taken.size + drawn.length} weights from ${record.path}.`,
    ...drawn.map(({ name, shape, found }) => {
      const instead = found === null ? ', which is not there' : `, in place of ${found.join(' × ')}`;
      return `Drawn anew: ${name}, ${shape.join(' × ')}${instead}.`;
    }),
  ];
}
