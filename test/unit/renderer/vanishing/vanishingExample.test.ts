import { expect, test } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { vanishingExample } from '../../../../src/renderer/vanishing/vanishingExample';

const example = vanishingExample();

test('the example trains as drawn, on data that comes with Layerwise, and every step is measured', () => {
  const { problems } = analyse(example);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(example.training).toMatchObject({ dataset: { type: 'mnist' }, telemetryEvery: 1 });
});

test('it is the clean experiment: plain, Glorot weights, ReLU, no batch norm', () => {
  const kinds = new Set(example.nodes.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual([
    'conv2d',
    'dense',
    'globalAveragePool2d',
    'input',
    'output',
    'relu',
  ]);
  for (const { kind, config } of example.nodes)
    if (kind === 'conv2d') expect(config).toMatchObject({ initialiser: 'glorotUniform' });
});

test('every layer has a place of its own', () => {
  const places = example.nodes.map(({ position: { x, y } }) => `${x} ${y}`);
  expect(new Set(places).size).toBe(example.nodes.length);
});
