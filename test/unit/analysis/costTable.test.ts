import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { costTable } from '../../../src/network/analysis/costTable';
import { costTableAsCsv, costTableAsMarkdown } from '../../../src/network/analysis/costTableText';
import { chainOf } from './networks';

const document = chainOf([
  ['input', 'input', { height: 28, width: 28, channels: 1 }],
  ['conv1', 'conv2d', { filters: 6, kernelSize: [5, 5], padding: 'same' }],
  ['norm1', 'batchNorm'],
  ['pool1', 'maxPool2d'],
  ['flatten', 'flatten'],
  ['fc1', 'dense', { units: 10 }],
  ['output', 'output'],
]);
const analysis = analyse(document);
const rows = costTable(document, analysis);

/** Reads comma-separated values as RFC 4180 defines them. */
function parseCsv(text: string): readonly (readonly string[])[] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)]
        .slice(0, -1)
        .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    );
}

describe('costTable', () => {
  it('has a row for each layer, in the order of data, with shape, field and cost', () => {
    expect(rows.map(({ id }) => id)).toEqual(document.nodes.map(({ id }) => id));
    expect(rows[1]).toEqual({
      id: 'conv1',
      label: 'conv1',
      title: 'Conv 5×5, 6',
      outputShape: [28, 28, 6],
      receptiveField: { type: 'window', size: [5, 5], step: [1, 1] },
      trainable: 156,
      nonTrainable: 0,
      frozen: 0,
      macs: 28 * 28 * 25 * 6,
      activations: 28 * 28 * 6 * 4,
      usedInTraining: true,
    });
  });

  it('adds up to the totals of the analysis', () => {
    const sum = (pick: (row: (typeof rows)[number]) => number) =>
      rows.reduce((total, row) => total + pick(row), 0);
    expect({
      trainable: sum(({ trainable }) => trainable),
      nonTrainable: sum(({ nonTrainable }) => nonTrainable),
      frozen: sum(({ frozen }) => frozen),
      macs: sum(({ macs }) => macs),
    }).toEqual(analysis.totals);
  });
});

describe('costTableAsCsv', () => {
  it('is read back as it was written, whatever a layer is called', () => {
    const name = 'first, "second"';
    const lines = parseCsv(costTableAsCsv(rows.map((row) => ({ ...row, label: name }))));
    expect(lines).toHaveLength(rows.length + 1);
    expect(new Set(lines.map((cells) => cells.length))).toEqual(new Set([8]));
    for (const cells of lines.slice(1)) expect(cells[0]).toBe(name);
    expect(lines[2]?.slice(1)).toEqual(['Conv 5×5, 6', '28×28×6', '5×5', '156', '0', '117600', '18816']);
  });
});

describe('costTableAsMarkdown', () => {
  it('ends with the totals, and keeps names from becoming columns or markup', () => {
    const text = costTableAsMarkdown(
      rows.map((row) => ({ ...row, label: 'a|b *c*' })),
      analysis.totals,
    );
    const lines = text.trimEnd().split('\n');
    for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(9);
    expect(lines.at(-1)).toContain(`**${analysis.totals.trainable}**`);
    expect(lines[3]).toContain('a\\|b \\*c\\*');
  });
});
