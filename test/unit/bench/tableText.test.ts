import { describe, expect, it } from 'vitest';
import { type Race, racesOf } from '../../../scripts/bench/networks.mjs';
import { measurements } from '../../../scripts/bench/results.mjs';
import { tableEnd, tableStart, terminalTable, withRow } from '../../../scripts/bench/tableText.mjs';

const races = racesOf(null);
const [lenet] = racesOf(['lenet-5']);
const [resnet] = racesOf(['resnet-20']);
if (lenet === undefined || resnet === undefined) throw new Error('A network is missing.');
const measured = (ours: number, theirs: number) =>
  measurements(lenet, new Map([['layerwise', [ours]] as const, ['keras', [theirs, theirs / 2]] as const]));

describe('the table', () => {
  it('has a line for each contender in a terminal', () => {
    expect(terminalTable(lenet, measured(16_000, 12_000))).toEqual([
      'LeNet-5, batch 64       best   median    ratio',
      'Layerwise             16,000   16,000     1.00',
      'Keras                 12,000    9,000     0.75',
    ]);
  });

  const empty = `# Speed\n\n${tableStart}\n${tableEnd}\n\nThe end.\n`;

  const write = (text: string, race: Race, ours: number, theirs: number, machine = '2 cores') =>
    withRow(text, { race, measured: measured(ours, theirs), machine }, races);

  it('is written between its marks, in the order of the networks, a row for each', () => {
    const both = write(write(empty, resnet, 500, 400), lenet, 16_000, 12_000);
    expect(both).toBe(
      [
        '# Speed\n',
        `${tableStart}\n`,
        '| Network, batch | Layerwise | tfjs-node layers model | Keras | Keras, tf.function | PyTorch | PyTorch, channels last | Layerwise without TensorFlow |',
        '| --- | --: | --: | --: | --: | --: | --: | --: |',
        '| LeNet-5; 64 | 16,000 (16,000) 1.00 | – | 12,000 (9,000) 0.75 | – | – | – | – |',
        '| ResNet-20; 64 | 500 (500) 1.00 | – | 400 (300) 0.80 | – | – | – | – |',
        '',
        'Measured on 2 cores.',
        '',
        `${tableEnd}\n`,
        'The end.\n',
      ].join('\n'),
    );
  });

  it('replaces the row of a network that is measured again', () => {
    const again = write(write(empty, lenet, 16_000, 12_000), lenet, 17_000, 12_000);
    expect(again).toBe(write(empty, lenet, 17_000, 12_000));
  });

  it('keeps no rows of another machine', () => {
    const moved = write(write(empty, lenet, 16_000, 12_000), resnet, 900, 800, '4 cores');
    expect(moved).toBe(write(empty, resnet, 900, 800, '4 cores'));
  });

  it('is not written where there is no place for it', () => {
    expect(() => write('# Speed\n', lenet, 1, 1)).toThrow('no table to write into');
  });
});
