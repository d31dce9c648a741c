import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { toResidual } from '../../../src/network/graph/shortcuts/toResidual';
import type { Verdict, VerdictKind } from '../../../src/network/health/healthVerdict';
import { measuredDepths, measuredTable } from './measuredTable';
import { activationRatio, judged, onNoise, probed, withConfig } from './probedNetworks';

describe('a probe measures what PyTorch measured, within a factor of 3 by the geometric mean over five seeds', () => {
  for (const depth of measuredDepths)
    for (const { name, template, settings, ratios } of measuredTable)
      test(`${name}, depth ${depth}`, async () => {
        const document = onNoise(`${template}-${depth}-cifar`, settings);
        const ratio = activationRatio(document, await probed(document));
        if (ratios[depth] === 0) expect(ratio).toBeLessThan(1e-15);
        else {
          expect(ratio).toBeGreaterThan(ratios[depth] / 3);
          expect(ratio).toBeLessThan(ratios[depth] * 3);
        }
      });
});

describe('networks of that table are called vanishing or exploding where their numbers are, and not otherwise', () => {
  for (const depth of measuredDepths)
    for (const { name, template, settings, verdicts } of measuredTable)
      test(`${name}, depth ${depth}: ${verdicts[depth] ?? 'neither'}`, async () => {
        const found = await judged(onNoise(`${template}-${depth}-cifar`, settings));
        const expected = verdicts[depth] === null ? [] : [verdicts[depth]];
        expect(grave(found).filter((kind) => ofDepth.includes(kind))).toEqual(expected);
      });
});

const glorot = { batchNorm: false, initialiser: 'glorotUniform' } as const;
const he = { batchNorm: false, initialiser: 'heNormal' } as const;
const sigmoid = { ...glorot, activation: 'sigmoid' } as const;
/** What is said of how gradients pass through depth. */
const ofDepth: readonly VerdictKind[] = ['vanishing', 'exploding'];

/** The network with shortcuts over its layers: what is there keeps its names, and so its first weights. */
function residualTwin(document: NetworkDocument): NetworkDocument {
  const choice = { every: 2, option: 'A', join: 'beforeActivation' } as const;
  const conversion = toResidual(document, analyse(document), choice);
  if ('problem' in conversion) throw new Error(conversion.problem.message);
  return applyEdit(document, conversion.edit).document;
}

const plainRelu = onNoise('plain-32-cifar', glorot);
const plainSigmoid = onNoise('plain-20-cifar', sigmoid);
const deepResidual = onNoise('resnet-56-cifar', he);
const deadUnits = withConfig(onNoise('lenet-5'), ({ label }) =>
  label === 'conv2' ? { biasValue: -10 } : {},
);
const negativeKernel = withConfig(onNoise('lenet-5'), ({ label }) =>
  label === 'conv2' ? { initialiser: 'constant', constantValue: -0.1 } : {},
);

interface Case {
  readonly name: string;
  readonly document: NetworkDocument;
  /** The verdict that it must get; null where nothing may be said of its depth. */
  readonly verdict: VerdictKind | null;
  /** The layer that it must name. */
  readonly names?: string;
  /** What its cause must name. */
  readonly cause?: RegExp;
  /** A remedy that would not mend it, and must not be offered. */
  readonly without?: string;
}

const cases: readonly Case[] = [
  { name: 'ReLU and Glorot in 32 plain layers', document: plainRelu, verdict: 'vanishing', cause: /glorot/i },
  { name: 'its residual twin with the same weights', document: residualTwin(plainRelu), verdict: null },
  { name: 'its copy with He weights', document: onNoise('plain-32-cifar', he), verdict: null },
  {
    ...{ name: 'sigmoids in 20 plain layers', document: plainSigmoid, verdict: 'vanishing' },
    ...{ cause: /sigmoid/i, without: 'add-shortcuts' },
  },
  {
    ...{ name: 'its residual twin', document: residualTwin(plainSigmoid), verdict: 'vanishing' },
    ...{ cause: /sigmoid/i, without: 'add-shortcuts' },
  },
  { name: 'He weights with shortcuts in 56 layers', document: deepResidual, verdict: 'exploding' },
  { name: 'biases of −10 in conv2', document: deadUnits, verdict: 'dead-relu', names: 'relu2' },
  { name: 'weights of −0.1 in conv2', document: negativeKernel, verdict: 'dead-relu', names: 'relu2' },
];

function grave(verdicts: readonly Verdict[]): readonly VerdictKind[] {
  return verdicts.filter(({ severity }) => severity !== 'note').map(({ kind }) => kind);
}

describe('networks whose gradients are known are judged rightly at their first weights', () => {
  for (const { name, document, verdict, names, cause, without } of cases)
    test(`${name}: ${verdict ?? 'nothing vanishes, nothing explodes'}`, async () => {
      const verdicts = await judged(document);
      if (verdict === null)
        return expect(grave(verdicts).filter((kind) => ofDepth.includes(kind))).toEqual([]);
      const found = verdicts.find(({ kind }) => kind === verdict);
      if (found === undefined) throw new Error(`Not found among ${JSON.stringify(verdicts)}.`);
      expect(found.severity).not.toBe('note');
      expect(found.nodes.length).toBeGreaterThan(0);
      if (names !== undefined) expect(found.nodes).toContain(names);
      expect(found.cause).toMatch(cause ?? /./);
      const offered = found.remedies.map(({ id }) => id);
      expect(offered.length).toBeGreaterThan(0);
      if (without !== undefined) expect(offered).not.toContain(without);
    });
});

describe('each edit that is offered makes its verdict go away at the next probe', () => {
  for (const { name, document, verdict } of cases)
    if (verdict !== null)
      test(`${name}: ${verdict}`, async () => {
        const found = (await judged(document)).find(({ kind }) => kind === verdict);
        const edits = (found?.remedies ?? []).filter(({ edit }) =>
          edit.changes.some(({ type }) => type !== 'setTraining'),
        );
        expect(edits.length).toBeGreaterThan(0);
        for (const { id, edit } of edits) {
          const mended = applyEdit(document, edit).document;
          expect(
            analyse(mended).problems.filter(({ severity }) => severity === 'error'),
            id,
          ).toEqual([]);
          expect(
            (await judged(mended)).map(({ kind }) => kind),
            id,
          ).not.toContain(verdict);
        }
      });
});
