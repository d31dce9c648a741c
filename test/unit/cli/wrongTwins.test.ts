import { expect, test } from 'vitest';
import { runCommand } from './runCommand';

test.each<[string, string[], RegExp]>([
  [
    'a network without a counterpart',
    ['twin', 'lenet-5'],
    /nowhere .* in a row that no shortcut skips yet\.\n.*Or name the network to compare with: --against/,
  ],
  [
    'a twin that there is not',
    ['twin', 'plain-20-cifar', '--against', 'resnet-20-cifr'],
    /Did you mean resnet-20-cifar\?/,
  ],
  [
    'a twin for other images',
    ['twin', 'plain-20-cifar', '--dataset', 'synthetic', '--against', 'lenet-5'],
    /28×28×1/,
  ],
])('%s ends a comparison with exit code 2 and a sentence', async (_, words, message) => {
  const { code, stdout, stderr } = await runCommand(words);
  expect(stderr).toMatch(message);
  expect([code, stdout]).toEqual([2, '']);
});
