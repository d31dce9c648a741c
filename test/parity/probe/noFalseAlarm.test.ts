import { expect, test } from 'vitest';
import { realData } from '../../realData';
import { runCommand } from '../../unit/cli/runCommand';

/** `npm run check:verdicts` trains the networks at their own settings; the tests train them smaller and shorter. */
const full = process.env['LAYERWISE_FULL_SIZE'] === '1';

interface Healthy {
  readonly name: string;
  readonly words: readonly string[];
  /** What makes it short. */
  readonly reduced: readonly string[];
}

const small = ['--dataset', 'synthetic', '--batch', '16', '--steps', '40'];
const healthy: readonly Healthy[] = [
  { name: 'LeNet-5 on MNIST', words: ['lenet-5'], reduced: [] },
  {
    name: 'VGG-16 with batch norm',
    words: ['vgg-16-bn', '--set', 'input=32', '--set', 'classes=10', '--set', 'hiddenUnits=512'],
    reduced: ['--set', 'width=0.125', ...small],
  },
  { name: 'ResNet-20', words: ['resnet-20-cifar'], reduced: ['--set', 'width=0.5', ...small] },
];

for (const { name, words, reduced } of healthy)
  test(`no alarm is given while ${name} trains`, { timeout: 900_000 }, async () => {
    const cifar = words[0] === 'lenet-5' || !full ? null : realData('cifar10');
    const data = cifar === null ? [] : ['--dataset', cifar];
    const size = full ? data : reduced;
    const { code, stdout, stderr } = await runCommand([
      'train',
      ...words,
      '--steps',
      '200',
      ...size,
      '--json',
    ]);
    expect(code, stderr).toBe(0);
    const lines: readonly unknown[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const end = lines.findLast((line) => typeof line === 'object' && line !== null && 'verdicts' in line);
    expect(end).toMatchObject({ verdicts: expect.any(Array) });
    const verdicts = (end as { readonly verdicts: readonly { readonly severity: string }[] }).verdicts;
    expect(verdicts.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
