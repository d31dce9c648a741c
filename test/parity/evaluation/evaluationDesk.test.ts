import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import type { EngineCommand, EngineEvent, EngineEventOf } from '../../../src/protocol/engineMessages';
import { engineEventSchema } from '../../../src/protocol/engineMessages';
import { smallNetwork } from '../training/smallRun';

const runsFolder = mkdtempSync(join(tmpdir(), 'layerwise-evaluation-'));
const events: EngineEvent[] = [];
const engine = createEngine((event) => events.push(engineEventSchema.parse(event)), { runsFolder });
afterAll(async () => {
  await engine.dispose();
  rmSync(runsFolder, { recursive: true });
});

const dataset = {
  type: 'synthetic',
  variant: 'patterns',
  ...{ height: 28, width: 28, channels: 1, classes: 10, noise: 5, seed: 1 },
  ...{ trainingImages: 900, testImages: 300 },
} as const;

function find<Type extends EngineEvent['type']>(
  type: Type,
  fits: (event: EngineEventOf<Type>) => boolean,
): Promise<EngineEventOf<Type>> {
  return vi.waitUntil(
    () => events.find((event): event is EngineEventOf<Type> => event.type === type && fits(event as never)),
    { timeout: 30_000, interval: 5 },
  );
}

let project: ReturnType<typeof projectSchema.parse>;
let folder = '';
let lastEpoch: EngineEventOf<'epoch'>;

beforeAll(async () => {
  project = projectSchema.parse(smallNetwork({ batchSize: 50, epochs: 3, dataset, validationSplit: 0.2 }));
  engine.handle({ type: 'train', runId: 'run', project });
  await find('ended', ({ runId }) => runId === 'run');
  folder = (await find('recorded', ({ runId }) => runId === 'run')).folder;
  lastEpoch = await find('epoch', ({ epoch }) => epoch === 3);
}, 60_000);

/** The engine's answer. */
async function ask<Type extends EngineEvent['type']>(
  type: Type,
  command: Extract<EngineCommand, { readonly requestId: string }>,
): Promise<EngineEventOf<Type>> {
  engine.handle(command);
  const answer = await vi.waitUntil(
    () =>
      events.find(
        (event) =>
          'requestId' in event &&
          event.requestId === command.requestId &&
          event.type !== 'evaluationProgress',
      ),
    { timeout: 30_000, interval: 5 },
  );
  if (answer.type !== type) throw new Error(JSON.stringify(answer));
  return answer as EngineEventOf<Type>;
}

const last = (requestId: string) => ({
  requestId,
  network: { type: 'run' as const, folder, checkpoint: 'last' as const },
});
test('a project that begins with the weights of a run answers as the run does, and is not trained', async () => {
  const best = { type: 'run' as const, folder, checkpoint: 'best' as const };
  const begun = { ...project, startingWeights: { type: 'run' as const, run: folder, name: 'the run' } };
  const evaluate = { type: 'evaluate', split: 'validation' } as const;
  const there = await ask('evaluated', { ...evaluate, requestId: 'run', network: best });
  const here = await ask('evaluated', {
    ...evaluate,
    requestId: 'project',
    network: { type: 'project', project: begun },
  });
  expect(here).toMatchObject({ folder: null, checkpoint: null, loss: there.loss, accuracy: there.accuracy });
  expect(here.accuracy).toBeGreaterThan(0.2);
  const drawn = { type: 'project' as const, project };
  const failed = await ask('evaluationFailed', { ...evaluate, requestId: 'none', network: drawn });
  expect(failed.message).toContain('has no weights yet');
});

const anyMap = { node: null, classNumber: null };

test('over the validation images it has the accuracy and loss that training wrote down at that checkpoint', async () => {
  const answer = await ask('evaluated', { type: 'evaluate', ...last('validation'), split: 'validation' });
  expect(answer.images).toBe(180);
  expect(answer.matrix.reduce((sum, count) => sum + count, 0)).toBe(180);
  expect(answer.accuracy).toBeCloseTo(lastEpoch.validationMetric ?? Number.NaN, 6);
  expect(answer.loss).toBeCloseTo(lastEpoch.validationLoss ?? Number.NaN, 5);
  expect(answer.recorded?.metric).toBeCloseTo(answer.accuracy, 6);
  expect(answer.mistakeCount).toBe(Math.round(180 * (1 - answer.accuracy)));
  expect(answer.mistakes.numbers).toHaveLength(Math.min(400, answer.mistakeCount));
  expect(answer.mistakes.pictures.pixels).toHaveLength(answer.mistakes.numbers.length * 28 * 28 * 4);
  expect(events.some((event) => event.type === 'evaluationProgress')).toBe(true);
});

