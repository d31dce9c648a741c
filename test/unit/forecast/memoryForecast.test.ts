import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { largestFittingBatch, memoryModel } from '../../../src/network/forecast/memoryForecast';
import { memoryPasses } from '../../../src/network/forecast/memoryPass';
import { memoryShortage } from '../../../src/network/forecast/memoryShortage';
import { applyEdit } from '../../../src/network/graph/edits';
import { type OptimizerType, optimizerDefaults } from '../../../src/network/graph/trainingSettings';
import { findTemplate, templates } from '../../../src/network/templates/templates';
import { documentOf, heldTo, measuredNetworks, nameOf } from '../../bench/memory/measuredNetworks';
import { recordedPeaks } from '../../bench/memory/recordedPeaks';
import { leastTime } from '../leastTime';

function create(id: string, optimizer: OptimizerType = 'momentum') {
  const document = findTemplate(id)?.create();
  if (document === undefined) throw new Error(`There is no template ${id}.`);
  return { ...document, training: { ...document.training, ...optimizerDefaults[optimizer] } };
}

function modelOf(id: string, optimizer?: OptimizerType) {
  const document = create(id, optimizer);
  return memoryModel(document, analyse(document), 'tensorflow');
}

describe('the forecast of memory', () => {
  test('is held to networks that were measured', () =>
    expect(Object.keys(recordedPeaks)).toEqual(
      expect.arrayContaining(measuredNetworks.filter(heldTo).map(nameOf)),
    ));

  test.each(Object.entries(recordedPeaks))('of %s is near to what was measured', (name, measured) => {
    const network = measuredNetworks.find((candidate) => nameOf(candidate) === name);
    if (network === undefined) throw new Error(`${name} is not among the networks that are measured.`);
    const document = documentOf(network);
    const { peak } = memoryModel(document, analyse(document), 'tensorflow').at(network.batch);
    const ratio = peak / (measured * 1e6);
    expect(ratio).toBeGreaterThan(heldTo(network) ? 0.8 : 0.7);
    expect(ratio).toBeLessThan(heldTo(network) ? 1.2 : 1.3);
  });

  test('grows with the batch, and its parts add up', () => {
    const models = ['lenet-5', 'resnet-20-cifar', 'googlenet', 'vgg-16'].map((id) => modelOf(id));
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.integer({ min: 1, max: 4096 }), (model, batch) => {
        const { peak, ...parts } = model.at(batch);
        expect(Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)).toBe(peak);
        expect(model.at(batch + 1).peak).toBeGreaterThan(peak);
      }),
    );
  });

  test('grows with what the update rule keeps', () => {
    const peaks = (['sgd', 'momentum', 'adam'] as const).map((rule) => modelOf('vgg-16', rule).at(8).peak);
    expect(peaks).toEqual(peaks.toSorted((left, right) => left - right));
    expect(new Set(peaks).size).toBe(3);
  });

  test('finds the largest batch that fits', () => {
    const model = modelOf('resnet-20-cifar');
    const most = 65_536;
    fc.assert(
      fc.property(fc.integer({ min: 1e8, max: 2e10 }), (bytes) => {
        const largest = largestFittingBatch(model, bytes, most);
        if (largest === null) expect(model.at(1).peak).toBeGreaterThan(bytes);
        else {
          expect(model.at(largest).peak).toBeLessThanOrEqual(bytes);
          if (largest < most) expect(model.at(largest + 1).peak).toBeGreaterThan(bytes);
        }
      }),
    );
  });

  test.each(templates.map(({ id }) => [id] as const))('knows every op of %s by its shape', (id) => {
    const document = create(id);
    const analysis = analyse(document);
    for (const [node, { shape }] of memoryPasses(document, analysis).outputs)
      expect(shape, node).toEqual(analysis.nodes.get(node)?.outputShape);
  });

  test('is made within 15 ms for ResNet-152, and the largest batch found within 50', () => {
    const document = create('resnet-152');
    const analysis = analyse(document);
    const once = leastTime(() => memoryModel(document, analysis, 'tensorflow').at(16));
    const model = memoryModel(document, analysis, 'tensorflow');
    const search = leastTime(() => largestFittingBatch(model, 8e9, 1024));
    console.info(`ResNet-152: forecast ${once.toFixed(1)} ms, largest batch ${search.toFixed(1)} ms.`);
    expect(once).toBeLessThan(15);
    expect(search).toBeLessThan(50);
  });
});

describe('a network that does not fit', () => {
  const document = create('resnet-50');
  const large = { ...document, training: { ...document.training, batchSize: 256 } };
  const model = memoryModel(large, analyse(large), 'tensorflow');

  test('is told with the largest batch that does, which one edit sets', () => {
    const shortage = memoryShortage(large, model, { memory: 'machine', freeMemoryBytes: 6e9 });
    expect(shortage?.message).toMatch(/^Will not fit: needs about \d+ GB, 6 GB are free\.$/);
    const batch = largestFittingBatch(model, 6e9, 256);
    expect(shortage?.advice).toBe(`The largest batch that fits is ${batch}.`);
    if (!shortage?.remedy) throw new Error('There is no remedy.');
    const fitting = applyEdit(large, shortage.remedy).document;
    expect(fitting.training.batchSize).toBe(batch);
    expect(memoryShortage(fitting, model, { memory: 'machine', freeMemoryBytes: 6e9 })).toBeNull();
  });

  test('has no batch that would, where a single image is too much', () => {
    const shortage = memoryShortage(large, model, { memory: 'gpu', freeMemoryBytes: 1e8 });
    expect(shortage?.remedy).toBeNull();
    expect(shortage?.message).toContain('on the GPU');
  });
});
