import { beforeAll, expect, test } from 'vitest';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { noiseBatch } from '../cases/batches';
import { graphExecutor } from '../cases/executors';
import { imageShapeOf, reducedTemplates } from '../cases/reducedTemplates';
import { type EngineFindings, findInEngine, withoutDropout } from './engineFindings';
import { expectSame } from './expectSame';
import { runScripts, type ScriptFindings, type ScriptPeer } from './scriptPeer';

const kind = graphExecutor();
/** Statistics of a few values each, as at the end of a small network, multiply what rounding moves. */
const batchSizeOf = ({ nodes }: NetworkDocument) => (nodes.some(({ kind }) => kind === 'batchNorm') ? 16 : 4);
/** Of one make with smaller networks that are compared in any case. `npm run check:code` compares these too. */
const deeperSiblings = /^(vgg-19|plain-34|resnet-(34|101|152)|resnet-v2-(101|152|164))/;
const whole = process.env['LAYERWISE_FULL_SIZE'] === '1';

/**
 * Declares the tests that hold a framework's scripts of all templates to the engine. `slow` are those that are compared
 * by `npm run check:code` only.
 */
export function checkTemplates(peer: ScriptPeer, slow = deeperSiblings): void {
  const documents = reducedTemplates
    .filter(({ name }) => whole || !(deeperSiblings.test(name) || slow.test(name)))
    .map(withoutDropout);
  const found = new Map<
    NetworkDocument,
    { readonly engine: EngineFindings; readonly script: ScriptFindings }
  >();

  beforeAll(async () => {
    const cases = documents.map((document) => {
      const imageShape = imageShapeOf(document);
      const batch = noiseBatch(imageShape, batchSizeOf(document), 10);
      const engine = findInEngine(kind, document, batch);
      return { document, imageShape, batch, engine, weights: engine.weights };
    });
    const results = await runScripts(peer, cases);
    for (const [index, { document, engine }] of cases.entries()) {
      const script = results[index];
      if (script !== undefined) found.set(document, { engine, script });
    }
  }, 600_000);

  test.each(documents.map((document) => [document.name, document] as const))(
    `the ${peer.label} script of %s has the engine’s parameters, logits and gradients`,
    (_name, document) => {
      const both = found.get(document);
      if (both === undefined) throw new Error(`${peer.label} gave no results.`);
      expect(both.engine.gradientNorms.size).toBeGreaterThan(0);
      expectSame(document, both.engine, both.script);
    },
  );
}
