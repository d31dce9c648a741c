import { defineLayer, only } from '../defineLayer';
import { needsImage } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { pytorchModule, pytorchOnly } from '../pytorchLayer';
import { imageShape } from '../shape';

/** Mean over height and width: H×W×C to C (Lin et al. 2014, Network in Network, §3.2). */
export const globalAveragePool2d = defineLayer({
  kind: 'globalAveragePool2d',
  label: 'Global avg pool',
  category: 'pooling',
  rank: 2,
  glyph: 'gap',
  stem: 'gap',
  shortcut: 'g',
  summary:
    'Replaces each channel by its mean over the whole image. What was an image becomes one number per pattern.',
  inputs: 'one',
  transparent: true,
  fields: {},

  title: () => 'Global avg pool',
  outputShape(inputs) {
    const image = imageShape(inputs[0]);
    if (image === null)
      return needsImage(
        'Global avg pool',
        inputs[0],
        'Remove it, or put it before Flatten, Dense and other global pooling.',
      );
    return { shape: [image.channels] };
  },
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.globalAveragePool2d(only(inputs)),
  pytorch: () =>
    pytorchOnly('nn.Sequential', [pytorchModule('nn.AdaptiveAvgPool2d', [1]), pytorchModule('nn.Flatten')]),
  keras: () => kerasOnly('GlobalAveragePooling2D'),
});