test('over the test images nothing was written down, where others were held out', async () => {
  const answer = await ask('evaluated', { type: 'evaluate', ...last('test'), split: 'test' });
  expect([answer.images, answer.recorded]).toEqual([300, null]);
});

test('a mistake asked again gets the same answer', async () => {
  const { mistakes } = await ask('evaluated', { type: 'evaluate', ...last('again'), split: 'test' });
  const [number = 0, label, prediction] = [mistakes.numbers[0], mistakes.labels[0], mistakes.predictions[0]];
  const image = { type: 'example', split: 'test', number } as const;
  const answer = await ask('predicted', { type: 'predict', ...last('one'), image, map: anyMap });
  expect(answer.example).toEqual({ label, number, outOf: 300 });
  expect(answer.probabilities.indexOf(Math.max(...answer.probabilities))).toBe(prediction);
  expect(answer.probabilities[prediction ?? 0]).toBeCloseTo(mistakes.probabilities[0] ?? Number.NaN, 5);
});

test('a drawing is answered with probabilities, and with what the network saw', async () => {
  const values = Float32Array.from({ length: 784 }, (_, place) => (place % 28 === 14 ? 1 : 0));
  const image = { type: 'drawing', values } as const;
  const answer = await ask('predicted', { type: 'predict', ...last('drawn'), image, map: anyMap });
  expect(answer.probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
  expect([...answer.picture.pixels.subarray(4 * 14, 4 * 14 + 4)]).toEqual([255, 255, 255, 255]);
  expect(answer.map?.values).toHaveLength((answer.map?.height ?? 0) * (answer.map?.width ?? 0));
  const opened = await ask('trainedOpened', { type: 'openTrained', ...last('opened') });
  expect(opened.layers.map(({ id }) => id)).toContain(opened.usualLayer);
  expect(answer.map?.node).toBe(opened.usualLayer);
});

test('a file that is no image is refused in words', async () => {
  const image = { type: 'file', name: 'notes.txt', bytes: new Uint8Array([1, 2, 3]), invert: false } as const;
  const answer = await ask('evaluationFailed', { type: 'predict', ...last('text'), image, map: anyMap });
  expect(answer.message).toMatch(/^notes\.txt can't be decoded: /);
});

test('an evaluation that is stopped answers nothing, and the next one does', async () => {
  engine.handle({ type: 'evaluate', ...last('stopped'), split: 'test' });
  engine.handle({ type: 'stopEvaluation', requestId: 'stopped' });
  await ask('evaluated', { type: 'evaluate', ...last('after'), split: 'test' });
  expect(events.some((event) => 'requestId' in event && event.requestId === 'stopped')).toBe(false);
});

test('without the dataset a drawing is still answered, from what the run has written down', async () => {
  const path = join(runsFolder, folder, 'run.json');
  const record = JSON.parse(readFileSync(path, 'utf8'));
  const image = { type: 'drawing', values: new Float32Array(784).fill(0.5) } as const;
  const before = await ask('predicted', { type: 'predict', ...last('there'), image, map: anyMap });
  record.document.training.dataset = {
    ...{ type: 'arrays', path: '/gone.npz', height: 28, width: 28, channels: 1, testShare: 0.2 },
    ...{ splitSeed: 1, classes: 10, trainingImages: 900, testImages: 300 },
  };
  writeFileSync(path, JSON.stringify(record));
  const opened = await ask('trainedOpened', { type: 'openTrained', ...last('gone') });
  expect(opened.classNames).toHaveLength(10);
  const answer = await ask('predicted', { type: 'predict', ...last('still'), image, map: anyMap });
  expect(answer.probabilities).toEqual(before.probabilities);
  const failed = await ask('evaluationFailed', { type: 'evaluate', ...last('lost'), split: 'test' });
  expect(failed.message).toContain('/gone.npz');
});

test('a run without a checkpoint says when there will be one', async () => {
  rmSync(join(runsFolder, folder, 'checkpoints'), { recursive: true });
  expect(existsSync(join(runsFolder, folder, 'run.json'))).toBe(true);
  const failed = await ask('evaluationFailed', { type: 'openTrained', ...last('bare') });
  expect(failed.message).toBe('This run has kept no weights yet.');
});
