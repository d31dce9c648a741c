import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readMnist } from '../../../src/engine/data/mnist';
import { pytorchForm } from '../../../src/engine/exporting/pytorchForm';
import { listRuns } from '../../../src/engine/runs/listRuns';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import {
  expectSameFirstStep,
  expectSameLosses,
  lossesOf,
  templateDocument,
  trainInEngine,
} from './engineTraining';
import { mnistFolder } from './mnistFolder';
import { readmeCommands, runCommand, startTraining, writeProject } from './projectRun';
import { checkResidualProject } from './residualProject';

const steps = 50;
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'layerwise-project-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('LeNet-5’s project trains as its README says: with the engine’s losses, in one process and in two, stopped and resumed', async () => {
  const folder = join(root, 'lenet');
  const document = templateDocument('lenet-5');
  await writeProject(pytorchForm, folder, document);
  const runs = join(folder, 'runs');
  const [one = [], many = [], resume = []] = readmeCommands(folder, mnistFolder);
  const train = (command: readonly string[], run: string, count: number) =>
    runCommand('pytorch', folder, [...command, '--steps', `${count}`, '--out', join(runs, run)]);
  await train(one, 'one', steps);
  await train(many, 'two', steps / 2);
  // One that was resumed measures its last step before the stop and all after it: none is missing, none is there twice.
  await train(resume, 'two', steps);

  const engine = trainInEngine(document, await readMnist(), steps);
  expectSameLosses(lossesOf(join(runs, 'one')), engine.losses);
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
}, 300_000);

test('a run is open to Layerwise while it grows, and after it was killed goes on where its checkpoint is', async () => {
  const folder = join(root, 'live');
  await writeProject(pytorchForm, folder, templateDocument('lenet-5'));
  const run = join(folder, 'run');
  const parameters = ['--data', mnistFolder, '--out', run, '--checkpoint-every', '20'] as const;
  const training = await startTraining('pytorch', folder, parameters);
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

  await runCommand('pytorch', folder, ['python', 'train.py', ...parameters, '--steps', '150', '--resume']);
  const finished = openRunFolder(run);
  expect(finished).toMatchObject({ state: 'finished', damage: [] });
  expect([...(finished.telemetry?.steps ?? [])]).toEqual(Array.from({ length: 150 }, (_, step) => step + 1));
}, 300_000);

test('ResNet-20’s project trains with the engine’s losses, its images moved and mirrored alike', async () => {
  await checkResidualProject({ ...pytorchForm, id: 'pytorch' }, join(root, 'resnet'));
}, 300_000);
