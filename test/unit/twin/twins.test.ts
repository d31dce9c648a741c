import { describe, expect, test } from 'vitest';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { analyse } from '../../../src/network/analysis/analyse';
import { memoryModel } from '../../../src/network/forecast/memoryForecast';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { replaceNetwork } from '../../../src/network/graph/replaceNetwork';
import { checkSettings } from '../../../src/network/templates/template';
import { findTemplate } from '../../../src/network/templates/templates';
import { counterpartOf } from '../../../src/network/twin/counterpart';
import { onEqualTerms } from '../../../src/network/twin/equalTerms';
import { schematicOf } from '../../../src/network/twin/schematic';
import { twinDifference } from '../../../src/network/twin/twinDifference';
import { compareGradients, gradientHeadline, type TwinLayer } from '../../../src/network/twin/twinGradient';
import { twinMemory } from '../../../src/network/twin/twinMemory';
import { twinResult } from '../../../src/network/twin/twinResult';

function network(id: string, settings: Readonly<Record<string, unknown>> = {}): NetworkDocument {
  const template = findTemplate(id);
  if (template === undefined) throw new Error(`There is no ${id}.`);
  const checked = checkSettings(template, settings);
  if ('problem' in checked) throw new Error(checked.problem.message);
  return template.create(checked.config);
}

function counterpart(document: NetworkDocument): NetworkDocument {
  const found = counterpartOf(document, analyse(document));
  if ('problem' in found) throw new Error(found.problem.message);
  return found.document;
}

const shortcutsOf: readonly (readonly [id: string, twin: string, shortcuts: number])[] = [
  ['plain-20-cifar', 'ResNet-20', 9],
  ['resnet-20-cifar', 'Plain-20', 9],
  ['plain-110-cifar', 'ResNet-110', 54],
  ['plain-34', 'ResNet-34', 16],
  ['resnet-50', 'Plain-50', 16],
  ['resnet-v2-20-cifar', 'Plain', 9],
];

describe('the counterpart of a network', () => {
  test.each(shortcutsOf)('of %s is %s…, different by %d shortcuts alone', (id, name, shortcuts) => {
    const document = network(id);
    const twin = counterpart(document);
    expect(twin.name).toContain(name);
    expect(analyse(twin).trains).toBe(true);
    const { differences } = twinDifference(document, twin);
    expect(differences).toEqual([`${shortcuts} shortcuts`]);
    expect(
      schematicOf(document, analyse(document)).arcs.length + schematicOf(twin, analyse(twin)).arcs.length,
    ).toBe(shortcuts);
  });

  test('begins with the very weights that it shares', () => {
    const document = network('plain-20-cifar', { width: 0.25 });
    const twin = counterpart(document);
    const [one, other] = [document, twin].map((each) => drawInitialWeights(analyse(each), 42));
    expect(one?.size).toBeGreaterThan(60);
    for (const [name, values] of one ?? []) expect(other?.get(name), name).toEqual(values);
    const { sharedWeights, weights } = twinDifference(document, twin);
    expect([sharedWeights, weights]).toEqual([one?.size, one?.size]);
  });

  test('is refused in words where there is none', () => {
    const found = counterpartOf(network('lenet-5'), analyse(network('lenet-5')));
    if ('document' in found) expect(analyse(found.document).trains).toBe(true);
    else expect(found.problem.advice).not.toBe('');
  });
});

test.each(['plain-20-cifar', 'resnet-v2-20-cifar'])(
  'the counterpart of %s takes its place in one step that is taken back exactly',
  (id) => {
    const document = network(id);
    const twin = counterpart(document);
    const { document: kept, inverse } = applyEdit(document, replaceNetwork(document, twin, 'Keep'));
    expect(kept).toEqual(twin);
    expect(applyEdit(kept, inverse).document).toEqual(document);
  },
);

test('equal terms are seed, images, batches and epochs; what is compared stays', () => {
  const document = network('plain-20-cifar');
  const training = { ...document.training, seed: 9, batchSize: 8, epochs: 77, learningRate: 0.5 };
  const twin = onEqualTerms(document, { ...document, training });
  expect(twin.training).toEqual({ ...document.training, learningRate: 0.5 });
  expect(twinDifference(document, twin).differences).toEqual([
    `learning rate ${document.training.learningRate} against 0.5`,
  ]);
});

