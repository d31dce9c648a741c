import { expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { mainPath } from '../../../../src/renderer/gallery/mainPath';
import { stagesOf } from '../../../../src/renderer/gallery/stages';
import { chainOf } from '../../analysis/networks';

it('lists stages as papers do, and accounts for every parameter', () => {
  const document = chainOf([
    ['input', 'input', { height: 32, width: 32, channels: 3 }],
    ['conv1_1', 'conv2d', { filters: 64 }],
    ['conv1_2', 'conv2d', { filters: 64 }],
    ['pool1', 'maxPool2d'],
    ['conv2_1', 'conv2d', { filters: 128 }],
    ['flatten', 'flatten'],
    ['fc1', 'dense', { units: 20 }],
    ['fc2', 'dense', { units: 20 }],
    ['fc3', 'dense', { units: 10 }],
    ['output', 'output'],
  ]);
  const analysis = analyse(document);
  const stages = stagesOf(mainPath(document, analysis), analysis);
  expect(stages.map(({ name, size, layers }) => [name, size, layers])).toEqual([
    ['conv1_1', '32×32', '[3×3, 64] ×2'],
    ['conv2_1', '16×16', '3×3, 128'],
    ['fc1', '1', '20 ×2, 10'],
  ]);
  expect(stages.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(analysis.totals.trainable);
});
