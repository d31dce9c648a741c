import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { layerKinds } from '../../../src/network/layers/registry';
import { alteredNetworks } from './alteredNetworks';
import { trainableNetworks } from './trainableNetworks';

describe('a network whose layers take what they are given', () => {
  it('trains, with the shapes that it was made of', () => {
    fc.assert(
      fc.property(trainableNetworks, ({ document, shapes }) => {
        const { nodes, problems, trains } = analyse(document);
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(trains).toBe(true);
        expect(new Map([...nodes].map(([id, { outputShape }]) => [id, outputShape]))).toEqual(shapes);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('is drawn from all kinds, and branches', () => {
    const drawn = fc.sample(trainableNetworks, { numRuns: 1200, seed: 1 }).map(({ document }) => document);
    const kinds = new Set(drawn.flatMap(({ nodes }) => nodes.map(({ kind }) => kind)));
    expect(layerKinds.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
    const joined = drawn.filter(({ nodes, edges }) => edges.length >= nodes.length);
    expect(joined.length).toBeGreaterThan(60);
  });
});

describe('a network that was altered', () => {
  it('trains, or says at which layer why not', () => {
    fc.assert(
      fc.property(alteredNetworks, (document) => {
        const { nodes, problems, trains } = analyse(document);
        const errors = problems.filter(({ severity }) => severity === 'error');
        if (trains) {
          expect(errors).toEqual([]);
          const used = [...nodes.values()].filter(({ usedInTraining }) => usedInTraining);
          for (const { outputShape } of used) expect(outputShape).not.toBeNull();
          return;
        }
        const ids = document.nodes.map(({ id }) => id);
        const learns = [...nodes.values()].some((node) => node.usedInTraining && node.trainable > 0);
        // That nothing can be learned concerns no layer more than another.
        if (learns) expect(errors.filter(({ node }) => node !== null)).not.toEqual([]);
        for (const { node, message, advice } of errors) {
          if (node !== null) expect(ids).toContain(node);
          expect(message).toMatch(/\.$/);
          expect(advice).toMatch(/^[A-Z].*\.$/s);
          expect(`${message} ${advice}`).not.toMatch(/undefined|null|NaN/);
        }
      }),
      { numRuns: 500, endOnFailure: true },
    );
  });

  it('is broken often, and whole often', () => {
    const drawn = fc.sample(alteredNetworks, { numRuns: 300, seed: 1 });
    const trained = drawn.filter((document) => analyse(document).trains).length;
    expect(trained).toBeGreaterThan(50);
    expect(trained).toBeLessThan(250);
  });
});
