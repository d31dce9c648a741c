import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePythonPeer, keepsCompiled } from '../../scripts/bench/pythonPeers.mjs';
import { mnistFolder } from '../parity/code/mnistFolder';
import { answerOpenDialog } from './dialogs';
import { type DrawnLayer, drawNetwork } from './drawNetwork';
import { expect, test } from './launchApplication';
import { card } from './networkCanvas';
import { picture } from './pictures';
import { openEmptyNetwork } from './projectMenu';
import { saveAs } from './projectWindow';
import { button, shownStep } from './trainingRun';

const layers: readonly DrawnLayer[] = [
  { kind: 'Input', name: 'input' },
  { kind: 'Conv2D', name: 'conv1', choices: { Kernel: '5×5' }, numbers: { Filters: '4' } },
  { kind: 'ReLU', name: 'relu1' },
  { kind: 'Max pool', name: 'pool1' },
  { kind: 'Flatten', name: 'flatten1' },
  { kind: 'Dense', name: 'fc1', numbers: { Units: '10' } },
  { kind: 'Output', name: 'output' },
];

test('what is drawn in the window trains in PyTorch on two processes, and its gradients are watched as they come', async ({
  application,
  page,
  folder,
}) => {
  test.setTimeout(90_000);
  const python = await ensurePythonPeer('pytorch');
  await openEmptyNetwork(page);
  await drawNetwork(page, layers);
  const project = join(folder, 'drawn.layerwise');
  await saveAs(application, page, project);

  const program = join(folder, 'program');
  const words = ['bin/layerwise.mjs', 'export', project, '--to', 'pytorch', '--out', program];
  execFileSync(process.execPath, words);
  const run = join(folder, 'on-two-processes');
  const launcher = ['-m', 'torch.distributed.run', '--standalone', '--nproc-per-node', '2'];
  const trainer = spawn(python, [...launcher, 'train.py', '--data', mnistFolder, '--out', run], {
    cwd: program,
    stdio: 'ignore',
    env: { ...process.env, ...keepsCompiled, OMP_NUM_THREADS: '1', GLOO_SOCKET_IFNAME: 'lo' },
  });
  try {
    await expect.poll(() => existsSync(join(run, 'run.json')), { timeout: 40_000 }).toBe(true);
    await answerOpenDialog(application, run);
    await button(page, 'Runs').click();
    await button(page, 'Open a run’s folder…').click();
    await expect(page.getByRole('status').filter({ hasText: 'trains this run' })).toBeVisible();
    await expect.poll(() => shownStep(page), { timeout: 30_000 }).toBeGreaterThan(10);
    const first = await shownStep(page);
    await expect.poll(() => shownStep(page), { timeout: 30_000 }).toBeGreaterThan(first);
    await expect(card(page, 'conv1')).toHaveAccessibleName(/gradient −?\d/);
    await picture(page, 'story');
    expect(trainer.exitCode).toBeNull();
  } finally {
    const ended = once(trainer, 'exit');
    if (trainer.exitCode === null) {
      trainer.kill();
      await ended;
    }
  }
});
