import type { LayerCase } from './layerCase';

const image = [[7, 6, 6]] as const;

const sides = { padding: 'explicit', explicitPadding: [2, 1, 3, 2] };

/** Options of the layers that the classic networks are made of, which the defaults don't reach. */
export const classicCases: Readonly<Record<string, readonly LayerCase[]>> = {
  gate: [
    {
      title: 'the rest',
      config: { side: 'rest' },
      inputs: [
        [4, 3, 2],
        [4, 3, 2],
      ],
    },
  ],
  scale: [
    { title: 'by −2', config: { factor: -2 }, inputs: image },
    { title: 'learned', config: { learned: true }, inputs: image },
    { title: 'learned, vector', config: { learned: true }, inputs: [[9]] },
  ],
  shortcutPad: [
    { title: 'stride 2', config: { channels: 8, strides: [2, 2] }, inputs: image },
    { title: 'stride 3×1, no channels more', config: { channels: 6, strides: [3, 1] }, inputs: image },
  ],
  localResponseNorm: [
    { title: 'strong', config: { bias: 1, alpha: 0.5, beta: 0.75 }, inputs: image },
    { title: 'of 3, squared', config: { size: 3, bias: 0.5, alpha: 0.3, beta: 2 }, inputs: image },
    { title: 'wider than the channels', config: { size: 15, alpha: 0.2 }, inputs: [[3, 3, 4]] },
  ],
  adaptiveAveragePool2d: [
    { title: 'a divisor', config: { outputSize: [3, 2] }, inputs: [[6, 8, 3]] },
    { title: 'no divisor', config: { outputSize: [3, 4] }, inputs: image },
    { title: 'larger than the image', config: { outputSize: [5, 7] }, inputs: [[2, 3, 2]] },
    { title: 'the same size', config: { outputSize: [7, 6] }, inputs: image },
  ],
  trainableSubsample: [{ title: '3×2', config: { poolSize: [3, 2] }, inputs: image }],
  tableConv2d: [
    { title: 'valid', config: { padding: 'valid' }, inputs: image },
    { title: 'same', config: { kernelSize: [3, 3], padding: 'same' }, inputs: image },
    { title: 'explicit padding', config: { ...sides, kernelSize: [3, 2] }, inputs: image },
    { title: 'stride 2, valid', config: { strides: [2, 2], padding: 'valid' }, inputs: image },
    { title: 'stride 2, explicit padding', config: { ...sides, strides: [2, 2] }, inputs: image },
    { title: 'dilation 2, same', config: { dilations: [2, 2], padding: 'same' }, inputs: image },
    {
      title: 'dilation 2, valid',
      config: { kernelSize: [3, 3], dilations: [2, 2], padding: 'valid' },
      inputs: image,
    },
    { title: 'dilation 2, explicit padding', config: { ...sides, dilations: [2, 2] }, inputs: image },
    { title: '3×3, stride 2', config: { kernelSize: [3, 3], strides: [2, 2] }, inputs: image },
  ],
  rbf: [{ title: 'bitmaps', config: {}, inputs: [[84]] }],
};
