import { expect } from 'vitest';
import type { LoadedDataset } from '../../../src/engine/data/dataset';
import { splitDataset } from '../../../src/engine/data/split';
import { standardisationOf } from '../../../src/engine/data/standardisation';
import { StepBatches, stepsPerEpoch } from '../../../src/engine/data/stepBatches';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import { learningRateAt } from '../../../src/engine/train/schedule';
import type { StepTelemetry } from '../../../src/engine/trainingExecutor';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { defaultConfig } from '../../../src/network/layers/config';
import { templates } from '../../../src/network/templates/templates';
import { graphExecutor, withExecutor } from '../cases/executors';

/** A template as it is, each step of it measured. */
export function templateDocument(id: string): NetworkDocument {
  const template = templates.find((one) => one.id === id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  const document = template.create(defaultConfig({ fields: template.settings }));
  return { ...document, training: { ...document.training, telemetryEvery: 1 } };
}

/** Loss of each step in the engine, and what it measured at the first. */
export function trainInEngine(document: NetworkDocument, dataset: LoadedDataset, count: number) {
  const { training: settings } = document;
  const { training: selection } = splitDataset(dataset, settings);
  const standardisation = standardisationOf(dataset, settings.normalisation);
  const plan = { selection, imageShape: dataset.facts.imageShape, standardisation, settings };
  const batches = new StepBatches(plan);
  const perEpoch = stepsPerEpoch(plan);
  const rateOf = (step: number) =>
    learningRateAt(settings, step, { stepsPerEpoch: perEpoch, totalSteps: settings.epochs * perEpoch });
  return withExecutor(graphExecutor(), document, (executor) => {
    let first: StepTelemetry | null = null;
    const losses = Array.from({ length: count }, (_, step) => {
      const options = { learningRate: rateOf(step), step, telemetry: step === 0 };
      const { loss, telemetry } = executor.step(batches.batchOf(step), options);
      first ??= telemetry;
      return loss;
    });
    return { losses, first: first as StepTelemetry | null, nodes: executor.nodes, weights: executor.weights };
  });
}

/** Loss of each step, as the run folder has it. */
export function lossesOf(run: string): readonly number[] {
  const { telemetry, damage } = openRunFolder(run);
  expect(damage).toEqual([]);
  return [...(telemetry?.column('losses', 0) ?? [])];
}

export function expectSameLosses(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [step, loss] of expected.entries())
    expect(Math.abs((actual[step] ?? Number.NaN) - loss), `step ${step + 1}`).toBeLessThan(1e-3);
}

const norms = [
  'activationGradientNorms',
  'activationGradientRms',
  'weightGradientNorms',
  'weightNorms',
  'updateRatios',
] as const;
const statistics = ['activationMeans', 'activationDeviations', 'zeroShares'] as const;

/**
 * The run folder has what the engine measured at the first step, layer by layer. Of several processes each has images of
 * its own first: then the norms alone are compared.
 */
export function expectSameFirstStep(
  run: string,
  engine: ReturnType<typeof trainInEngine>,
  processes = 1,
): void {
  const { telemetry } = openRunFolder(run);
  expect(telemetry?.nodes.map(({ id }) => id)).toEqual(engine.nodes.map(({ id }) => id));
  expect(telemetry?.weights).toEqual(engine.weights);
  const columns = telemetry?.rows(0, 1);
  for (const quantity of [...norms, ...(processes === 1 ? statistics : [])])
    for (const [item, expected] of (engine.first?.[quantity] ?? []).entries()) {
      const actual = columns?.[quantity][item] ?? 0;
      const allowed = 1e-3 * Math.abs(expected) + 1e-6;
      if (Number.isNaN(expected)) expect(actual).toBeNaN();
      else expect(Math.abs(actual - expected), `${quantity} ${item}`).toBeLessThan(allowed);
    }
}
