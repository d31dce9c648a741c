import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { randomStream } from '../../../src/engine/randomStreams';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';

export type WeightValues = ReadonlyMap<string, Float32Array>;

/** First weights of the network, and statistics and constants moved off 0 and 1, so that none can be left out unseen. */
export function livelyWeights(document: NetworkDocument): WeightValues {
  const stream = randomStream(5, document.name);
  const drawn = drawInitialWeights(analyse(document), 1);
  return new Map(
    [...drawn].map(([name, values]) => {
      if (name.endsWith('/kernel')) return [name, values];
      const positive = name.endsWith('Variance') || name.endsWith('gamma');
      return [
        name,
        values.map((value) => (positive ? 0.5 + stream.uniform() : value + 0.2 * stream.normal())),
      ];
    }),
  );
}
