import { NoLayer } from '../../../importing/noLayer';
import type { KerasReader } from '../kerasLayer';
import { paddingConfig } from './padding';

/** A pool whose window slides; its step is its window where the file doesn't say. */
export function pooling(kind: 'maxPool2d' | 'averagePool2d'): KerasReader {
  return (layer) => {
    const poolSize = layer.pair('pool_size', [2, 2]);
    const [height = 2, width = 2] = poolSize;
    const strides = layer.setting('strides') == null ? poolSize : layer.pair('strides', [height, width]);
    return layer.layer({ kind, config: { poolSize, strides, ...paddingConfig(layer) } });
  };
}

export const globalAveragePooling: KerasReader = (layer) =>
  layer.boolean('keepdims', false)
    ? layer.layer({ kind: 'adaptiveAveragePool2d', config: { outputSize: [1, 1] } })
    : layer.layer({ kind: 'globalAveragePool2d' });

/** As a pool whose window is the whole image. */
export const globalMaxPooling: KerasReader = (layer) => {
  const { shape } = layer.input;
  if (shape === null) throw new NoLayer('the size of what it is given is not known');
  const poolSize = shape.slice(0, 2);
  const largest = layer.layer({ kind: 'maxPool2d', config: { poolSize, strides: poolSize } });
  if (layer.boolean('keepdims', false)) return largest;
  return layer.layer({ kind: 'flatten', inputs: [largest], suffix: 'flatten' });
};

export const adaptiveAveragePooling: KerasReader = (layer) =>
  layer.layer({
    kind: 'adaptiveAveragePool2d',
    config: { outputSize: layer.pair('output_size', [1, 1]) },
  });

export const trainableSubsample: KerasReader = (layer) =>
  layer.layer({
    kind: 'trainableSubsample',
    config: { poolSize: layer.pair('pool_size', [2, 2]) },
    weights: ['coefficient', 'bias'],
  });
