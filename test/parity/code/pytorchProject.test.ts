import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readMnist } from '../../../src/engine/data/mnist';
import { pytorchForm } from '../../../src/engine/exporting/pytorchForm';
import { listRuns } from '../../../src/engine/runs/listRuns';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import { optimizerDefaults } from '../../../src/network/graph/trainingSettings';
import {
  expectSameFirstStep,
  expectSameLosses,
  lossesOf,
  templateDocument,
  trainInEngine,
} from './engineTraining';
import { mnistFolder } from './mnistFolder';
import { type OptimizerProject, optimizerProjects } from './optimizerProjects';
import { readmeCommands, runCommand, runTogether, startTraining, writeProject } from './projectRun';
import { fineTunedProject, type ResidualProject, residualProject } from './residualProject';

const steps = 50;
const root = mkdtempSync(join(tmpdir(), 'layerwise-project-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const document = templateDocument('lenet-5');
const folder = join(root, 'lenet');
const runs = join(folder, 'runs');
let residual: ResidualProject;
let fineTuned: ResidualProject;
let optimizers: readonly OptimizerProject[];

beforeAll(async () => {
  await writeProject(pytorchForm, folder, document);
  residual = await residualProject(pytorchForm, join(root, 'resnet'));
  fineTuned = await fineTunedProject(pytorchForm, join(root, 'frozen'));
  optimizers = await optimizerProjects(pytorchForm, root);
  const [one = [], many = [], resume = []] = readmeCommands(folder, mnistFolder);
  const training = (words: readonly string[], run: string, count: number) => ({
    folder,
    words: [...words, '--steps', `${count}`, '--out', join(runs, run)],
  });
  await runCommand('pytorch', training(one, 'one', steps));
  await runCommand('pytorch', training(many, 'two', steps / 2));
  await runTogether('pytorch', [
    training(resume, 'two', steps),
    residual.command,
    fineTuned.command,
    ...optimizers.map(({ command }) => command),
  ]);
}, 300_000);

test('LeNet-5’s project trains as its README says: with the engine’s losses, in one process and in two, stopped and resumed', async () => {
  const engine = trainInEngine(document, await readMnist(), steps);
  expectSameLosses(lossesOf(join(runs, 'one')), engine.losses);
  // One that was resumed measures its last step before the stop and all after it: none is missing, none is there twice.
  expectSameLosses(lossesOf(join(runs, 'two')), engine.losses);
  const listed = listRuns(runs);
  expect(listed.broken).toEqual([]);
  expect(listed.runs.map(({ state, step }) => [state, step])).toEqual(
    Array.from({ length: 2 }, () => ['finished', steps]),
  );
  for (const [processes, name] of [
    [1, 'one'],
    [2, 'two'],
  ] as const) {
    const run = join(runs, name);
    expectSameFirstStep(run, engine, processes);
    expect(openRunFolder(run).checkpoints.map((one) => [one.name, one.step])).toEqual([['last', steps]]);
  }
});

test('ResNet-20’s project trains with the engine’s losses, its images moved and mirrored alike', () =>
  residual.check());

test('frozen layers stay as they are and others learn at rates of their own, as in the engine', () =>
  fineTuned.check());

test.each(Object.keys(optimizerDefaults))('%s moves weights as in the engine', async (type) => {
  const project = optimizers.find((one) => one.type === type);
  project?.check(await readMnist());
  expect(project).toBeDefined();
});

test('a run is open to Layerwise while it grows, and after it was killed goes on where its checkpoint is', async () => {
  const live = join(root, 'live');
  await writeProject(pytorchForm, live, document);
  const run = join(live, 'run');
  const parameters = ['--data', mnistFolder, '--out', run, '--checkpoint-every', '20'] as const;
  const training = await startTraining('pytorch', live, parameters);
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

  const words = ['python', 'train.py', ...parameters, '--steps', '150', '--resume'];
  await runCommand('pytorch', { folder: live, words });
  const finished = openRunFolder(run);
  expect(finished).toMatchObject({ state: 'finished', damage: [] });
  expect([...(finished.telemetry?.steps ?? [])]).toEqual(Array.from({ length: 150 }, (_, step) => step + 1));
}, 300_000);
