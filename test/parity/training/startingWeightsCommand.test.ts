import { join } from 'node:path';
import { expect, test } from 'vitest';
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
