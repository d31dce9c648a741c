import { describe, expect, it } from 'vitest';
import { GraphBuilder } from '../../../src/engine/tensorflow/graph/graphBuilder';
import { updateRule } from '../../../src/engine/tensorflow/optimizers/optimizer';
import { analyse } from '../../../src/network/analysis/analyse';
import { slotsPerParameter, trainingMemory } from '../../../src/network/analysis/memory';
import { optimizerDefaults } from '../../../src/network/graph/trainingSettings';
import { chainOf } from './networks';

const document = chainOf([
  ['input', 'input', { height: 8, width: 8, channels: 3 }],
  ['conv1', 'conv2d', { filters: 4, kernelSize: [3, 3] }],
  ['norm1', 'batchNorm'],
  ['flatten', 'flatten'],
  ['fc1', 'dense', { units: 10 }],
  ['output', 'output'],
]);
const analysis = analyse(document);
const training = { ...document.training, batchSize: 16, ...optimizerDefaults.momentum };

describe('trainingMemory', () => {
  it('accounts for every tensor of a step', () => {
    const weights = { conv1: 3 * 9 * 4 + 4, norm1: 8, fc1: 256 * 10 + 10 };
    const trainable = weights.conv1 + weights.norm1 + weights.fc1;
    const statistics = 8;
    const outputs = [8 * 8 * 3, 256, 256, 256, 10, 10];
    const memory = trainingMemory(analysis, training);
    expect(memory).toEqual({
      weights: 4 * (trainable + statistics),
      weightGradients: 4 * trainable,
      optimizer: 4 * trainable,
      activations: 16 * 4 * outputs.reduce((sum, size) => sum + size),
      activationGradients: 16 * 4 * (256 + 256),
      total: expect.any(Number),
    });
    const { total, ...parts } = memory;
    expect(Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)).toBe(total);
  });

  it('grows with the batch in activations alone', () => {
    const [single, double] = [16, 32].map((batchSize) =>
      trainingMemory(analysis, { ...training, batchSize }),
    );
    expect(double?.activations).toBe(2 * (single?.activations ?? 0));
    expect(double?.weights).toBe(single?.weights);
  });
});

describe('slotsPerParameter', () => {
  it.each(Object.entries(optimizerDefaults))('is what the engine keeps for %s', (_type, { optimizer }) => {
    const graph = new GraphBuilder();
    const inputs = { learningRate: graph.constant(0.1), step: graph.constant(0) };
    expect(slotsPerParameter(optimizer)).toBe(updateRule(graph, inputs, optimizer, 0).slots.length);
  });
});
