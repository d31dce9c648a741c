import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMnist } from '../../../src/engine/data/mnist';
import { kerasForm } from '../../../src/engine/exporting/kerasForm';
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
import { readmeCommands, runCommand, runTogether, writeProject } from './projectRun';
import { fineTunedProject, type ResidualProject, residualProject } from './residualProject';

const steps = 50;
const document = templateDocument('lenet-5');
const root = mkdtempSync(join(tmpdir(), 'layerwise-project-'));
const folder = join(root, 'lenet');
let residual: ResidualProject;
let fineTuned: ResidualProject;
let optimizers: readonly OptimizerProject[];

beforeAll(async () => {
  await writeProject(kerasForm, folder, document);
  residual = await residualProject(kerasForm, join(root, 'resnet'));
  fineTuned = await fineTunedProject(kerasForm, join(root, 'frozen'));
  optimizers = await optimizerProjects(kerasForm, root);
  const [begin = [], resume = []] = readmeCommands(folder, mnistFolder);
  await runCommand('keras', { folder, words: [...begin, '--steps', `${steps / 2}`] });
  const resumed = { folder, words: [...resume, '--steps', `${steps}`] };
  await runTogether('keras', [
    resumed,
    residual.command,
    fineTuned.command,
    ...optimizers.map(({ command }) => command),
  ]);
}, 300_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('LeNet-5’s project trains as its README says, with the engine’s losses, stopped and resumed', async () => {
  const run = join(folder, 'run');
  const engine = trainInEngine(document, await readMnist(), steps);
  expectSameLosses(lossesOf(run), engine.losses);
  expectSameFirstStep(run, engine);
  const { state, checkpoints, telemetry } = openRunFolder(run);
  expect(state).toBe('finished');
  expect(checkpoints.map(({ name, step }) => [name, step])).toEqual([['last', steps]]);
  // One that was resumed measures its last step before the stop and all after it: none is missing, none is there twice.
  expect([...(telemetry?.steps ?? [])]).toEqual(Array.from({ length: steps }, (_, step) => step + 1));
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
