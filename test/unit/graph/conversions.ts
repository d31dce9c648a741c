import fc from 'fast-check';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { shortcutOptions } from '../../../src/network/graph/shortcuts/shortcutOption';
import { toPlain } from '../../../src/network/graph/shortcuts/toPlain';
import { type ResidualChoice, toResidual } from '../../../src/network/graph/shortcuts/toResidual';
import { chainOf, type Layer } from '../analysis/networks';

/** Ways to make a network residual. */
export const residualChoices = fc.record({
  every: fc.integer({ min: 1, max: 3 }),
  option: fc.constantFrom(...shortcutOptions),
  join: fc.constantFrom('beforeActivation' as const, 'afterActivation' as const, 'preActivation' as const),
});

/** A plain network of 6n + 2 layers for 32×32 colour images, as He et al. 2015, §4.2 describe it. */
export function plainCifar(n: number): NetworkDocument {
  const convolution = (name: string, filters: number, stride: number): readonly Layer[] => [
    [`conv${name}`, 'conv2d', { filters, strides: [stride, stride], useBias: false }],
    [`bn${name}`, 'batchNorm'],
    [`relu${name}`, 'relu'],
  ];
  const body = [16, 32, 64].flatMap((filters, stage) =>
    Array.from({ length: 2 * n }, (_, layer) =>
      convolution(`${stage + 2}_${layer + 1}`, filters, stage > 0 && layer === 0 ? 2 : 1),
    ).flat(),
  );
  return chainOf([
    ['input', 'input', { height: 32, width: 32, channels: 3 }],
    ...convolution('1', 16, 1),
    ...body,
    ['pool', 'globalAveragePool2d'],
    ['fc', 'dense', { units: 10 }],
    ['output', 'output'],
  ]);
}

export const usual: ResidualChoice = { every: 2, option: 'B', join: 'beforeActivation' };

export function residual(document: NetworkDocument, choice: Partial<ResidualChoice> = {}) {
  const result = toResidual(document, analyse(document), { ...usual, ...choice });
  if ('problem' in result) throw new Error(result.problem.message);
  return { ...applyEdit(document, result.edit), shortcuts: result.shortcuts };
}

export function plain(document: NetworkDocument, selection?: ReadonlySet<string>) {
  const result = toPlain(document, analyse(document), selection);
  if ('problem' in result) throw new Error(result.problem.message);
  return { ...applyEdit(document, result.edit), shortcuts: result.shortcuts };
}

export const trainable = (document: NetworkDocument) => analyse(document).totals.trainable;
export const content = (document: NetworkDocument) => JSON.stringify(document);
