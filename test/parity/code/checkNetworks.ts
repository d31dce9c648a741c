import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';
import { trainableNetworks } from '../../unit/analysis/trainableNetworks';
import { noiseBatch } from '../cases/batches';
import { graphExecutor } from '../cases/executors';
import { findInEngine, isWellConditioned, withoutDropout } from './engineFindings';
import { expectSame } from './expectSame';
import { runScripts, type ScriptPeer } from './scriptPeer';

/** `npm run check:code` compares more. */
const count = Number(process.env['LAYERWISE_RANDOM_NETWORKS'] ?? 10);
const seed = Number(process.env['LAYERWISE_SEED'] ?? 1);

/** Declares the test that holds a framework's scripts of random networks to the engine. */
export function checkNetworks(peer: ScriptPeer): void {
  test(`the ${peer.label} scripts of ${count} random networks have the engine’s parameters, logits and gradients`, async () => {
    const kind = graphExecutor();
    const drawn = fc.sample(trainableNetworks, { numRuns: 2 * count, seed });
    const cases = drawn.flatMap(({ document: found }, index) => {
      const document = withoutDropout({ ...found, name: `random ${index}` });
      expect(analyse(document).trains).toBe(true);
      const { imageShape, classes } = datasetFacts(document.training.dataset);
      const batch = noiseBatch(imageShape, 4, classes);
      const engine = findInEngine(kind, document, batch);
      const taken = isWellConditioned(document, engine);
      return taken ? [{ document, imageShape, batch, engine, weights: engine.weights }] : [];
    });
    const compared = cases.slice(0, count);
    expect(compared.length).toBe(count);
    const results = await runScripts(peer, compared);
    for (const [index, { document, engine }] of compared.entries()) {
      const script = results[index];
      if (script === undefined) throw new Error(`${peer.label} gave no results.`);
      expectSame(document, engine, script);
    }
  }, 900_000);
}
