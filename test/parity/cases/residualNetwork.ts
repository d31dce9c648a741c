import type { NetworkDocument } from '../../../src/network/graph/document';
import { buildNetwork, type LayerLine } from './buildNetwork';

/** A small residual net for 28×28 images: a plain shortcut, then a projected one, with batch norm throughout. */
export function residualNetwork(activation: 'relu' | 'tanh'): NetworkDocument {
  return buildNetwork([
    { id: 'input', kind: 'input', config: { height: 28, width: 28, channels: 1 } },
    ...normalised('stem', 8, { stride: 2 }),
    { id: 'active0', kind: activation },
    ...normalised('conv1', 8),
    { id: 'active1', kind: activation },
    ...normalised('conv2', 8),
    { id: 'add1', kind: 'add', from: ['conv2-bn', 'active0'] },
    { id: 'active2', kind: activation },
    ...normalised('conv3', 16, { stride: 2 }),
    { id: 'active3', kind: activation },
    ...normalised('conv4', 16),
    ...normalised('shortcut', 16, { stride: 2, kernel: 1, from: 'active2' }),
    { id: 'add2', kind: 'add', from: ['conv4-bn', 'shortcut-bn'] },
    { id: 'active4', kind: activation },
    { id: 'global', kind: 'globalAveragePool2d' },
    { id: 'fc', kind: 'dense', config: { units: 10 } },
    { id: 'output', kind: 'output' },
  ]);
}

interface Convolution {
  readonly stride?: number;
  readonly kernel?: number;
  /** The layer that feeds it; the line before where absent. */
  readonly from?: string;
}

function normalised(
  id: string,
  filters: number,
  { stride = 1, kernel = 3, from }: Convolution = {},
): readonly LayerLine[] {
  const config = { filters, kernelSize: [kernel, kernel], strides: [stride, stride], useBias: false };
  return [
    { id, kind: 'conv2d', config, ...(from === undefined ? {} : { from: [from] }) },
    { id: `${id}-bn`, kind: 'batchNorm' },
  ];
}
