import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { trainableNetworks } from '../../unit/analysis/trainableNetworks';
import { noiseBatch } from '../cases/batches';
import { graphExecutor } from '../cases/executors';
import { imageShapeOf, reducedTemplates } from '../cases/reducedTemplates';
import { type EngineFindings, findInEngine, isWellConditioned, withoutDropout } from './engineFindings';
import { expectSame } from './expectSame';
import { runScripts, type ScriptFindings, type ScriptPeer } from './scriptPeer';

/** `npm run check:code` compares all of this. */
const whole = process.env['LAYERWISE_FULL_SIZE'] === '1';
const count = Number(process.env['LAYERWISE_RANDOM_NETWORKS'] ?? 10);
const seed = Number(process.env['LAYERWISE_SEED'] ?? 1);
/** Of one make with smaller networks that are compared in any case. */
const deeperSiblings = /^(vgg-19|plain-34|resnet-(34|101|152)|resnet-v2-(101|152|164))/;

/**
 * Declares the tests that hold a framework's scripts of all templates and of random networks to the engine. `slow` are
 * templates that are compared by `npm run check:code` only.
 */
export function checkScripts(peer: ScriptPeer, slow = deeperSiblings): void {
  const documents = reducedTemplates
    .filter(({ name }) => whole || !(deeperSiblings.test(name) || slow.test(name)))
    .map(withoutDropout);
  const kind = graphExecutor();
  const found = new Map<string, { readonly engine: EngineFindings; readonly script: ScriptFindings }>();
  const caseOf = (document: NetworkDocument, batchSize: number, classes: number) => {
    const imageShape = imageShapeOf(document);
    const batch = noiseBatch(imageShape, batchSize, classes);
    const engine = findInEngine(kind, document, batch);
    return { document, imageShape, batch, engine, weights: engine.weights };
  };
  const drawn: NetworkDocument[] = [];
  const partlyFrozen: NetworkDocument[] = [];

  // One process in Python for all: it takes longer to start than most scripts take.
  beforeAll(
    async () => {
      const random = fc
        .sample(trainableNetworks, { numRuns: 2 * count, seed })
        .map(({ document }, index) => withoutDropout({ ...document, name: `random ${index}` }))
        .map((document) => caseOf(document, 4, datasetFacts(document.training.dataset).classes))
        .filter(({ document, engine }) => isWellConditioned(document, engine))
        .slice(0, count);
      drawn.push(...random.map(({ document }) => document));
      const plain = documents.slice(0, 1);
      const normed = documents.filter(({ nodes }) => nodes.some(({ kind }) => kind === 'batchNorm'));
      partlyFrozen.push(...[...plain, ...normed.slice(0, 2)].map(withFrozenHalf));
      const frozen = partlyFrozen.map((document) => caseOf(document, batchSizeOf(document), 10));
      const cases = [
        ...documents.map((document) => caseOf(document, batchSizeOf(document), 10)),
        ...random,
        ...frozen,
      ];
      const results = await runScripts(peer, cases);
      for (const [index, { document, engine }] of cases.entries()) {
        const script = results[index];
        if (script !== undefined) found.set(document.name, { engine, script });
      }
    },
    whole ? 3_600_000 : 600_000,
  );

  const check = (document: NetworkDocument): void => {
    const both = found.get(document.name);
    if (both === undefined) throw new Error(`${peer.label} gave no results.`);
    expectSame(document, both.engine, both.script);
  };

  test.each(documents.map((document) => [document.name, document] as const))(
    `the ${peer.label} script of %s has the engine’s parameters, logits and gradients`,
    (_name, document) => {
      check(document);
      expect(found.get(document.name)?.engine.gradientNorms.size).toBeGreaterThan(0);
    },
  );

  test(`the ${peer.label} scripts of networks with frozen layers train the same parameters, with the same gradients`, () => {
    expect(partlyFrozen.length).toBe(3);
    for (const document of partlyFrozen) check(document);
  });

  test(`the ${peer.label} scripts of ${count} random networks have the engine’s parameters, logits and gradients`, () => {
    expect(drawn.length).toBe(count);
    for (const document of drawn) {
      expect(analyse(document).trains).toBe(true);
      check(document);
    }
  });
}

/** Every other layer is frozen, batch norms among them; the head learns. */
function withFrozenHalf(document: NetworkDocument): NetworkDocument {
  const { nodes } = analyse(document);
  const weighted = document.nodes.filter(({ id }) => (nodes.get(id)?.weights.length ?? 0) > 0);
  const frozen = new Set(weighted.slice(0, -1).filter((_, place) => place % 3 !== 2));
  return {
    ...{ ...document, name: `${document.name}, partly frozen` },
    nodes: document.nodes.map((node) => (frozen.has(node) ? { ...node, frozen: true } : node)),
  };
}

/** Statistics of a few values each, as at the end of a small network, multiply what rounding moves. */
function batchSizeOf({ nodes }: NetworkDocument): number {
  return nodes.some(({ kind }) => kind === 'batchNorm') ? 16 : 4;
}
