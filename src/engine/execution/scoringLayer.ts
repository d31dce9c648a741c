import { mainOutput } from '../../network/graph/mainOutput';
import type { TrainedLayer } from './trainedLayers';

/** Of a network's layers: the main output, and the one whose outputs are the scores of the classes, before any softmax. */
export function scoringLayers(layers: readonly TrainedLayer[]): {
  readonly output: string;
  readonly scores: string;
} {
  const main = mainOutput(layers.map(({ node }) => node));
  if (main === undefined)
    throw new Error('The network has no output layer: its analysis should have said so.');
  const find = (id: string) => layers.find(({ node }) => node.id === id);
  const [last = main.id] = find(main.id)?.inputs ?? [];
  const [before = last] = find(last)?.node.kind === 'softmax' ? (find(last)?.inputs ?? []) : [last];
  return { output: main.id, scores: before };
}
