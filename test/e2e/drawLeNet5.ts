import type { Page } from '@playwright/test';
import { type DrawnLayer, drawNetwork } from './drawNetwork';

const layers: readonly DrawnLayer[] = [
  { kind: 'Input', name: 'input' },
  { kind: 'Conv2D', name: 'conv1', choices: { Kernel: '5×5' }, numbers: { Filters: '6' } },
  { kind: 'ReLU', name: 'relu1' },
  { kind: 'Max pool', name: 'pool1' },
  {
    kind: 'Conv2D',
    name: 'conv2',
    choices: { Kernel: '5×5', Padding: 'Valid' },
    numbers: { Filters: '16' },
  },
  { kind: 'ReLU', name: 'relu2' },
  { kind: 'Max pool', name: 'pool2' },
  { kind: 'Flatten', name: 'flatten1' },
  { kind: 'Dense', name: 'fc1', numbers: { Units: '120' } },
  { kind: 'ReLU', name: 'relu3' },
  { kind: 'Dense', name: 'fc2', numbers: { Units: '84' } },
  { kind: 'ReLU', name: 'relu4' },
  { kind: 'Dense', name: 'fc3', numbers: { Units: '10' } },
  { kind: 'Output', name: 'output' },
];

/** Draws LeNet-5 on an empty canvas with the mouse. */
export function drawLeNet5(page: Page): Promise<void> {
  return drawNetwork(page, layers);
}
