import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem, machinePart } from '../../../src/main/report/describeProblem';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { namelessNetwork, namelessNetworkText } from '../../../src/network/graph/namelessNetwork';
import { reportFiles, reportPartIds } from '../../../src/protocol/problemReport';
import { documents } from '../graph/documentArbitraries';

describe('a network without its names', () => {
  const secret = fc.stringMatching(/^zq[a-z0-9]{8}$/);

  it('holds no word that a person has written, and every layer with its inputs', () => {
    fc.assert(
      fc.property(documents, secret, (document, word) => {
        const nodes = document.nodes.map((node, index) => ({ ...node, label: `${word} ${index}` }));
        const blocks = document.blocks.map((block) => ({ ...block, label: word }));
        const dataset = { type: 'cifar-10' as const, path: `/data/${word}` };
        const named: NetworkDocument = {
          ...document,
          ...{ name: word, nodes, blocks },
          training: { ...document.training, dataset },
          startingWeights: { type: 'file', path: `/weights/${word}`, name: word, sha256: '0'.repeat(64) },
        };
        const nameless = namelessNetwork(named);
        expect(namelessNetworkText(named)).not.toContain(word);
        expect(JSON.parse(namelessNetworkText(named))).toEqual(nameless);
        expect(nameless.layers.map(({ kind }) => kind)).toEqual(nodes.map(({ kind }) => kind));
        const inputs = nameless.layers.flatMap(({ from }) => from);
        expect(inputs).toHaveLength(document.edges.length);
        for (const place of inputs) expect(nodes[place]).toBeDefined();
      }),
    );
  });
});

describe('the parts of a report', () => {
  const nothing = { problem: null, device: null, network: null };
  const own = { versions: 'Layerwise 1', settings: {}, log: '', run: null };
  const redact = (text: string): string => text.replaceAll('ann', '<user>');

  it('are those that there is something for, in a fixed order, under names of their own', () => {
    const ids = (found: Parameters<typeof describeProblem>[0], more: object) =>
      describeProblem(found, { ...own, ...more }, redact).map(({ id }) => id);
    expect(ids(nothing, {})).toEqual(['versions', 'settings']);
    const all = { problem: 'p', device: 'd', network: 'n' };
    expect(ids(all, { log: 'l', run: { step: 1 } })).toEqual(reportPartIds.filter((id) => id !== 'machine'));
    expect(new Set(Object.values(reportFiles)).size).toBe(reportPartIds.length);
  });

  it('hold nothing private, wherever it stands', () => {
    const found = { problem: 'by ann', device: '"ann"', network: 'ann' };
    const everywhere = {
      versions: 'ann',
      settings: { a: 'ann' },
      log: 'ann',
      run: ['ann'],
    };
    const parts = [...describeProblem(found, everywhere, redact), machinePart({ ann: 1 }, redact)];
    for (const { text } of parts) {
      expect(text).toContain('<user>');
      expect(text).not.toContain('ann');
    }
  });
});
