import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMnist } from '../../../src/engine/data/mnist';
import { kerasForm } from '../../../src/engine/exporting/kerasForm';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import {
  expectSameFirstStep,
  expectSameLosses,
  lossesOf,
  templateDocument,
  trainInEngine,
} from './engineTraining';
import { mnistFolder } from './mnistFolder';
import { readmeCommands, runCommand, writeProject } from './projectRun';
import { checkResidualProject } from './residualProject';

const steps = 50;
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'layerwise-project-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('LeNet-5’s project trains as its README says, with the engine’s losses, stopped and resumed', async () => {
  const folder = join(root, 'lenet');
  const document = templateDocument('lenet-5');
  await writeProject(kerasForm, folder, document);
  const [begin = [], resume = []] = readmeCommands(folder, mnistFolder);
  await runCommand('keras', folder, [...begin, '--steps', `${steps / 2}`]);
  await runCommand('keras', folder, [...resume, '--steps', `${steps}`]);

  const run = join(folder, 'run');
  const engine = trainInEngine(document, await readMnist(), steps);
  expectSameLosses(lossesOf(run), engine.losses);
  expectSameFirstStep(run, engine);
  const { state, checkpoints, telemetry } = openRunFolder(run);
  expect(state).toBe('finished');
  expect(checkpoints.map(({ name, step }) => [name, step])).toEqual([['last', steps]]);
  expect([...(telemetry?.steps ?? [])]).toEqual(Array.from({ length: steps }, (_, step) => step + 1));
}, 300_000);

test('ResNet-20’s project trains with the engine’s losses, its images moved and mirrored alike', async () => {
  await checkResidualProject({ ...kerasForm, id: 'keras' }, join(root, 'resnet'));
}, 300_000);
