import type { GraphLayer } from './layersGraph';

/** What a browser keeps in its cache; the converter of TensorFlow.js cuts there too. */
const shardBytes = 4 * 1024 * 1024;

/** A weight as the manifest has it. */
interface WeightSpecification {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32';
}

/** The weights of all layers, one behind the other, little-endian, cut into files. */
export function weightShards(layers: readonly GraphLayer[]): {
  readonly specifications: readonly WeightSpecification[];
  readonly shards: ReadonlyMap<string, Uint8Array>;
} {
  const weights = layers.flatMap((layer) => layer.weights.map((weight) => ({ layer, weight })));
  const specifications = weights.map(
    ({ layer, weight }): WeightSpecification => ({
      name: `${layer.name}/${weight.name}`,
      shape: weight.shape,
      dtype: 'float32',
    }),
  );
  const all = new Float32Array(weights.reduce((sum, { weight }) => sum + weight.values.length, 0));
  let at = 0;
  for (const { weight } of weights) {
    all.set(weight.values, at);
    at += weight.values.length;
  }
  const bytes = new Uint8Array(all.buffer);
  const count = Math.max(1, Math.ceil(bytes.length / shardBytes));
  const shards = Array.from({ length: count }, (_, index): [string, Uint8Array] => [
    `group1-shard${index + 1}of${count}.bin`,
    bytes.subarray(index * shardBytes, (index + 1) * shardBytes),
  ]);
  return { specifications, shards: new Map(shards) };
}
