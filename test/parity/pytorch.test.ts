import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { StepTelemetry, TrainingExecutor } from '../../src/engine/trainingExecutor';
import type { NetworkDocument } from '../../src/network/graph/document';
import { elementCount, type Shape } from '../../src/network/layers/shape';
import { executorKinds } from './cases/executors';
import { hashed } from './cases/hashed';
import { referenceNames, referenceProject } from './cases/referenceProject';

/** Made by reference/pytorch_reference.py; weights and batch follow from the same formula on both sides. */
const referenceSchema = z.object({
  batch: z.int(),
  loss: z.number(),
  activationGradientNorms: z.record(z.string(), z.number()),
  weights: z.array(
    z.object({
      node: z.string(),
      name: z.string(),
      gradientNorm: z.number(),
      weightNorm: z.number(),
      updateRatio: z.number(),
    }),
  ),
});
type Reference = z.infer<typeof referenceSchema>;

/** A bias right before batch norm has a true gradient of zero: what is computed there is rounding. */
const withoutTrueGradient = new Set(['fc1/bias of residual']);

/**
 * Through many layers of batch norm rounding carries an input of a ReLU past 0 here and there, on one processor or another:
 * the true gradients of the two differ then.
 */
const deepWithBatchNorm: readonly string[] = ['plain', 'pre-activation', 'inception'];

const cases = (await executorKinds()).flatMap(({ name: executorName, create }) =>
  referenceNames.map((name) => ({ name, executorName, create })),
);

describe.each(cases)(
  'one step of $name in the $executorName executor has the gradient norms of PyTorch',
  ({ name, create }) => {
    const reference = referenceSchema.parse(JSON.parse(read(`${name}.json`)));
    const document: NetworkDocument = {
      ...referenceProject(name),
      training: {
        ...referenceProject(name).training,
        optimizer: { type: 'sgd' },
        weightDecay: 0,
      },
    };
    const share = deepWithBatchNorm.includes(name) ? 2e-2 : 1e-3;
    const expectWithin = within(share);
    let executor: TrainingExecutor;
    let loss = Number.NaN;
    let telemetry: StepTelemetry | null = null;

    beforeAll(() => {
      executor = create(document);
      executor.writeWeights(weightsOf(reference, executor));
      const [input] = executor.nodes;
      const images = hashed(reference.batch * elementCount(input?.outputShape ?? []), 1000);
      const labels = Int32Array.from({ length: reference.batch }, (_, index) => (index * 7) % 10);
      const batch = { images, labels, size: reference.batch };
      ({ loss, telemetry } = executor.step(batch, { learningRate: 0.05, step: 0, telemetry: true }));
      return () => executor.dispose();
    });

    it('has the same loss', () => {
      expect(loss).toBeCloseTo(reference.loss, 5);
    });

    it('has the same norm of the gradient at every layer', () => {
      const norms = Object.entries(reference.activationGradientNorms);
      const largest = Math.max(...norms.map(([, norm]) => norm));
      for (const [node, expected] of norms) {
        const index = executor.nodes.findIndex(({ id }) => id === node);
        expectWithin(telemetry?.activationGradientNorms[index], expected, largest, node);
      }
    });

    it('has the same norms and update ratio of every weight', () => {
      const largest = Math.max(...reference.weights.map(({ gradientNorm }) => gradientNorm));
      for (const { node, name: weight, gradientNorm, weightNorm, updateRatio } of reference.weights) {
        const place = `${node}/${weight}`;
        const index = executor.weights.findIndex((entry) => entry.node === node && entry.name === weight);
        expectWithin(telemetry?.weightNorms[index], weightNorm, weightNorm, place);
        if (withoutTrueGradient.has(`${place} of ${name}`)) continue;
        expectWithin(telemetry?.weightGradientNorms[index], gradientNorm, largest, place);
        expectWithin(telemetry?.updateRatios[index], updateRatio, updateRatio, place);
      }
    });
  },
);

/** |difference| ≤ a share of the reference + 1e−6 of the network's largest. */
function within(share: number) {
  return (actual: number | undefined, expected: number, largest: number, place: string): void => {
    const difference = Math.abs((actual ?? Number.NaN) - expected);
    expect(difference, `${place}: ${actual} against ${expected}`).toBeLessThanOrEqual(
      share * expected + 1e-6 * largest,
    );
  };
}

function weightsOf(reference: Reference, executor: TrainingExecutor): ReadonlyMap<string, Float32Array> {
  const entries = reference.weights.map(({ node, name }, index): [string, Float32Array] => {
    const shape = executor.weights.find((entry) => entry.node === node && entry.name === name)?.shape ?? [];
    const { scale, offset } = distributionOf(name, shape);
    const values = hashed(elementCount(shape), index + 1).map((value) => offset + scale * value);
    return [`${node}/${name}`, values];
  });
  return new Map(entries);
}

function distributionOf(name: string, shape: Shape): { readonly scale: number; readonly offset: number } {
  if (name === 'kernel') return { scale: Math.sqrt(6 / elementCount(shape.slice(0, -1))), offset: 0 };
  return name === 'gamma' ? { scale: 0.2, offset: 1 } : { scale: 0.1, offset: 0 };
}

function read(file: string): string {
  return readFileSync(new URL(`reference/${file}`, import.meta.url), 'utf8');
}
