import { expect, test } from 'vitest';
import { runCommand } from './runCommand';

test.each<[string, string[], RegExp]>([
  [
    'a remedy with no file to write it to',
    ['probe', 'lenet-5', '--apply', 'relu'],
    /--apply and --out go together\.\nWrite for example --apply/,
  ],
  ['no seed at all', ['probe', 'lenet-5', '--seeds', '0'], /--seeds.*must be at least 1/],
  ['data of another shape than the network takes', ['probe', 'lenet-5', '--dataset', 'synthetic'], /32×32×3/],
])('%s ends a probe with exit code 2 and a sentence', async (_, words, message) => {
  const { code, stdout, stderr } = await runCommand(words);
  expect(stderr).toMatch(message);
  expect([code, stdout]).toEqual([2, '']);
});
