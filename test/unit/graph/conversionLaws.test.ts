import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { applyEdit } from '../../../src/network/graph/edits';
import { toPlain } from '../../../src/network/graph/shortcuts/toPlain';
import { toResidual } from '../../../src/network/graph/shortcuts/toResidual';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { around, type Layer } from '../analysis/networks';
import { content, plain, residualChoices } from './conversions';
import { documents } from './documentArbitraries';

describe('any network', () => {
  const layer = fc.constantFrom<readonly [string, LayerConfig]>(
    ['conv2d', { filters: 4 }],
    ['conv2d', { filters: 8, strides: [2, 2] }],
    ['conv2d', { filters: 8, useBias: false, kernelSize: [1, 1] }],
    ['conv2d', { filters: 4, padding: 'valid' }],
    ['batchNorm', {}],
    ['relu', {}],
    ['maxPool2d', {}],
    ['zeroPad2d', {}],
  );
  it('that is a chain is itself again after both conversions, and its layers keep their weights', () => {
    fc.assert(
      fc.property(fc.array(layer, { minLength: 2, maxLength: 20 }), residualChoices, (layers, choice) => {
        const document = around(layers.map(([kind, config], index): Layer => [`l${index}`, kind, config]));
        const analysis = analyse(document);
        const result = toResidual(document, analysis, choice);
        if ('problem' in result) return;
        const { document: converted, inverse } = applyEdit(document, result.edit);
        const after = analyse(converted);
        expect(after.problems.filter(({ node }) => node?.startsWith('add'))).toEqual([]);
        for (const { id } of document.nodes) {
          const [weights, before] = [after.nodes.get(id)?.weights, analysis.nodes.get(id)?.weights];
          expect(weights?.map(({ shape }) => shape)).toEqual(before?.map(({ shape }) => shape));
        }
        expect(content(plain(converted).document)).toBe(content(document));
        expect(content(applyEdit(converted, inverse).document)).toBe(content(document));
      }),
      { numRuns: 300 },
    );
  });

  it('drawn anyhow is refused with advice or converted, and undoing that is exact', () => {
    fc.assert(
      fc.property(documents, residualChoices, (document, choice) => {
        const analysis = analyse(document);
        for (const result of [toResidual(document, analysis, choice), toPlain(document, analysis)]) {
          if ('problem' in result) {
            expect(result.problem.advice).not.toBe('');
            continue;
          }
          const { document: converted, inverse } = applyEdit(document, result.edit);
          expect(content(applyEdit(converted, inverse).document)).toBe(content(document));
        }
      }),
      { numRuns: 300 },
    );
  });
});
