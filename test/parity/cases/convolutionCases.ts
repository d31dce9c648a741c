import type { LayerConfig } from '../../../src/network/layers/fields';
import type { Shape } from '../../../src/network/layers/shape';
import type { LayerCase } from './layerCase';

const image: readonly Shape[] = [[9, 8, 4]];
const sides = { padding: 'explicit', explicitPadding: [2, 1, 0, 3] };

const convolutions: readonly LayerCase[] = [
  { title: 'stride 2, same', config: { strides: [2, 2] }, inputs: image },
  { title: 'stride 3×2, valid', config: { strides: [3, 2], padding: 'valid' }, inputs: image },
  { title: 'even kernel, same', config: { kernelSize: [4, 2] }, inputs: image },
  { title: 'kernel 1×1, stride 2', config: { kernelSize: [1, 1], strides: [2, 2] }, inputs: image },
  { title: 'explicit padding', config: sides, inputs: image },
  { title: 'explicit padding, stride 2', config: { ...sides, strides: [2, 2] }, inputs: image },
  { title: 'dilation 2, same', config: { dilations: [2, 2] }, inputs: image },
  { title: 'dilation 3×2, valid', config: { dilations: [3, 2], padding: 'valid' }, inputs: image },
  { title: 'dilation 2, explicit padding', config: { ...sides, dilations: [2, 2] }, inputs: image },
  { title: '2 groups', config: { groups: 2, filters: 6 }, inputs: image },
  { title: 'as many groups as channels', config: { groups: 4, filters: 8 }, inputs: image },
  {
    title: '2 groups, stride 2, valid',
    config: { groups: 2, strides: [2, 2], padding: 'valid' },
    inputs: image,
  },
  {
    title: '2 groups, dilation 2, explicit padding',
    config: { ...sides, groups: 2, filters: 4, dilations: [2, 2] },
    inputs: image,
  },
  { title: 'without bias', config: { useBias: false }, inputs: image },
  { title: 'window as large as the image', config: { kernelSize: [9, 8], padding: 'valid' }, inputs: image },
];

const depthwiseConvolutions: readonly LayerCase[] = convolutions.filter(
  ({ config }) => !Object.hasOwn(config, 'groups'),
);

/** Cases of the convolutions, by kind. */
export const convolutionCases: Readonly<Record<string, readonly LayerCase[]>> = {
  conv2d: convolutions,
  depthwiseConv2d: [
    ...depthwiseConvolutions,
    { title: 'multiplier 3', config: { depthMultiplier: 3 }, inputs: image },
    { title: 'one channel, multiplier 4', config: { depthMultiplier: 4 }, inputs: [[7, 6, 1]] },
  ],
  separableConv2d: [
    { title: 'stride 2, valid', config: { filters: 3, strides: [2, 2], padding: 'valid' }, inputs: image },
    {
      title: 'explicit padding, dilation 2',
      config: { ...sides, filters: 3, dilations: [2, 2] },
      inputs: image,
    },
    {
      title: 'stride 2, same, kernel 2×3',
      config: { filters: 3, strides: [2, 2], kernelSize: [2, 3] },
      inputs: image,
    },
    { title: 'stride 2, explicit padding', config: { ...sides, filters: 3, strides: [2, 2] }, inputs: image },
    { title: 'explicit padding', config: { ...sides, filters: 3 }, inputs: image },
    { title: 'valid', config: { filters: 3, padding: 'valid' }, inputs: image },
    { title: 'dilation 2, same', config: { filters: 3, dilations: [2, 2] }, inputs: image },
    {
      title: 'dilation 2, valid',
      config: { filters: 3, dilations: [2, 2], padding: 'valid' },
      inputs: image,
    },
    {
      title: 'multiplier 2, without bias',
      config: { depthMultiplier: 2, filters: 3, useBias: false },
      inputs: image,
    },
  ],
  convTranspose2d: [
    { title: 'kernel 3, stride 2, same', config: transposed(3, 2, 'same'), inputs: image },
    { title: 'kernel 3, stride 2, valid', config: transposed(3, 2, 'valid'), inputs: image },
    { title: 'kernel 4, stride 2, same', config: transposed(4, 2, 'same'), inputs: image },
    { title: 'kernel 5, stride 1, same', config: transposed(5, 1, 'same'), inputs: image },
    { title: 'kernel 3, stride 1, valid', config: transposed(3, 1, 'valid'), inputs: image },
    { title: 'kernel smaller than the stride', config: transposed(2, 3, 'valid'), inputs: image },
    {
      title: 'unequal sides, without bias',
      config: { kernelSize: [3, 4], strides: [2, 3], padding: 'valid', filters: 3, useBias: false },
      inputs: image,
    },
    { title: 'out of one position', config: transposed(4, 1, 'valid'), inputs: [[1, 1, 5]] },
  ],
};

function transposed(size: number, stride: number, padding: string): LayerConfig {
  return { kernelSize: [size, size], strides: [stride, stride], padding, filters: 3 };
}
