import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./cases/printActivations.mjs', import.meta.url));

test('TensorFlow’s optimizers get along with every activation behind a convolution or a dense layer', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toContain('leakyRelu');
  // Where one of them fails, the graph goes without it: a line, and slower steps.
  expect(stderr.split('\n').filter((line) => line.includes('failed'))).toEqual([]);
});