test('an edited layer, and one that is gone, are told by name', () => {
  const document = network('lenet-5');
  const nodes = document.nodes.map((node) =>
    node.id === 'conv1' ? { ...node, config: { ...node.config, filters: 12 } } : node,
  );
  const { differences, sharedWeights, weights } = twinDifference(document, { ...document, nodes });
  expect(differences).toEqual(['conv1 set differently']);
  expect(sharedWeights).toBeLessThan(weights);
});

test('two networks take less memory than two programs, and more than one', () => {
  const document = network('resnet-20-cifar');
  const alone = memoryModel(document, analyse(document), 'tensorflow').at(document.training.batchSize).peak;
  const both = twinMemory(document, counterpart(document), 'tensorflow') ?? 0;
  expect(both).toBeGreaterThan(alone);
  expect(both).toBeLessThan(2 * alone);
});

describe('a network in small', () => {
  test.each([
    ['plain-34', 34],
    ['resnet-34', 34],
    ['resnet-110-cifar', 110],
    ['vgg-16-bn', 16],
    ['lenet-5', 5],
  ])('of %s has a box for each of its %d layers with kernels', (id, layers) => {
    const document = network(id);
    const { rows, arcs } = schematicOf(document, analyse(document));
    const boxes = rows.flatMap((row) => row.boxes);
    expect(boxes).toHaveLength(layers);
    expect(new Set(boxes.map((box) => box.id)).size).toBe(layers);
    for (const { from, to } of arcs) expect(to).toBeGreaterThan(from);
    for (const row of rows) expect(row.boxes.length).toBeLessThanOrEqual(36);
  });
});

describe('gradients side by side', () => {
  const layers = (first: number, slope: number): readonly TwinLayer[] =>
    Array.from({ length: 21 }, (_, place) => ({
      ...{ id: `conv${place + 1}`, label: `conv${place + 1}`, depth: place + 1, log10UpdateRatio: null },
      log10Norm: first + slope * place,
    }));
  const said = (one: readonly TwinLayer[], other: readonly TwinLayer[]) =>
    gradientHeadline(compareGradients(one, other))
      .map((part) =>
        typeof part === 'string' ? part : 'stressed' in part ? part.stressed : 'AB'[part.network],
      )
      .join('');

  test.each([
    [layers(-6, 0.25), layers(-1, 0), 'conv1 of B receives 100,000× more gradient than conv1 of A'],
    [layers(-1, 0), layers(-6, 0.25), 'conv1 of A receives 100,000× more gradient than conv1 of B'],
    [layers(-1, 0), layers(-1.01, 0), 'conv1 receives as much gradient in A as in B'],
    [
      layers(Number.NEGATIVE_INFINITY, 0),
      layers(-1, 0),
      'conv1 of B receives a gradient, none reaches conv1 of A',
    ],
    [layers(Number.NaN, 0), layers(-1, 0), 'No gradient of conv1 is measured yet'],
    [layers(Number.POSITIVE_INFINITY, 0), layers(-1, 0), 'The gradient of conv1 of A is beyond all numbers'],
    [[], [], 'The networks share no layer with weights'],
  ])('are said in a sentence', (one, other, sentence) => expect(said(one, other)).toBe(sentence));

  test('have a change per ten layers and healthy layers', () => {
    const { sides, last } = compareGradients(layers(-6, 0.25), layers(-1, 0));
    expect(sides[0].decadesPerTen).toBeCloseTo(-2.5, 6);
    expect(sides[1].decadesPerTen).toBeCloseTo(0, 6);
    expect(sides.map(({ healthyLayers }) => healthyLayers)).toEqual([5, 21]);
    expect(last?.label).toBe('conv21');
  });
});

test('a result counts the steps to 90 % over ten measured steps in a row', () => {
  const steps = Array.from({ length: 40 }, (_, place) => 1 + 5 * place);
  const metrics = steps.map((_, place) => (place < 12 ? 0.1 : place === 30 ? 0.2 : 0.95));
  const losses = steps.map(() => 0.5);
  const result = twinResult({ steps, metrics, losses, epochs: [] });
  // At the tenth step in a row with 0.95 or more, the first of ten whose mean reaches 0.9.
  expect(result.stepsToGoal).toBe(steps[21]);
  expect(result.trainingLoss).toBe(0.5);
  expect(result).toMatchObject({ validationMetric: null, imagesPerSecond: null });
  expect(twinResult({ steps, metrics: steps.map(() => 0.5), losses, epochs: [] }).stepsToGoal).toBeNull();
});
