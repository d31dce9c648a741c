import { describe, expect, test } from 'vitest';
import { runCommand } from './runCommand';

async function expectRefusal(words: readonly string[], message: RegExp): Promise<void> {
  const { code, stdout, stderr } = await runCommand(words);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n {4}at /);
  expect([code, stdout]).toEqual([2, '']);
}

describe('a dataset that is not as it should be', () => {
  test.each<[string, string[], RegExp]>([
    [
      'a name with a slip',
      ['--dataset', 'cifar10'],
      /neither a dataset nor a folder or file "cifar10"\.\nDid you mean cifar-10\?/,
    ],
    ['a path to nothing', ['--dataset', './nowhere'], /There is no file or folder .*nowhere\./],
    [
      'a setting that it has not',
      ['--dataset', 'synthetic', '--data', 'heigth=28'],
      /The dataset synthetic has no setting "heigth"\.\nDid you mean height\?/,
    ],
    ['a setting of a dataset without any', ['--data', 'height=28'], /It has none: leave --data out/],
    [
      'a setting out of its limits',
      ['--dataset', 'synthetic', '--data', 'height=0'],
      /--data height: .*expected number to be >=1/,
    ],
    ['a setting without a value', ['--dataset', 'synthetic', '--data', 'height'], /--data takes name=value/],
    ['an unknown augmentation', ['--augment', 'rotate'], /--augment does not know "rotate"\./],
    ['a crop that is too wide', ['--augment', 'crop=65'], /--augment does not know "crop=65"/],
    ['an unknown normalisation', ['--normalise', 'batch'], /Allowed choices are none, channel, pixel/],
    [
      'images of another size',
      ['--dataset', 'synthetic'],
      /Synthetic images are 32×32×3; input takes 28×28×1/,
    ],
  ])('%s', async (_, options, message) => {
    await expectRefusal(['train', 'lenet-5', ...options], message);
  });
});
