import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openKeptRun } from '../../../src/engine/runs/keptRun';
import { runCommand } from '../../unit/cli/runCommand';
import { temporaryFolder } from '../../unit/runs/temporaryFolder';

const folder = temporaryFolder();
const train = ['train', 'lenet-5', '--dataset', 'synthetic', '--fit', '--steps', '2', '--json'];

test('the command line begins with the weights of a run, and says what is drawn anew', async () => {
  const first = join(folder.path, 'first');
  expect(await runCommand([...train, '--out', first])).toMatchObject({ code: 0 });
  const same = await runCommand([...train, '--weights', first]);
  expect(same).toMatchObject({ code: 0, stderr: expect.stringContaining('10 of 10 weights from') });
  const other = await runCommand([...train, '--data', 'classes=3', '--weights', first]);
  expect(other.code).toBe(0);
  expect(other.stderr).toContain('8 of 10 weights from');
  expect(other.stderr).toContain('Drawn anew: fc3/bias, 3, in place of 10.');
}, 60_000);

test('it replaces the head, freezes layers and blocks, and gives layers learning rates of their own', async () => {
  const first = join(folder.path, 'body');
  const second = join(folder.path, 'tuned');
  expect(await runCommand([...train, '--out', first])).toMatchObject({ code: 0 });
  const options = ['--weights', first, '--new-head', '--learning-rate-of', 'fc*=0.001'];
  const tuned = await runCommand([...train, ...options, '--out', second]);
  expect(tuned).toMatchObject({ code: 0, stderr: expect.stringContaining('8 of 10 weights from') });
  expect(tuned.stderr).toContain('Drawn anew: fc4/kernel, 84 × 10, which is not there.');
  const [start] = tuned.stdout.split('\n').map((line) => JSON.parse(line || '{}'));
  expect(start).toMatchObject({ type: 'start', trainable: 850, frozen: 82_276 });

  const [before, after] = [openKeptRun(first), openKeptRun(second)];
  const { nodes, startingWeights } = after.record.document;
  expect(nodes.filter(({ frozen }) => frozen).map(({ id }) => id)).toEqual(['conv1', 'conv2', 'fc1', 'fc2']);
  const { learningRate } = after.record.document.training;
  expect(nodes.find(({ id }) => id === 'fc4')?.learningRateFactor).toBeCloseTo(0.001 / learningRate);
  expect(startingWeights).toMatchObject({ type: 'file', name: 'body' });
  expect(after.record.startingWeights?.drawn).toEqual(['fc4/kernel', 'fc4/bias']);
  for (const [name, values] of after.checkpoint?.weights ?? [])
    if (!name.startsWith('fc4/')) expect(values).toEqual(before.checkpoint?.weights.get(name));

  expect(await runCommand(['replay', second, '--json'])).toMatchObject({ code: 0 });
}, 60_000);

test('a project finds its weights from its own folder', async () => {
  const run = join(folder.path, 'run');
  const project = join(folder.path, 'net.layerwise');
  expect(await runCommand([...train, '--out', run])).toMatchObject({ code: 0 });
  expect(await runCommand([...train, '--weights', run, '--out', join(folder.path, 'again')])).toMatchObject({
    code: 0,
  });
  const { document } = openKeptRun(join(folder.path, 'again')).record;
  const best = document.startingWeights?.type === 'file' ? document.startingWeights.path : '';
  const path = best.slice(folder.path.length + 1);
  const startingWeights = { ...document.startingWeights, path };
  writeFileSync(project, JSON.stringify({ format: 'layerwise', version: 5, ...document, startingWeights }));
  const again = ['train', project, '--steps', '1', '--json'];
  expect((await runCommand(again)).stderr).toContain('10 of 10 weights from');
  expect((await runCommand(['describe', project])).stdout).toContain('Starts from the weights of run');
  writeFileSync(best, readFileSync(best).subarray(1));
  const changed = await runCommand(again);
  expect(changed.code).not.toBe(0);
  expect(changed.stderr).toMatch(/can't be read|changed/);
}, 60_000);

test.each([
  [['--freeze', 'fc9'], 'no layer or block is called "fc9"'],
  [['--freeze', 'relu*'], 'of what "relu*" names, nothing has weights'],
  [['--freeze', '*'], 'All layers that have weights are frozen'],
  [['--learning-rate-of', 'conv1'], '--learning-rate-of does not know "conv1"'],
  [['--learning-rate-of', 'conv1=0'], '--learning-rate-of does not know "conv1=0"'],
  [['--weights', 'nowhere'], 'nowhere'],
])('%s is refused with advice', async (options, message) => {
  const refused = await runCommand([...train, ...options]);
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain(message);
});
