import { expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { findTemplate, templates } from '../../../../src/network/templates/templates';
import { figuresOf } from '../../../../src/renderer/gallery/figures';
import { mainPath } from '../../../../src/renderer/gallery/mainPath';
import { stagesOf } from '../../../../src/renderer/gallery/stages';
import { chainOf } from '../../analysis/networks';

it('tells stages without blocks by the size of the maps', () => {
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
  const stages = stagesOf(document, mainPath(document, analysis), analysis);
  expect(stages.map(({ name, size, layers }) => [name, size, layers])).toEqual([
    ['conv1_1', '32×32', '[3×3, 64] ×2'],
    ['conv2_1', '16×16', '3×3, 128'],
    ['fc1', '1', '20 ×2, 10'],
  ]);
});

function stagesOfTemplate(id: string) {
  const template = findTemplate(id);
  if (template === undefined) throw new Error(`there is no ${id}`);
  return figuresOf(template, {}).stages.map(({ name, size, layers, repeats }) => [
    name,
    size,
    layers,
    repeats,
  ]);
}

it.each([
  ['alexnet', ['conv3', '13×13', '3×3, 384 ×2, 256', 1]],
  ['alexnet', ['fc6', '1', '4096 ×2, 1000', 1]],
  ['googlenet', ['conv2r', '56×56', '1×1, 64; 3×3, 192', 1]],
  ['googlenet', ['inception3a', '28×28', '4 branches, 256', 1]],
  ['lenet-5-original', ['C5', '1', '5×5, 120; 84; RBF 10', 1]],
  ['resnet-v2-164-cifar', ['bn5', '8×8', 'batch norm', 1]],
])('tells in short what a stage of %s has', (id, stage) => {
  expect(stagesOfTemplate(id)).toContainEqual(stage);
});

it('lists ResNet-50 as its paper does', () => {
  expect(stagesOfTemplate('resnet-50')).toEqual([
    ['conv1', '112×112', '7×7, 64 /2', 1],
    ['conv2_x', '56×56', '[1×1 3×3 1×1, 256]', 3],
    ['conv3_x', '28×28', '[1×1 3×3 1×1, 512]', 4],
    ['conv4_x', '14×14', '[1×1 3×3 1×1, 1024]', 6],
    ['conv5_x', '7×7', '[1×1 3×3 1×1, 2048]', 3],
    ['fc', '1', 'avg pool, 1000', 1],
  ]);
});

it.each(templates.map((template) => [template.id, template] as const))(
  'accounts for every parameter of %s, and can be drawn',
  (_id, template) => {
    const { stages, parameters, silhouette, layers } = figuresOf(template, {});
    expect(stages.reduce((sum, stage) => sum + stage.parameters, 0)).toBe(parameters);
    expect(silhouette.slabs.length).toBeGreaterThan(Math.min(layers, 10) - 1);
    expect(new Set(stages.map(({ name }) => name)).size).toBe(stages.length);
  },
);
