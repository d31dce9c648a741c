import { only } from '../../../network/layers/defineLayer';
import type { LayerWriter } from '../layersGraph';

/** A value times the sigmoid of its logits, or times one minus that: the sigmoid of their negatives. */
export const gate: LayerWriter = (graph, { arguments: settings, outputShape: shape }, inputs) => {
  const [value, logits] = inputs;
  if (value === undefined || logits === undefined) throw new Error('A gate was written without its inputs.');
  const turned = settings['rest'] === true ? graph.add('Rescaling', [logits], shape, { scale: -1 }) : logits;
  const share = graph.add('Activation', [turned], shape, { activation: 'sigmoid' });
  return graph.add('Multiply', [value, share], shape);
};

/** Every `strides`th pixel, and channels of zeros behind its own: as rows and columns they can be padded. */
export const shortcutPad: LayerWriter = (graph, { arguments: settings, outputShape }, inputs) => {
  const x = only(inputs);
  const strides = [settings['strides'] ?? 1].flat().map(Number);
  const [height = 0, width = 0, channels = 0] = outputShape;
  const before = x.shape[2] ?? 0;
  const kept = strides.every((stride) => stride === 1)
    ? x
    : graph.add('MaxPooling2D', [x], [height, width, before], { pool_size: [1, 1], strides });
  if (channels === before) return kept;
  const padding = [
    [0, 0],
    [0, channels - before],
  ];
  const turned = graph.permute(kept, [0, 2, 1]);
  const padded = graph.add('ZeroPadding2D', [turned], [height, channels, width], { padding });
  return graph.permute(padded, [0, 2, 1]);
};

/** −Σ (x − w)² of bitmaps w of ±1 is 2 x·w − x·x − the number of pixels. */
export const digitDistances: LayerWriter = (graph, { name, weights: [bitmaps], outputShape }, inputs) => {
  const x = only(inputs);
  if (bitmaps === undefined) throw new Error(`${name} has no bitmaps.`);
  const [digits = 0, pixels = 0] = bitmaps.shape;
  const values = Float32Array.from(
    bitmaps.values,
    (_, at) => 2 * (bitmaps.values[(at % digits) * pixels + Math.floor(at / digits)] ?? 0),
  );
  const kernel = { ...bitmaps, name: 'kernel', shape: [pixels, digits], values };
  const config = { units: digits, use_bias: false, trainable: false };
  const products = graph.add('Dense', [x], outputShape, config, [kernel]);
  const square = graph.add('Dot', [x, x], [1], { axes: 1 });
  const rest = graph.add('Rescaling', [square], [1], { scale: -1, offset: -pixels });
  return graph.add('Add', [products, rest], outputShape);
};
