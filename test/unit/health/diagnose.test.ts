import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { applyEdit } from '../../../src/network/graph/edits';
import { diagnose } from '../../../src/network/health/diagnose';
import { healthThresholds } from '../../../src/network/health/healthThresholds';
import { epoch, falling, judged, lenet, losses, plain20, seen, sigmoidResidual20 } from './judgedNetworks';
import { observed, snapshot } from './observed';

describe('diagnose', () => {
  it.each(judged)('%s', (_name, observation, kinds, remedies) => {
    const verdicts = diagnose(observation);
    expect(verdicts.map(({ kind }) => kind)).toEqual(kinds);
    expect(verdicts.flatMap((verdict) => verdict.remedies.map(({ id }) => id))).toEqual(remedies);
    for (const { evidence, cause } of verdicts) {
      expect(evidence).toMatch(/\d.*\.$/);
      expect(cause).toMatch(/\.$/);
    }
  });

  it.each(judged)('%s: each remedy can be undone, and leaves a network that trains', (_name, observation) => {
    for (const { remedies } of diagnose(observation))
      for (const { edit } of remedies) {
        const { document, inverse } = applyEdit(observation.document, edit);
        expect(analyse(document).trains).toBe(true);
        expect(applyEdit(document, inverse).document).toEqual(observation.document);
      }
  });

  it('names the layers that no gradient reaches, the first layer first', () => {
    const [verdict] = diagnose(observed(plain20, seen(plain20, { log10Gradient: falling })));
    expect(verdict?.nodes[0]).toBe('conv1');
    expect(verdict?.severity).toBe('fault');
    expect(verdict?.evidence).toContain('conv1');
    expect(verdict?.cause).toContain('Glorot');
  });

  it('says of a sigmoid behind an addition why shortcuts don’t help', () => {
    const [verdict] = diagnose(
      observed(sigmoidResidual20, seen(sigmoidResidual20, { log10Gradient: falling })),
    );
    expect(verdict?.cause).toMatch(/¼.*shortcuts don’t help/);
  });

  it('starts biases at 0 where they keep ReLUs shut', () => {
    const nodes = lenet.nodes.map((node) =>
      node.config['biasValue'] === undefined ? node : { ...node, config: { ...node.config, biasValue: -10 } },
    );
    const shut = { ...lenet, nodes };
    const dead = seen(shut, { node: (kind) => (kind === 'relu' ? { zeroShare: 1 } : {}) });
    const [verdict] = diagnose(observed(shut, dead));
    expect(verdict?.kind).toBe('dead-relu');
    expect(verdict?.remedies.map(({ id }) => id)).toEqual(['reset-biases']);
  });

  it.each(Object.keys(healthThresholds))('judges by %s as it is given', (name) => {
    const judgedBy = (bound: number) => {
      const whole = { low: bound, high: bound };
      const value = name === 'inputDeviation' ? whole : bound;
      return judged.map(([, observation]) =>
        diagnose(observation, { ...healthThresholds, [name]: value }).map(
          ({ kind, severity }) => kind + severity,
        ),
      );
    };
    expect(new Set([-1e9, 1, 1e9].map((bound) => judgedBy(bound).join())).size).toBeGreaterThan(1);
  });

  it('is not thrown by any number', () => {
    const number = fc.oneof(
      fc.double(),
      fc.constantFrom(0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e-45, 3e38),
    );
    fc.assert(
      fc.property(fc.infiniteStream(number), (numbers) => {
        const next = (): number => numbers.next().value ?? 0;
        const made = snapshot(lenet);
        const snapshots = [1, 2].map((step) => ({
          step,
          nodes: made.nodes.map((node) => ({
            ...node,
            ...{ gradientNorm: next(), activationMean: next() },
            ...{ activationDeviation: next(), zeroShare: next() },
          })),
          weights: made.weights.map((weight) => ({
            ...weight,
            ...{ gradientNorm: next(), norm: next(), updateRatio: next() },
          })),
        }));
        const observation = observed(lenet, {
          snapshots,
          course: losses(30, next),
          epochs: [epoch(1, next(), next()), epoch(2, next(), next()), epoch(3, next(), next())],
          data: {
            ...{ largestClassShare: next(), smallestClassShare: next() },
            ...{ inputMean: next(), inputDeviation: next() },
          },
        });
        for (const { evidence } of diagnose(observation)) expect(evidence).not.toContain('undefined');
      }),
      { numRuns: 60 },
    );
  });
});
