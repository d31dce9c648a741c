import { beforeAll, expect, test } from 'vitest';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { noiseBatch } from '../cases/batches';
import { graphExecutor } from '../cases/executors';
import { imageShapeOf, reducedTemplates } from '../cases/reducedTemplates';
import { type EngineFindings, findInEngine, withoutDropout } from './engineFindings';
import { expectSame } from './expectSame';
import { type PytorchFindings, runInPytorch } from './pytorchPeer';

const kind = graphExecutor();
const batchSize = 4;
const documents = reducedTemplates.map(withoutDropout);
const found = new Map<
  NetworkDocument,
  { readonly engine: EngineFindings; readonly pytorch: PytorchFindings }
>();

beforeAll(async () => {
  const cases = documents.map((document) => {
    const imageShape = imageShapeOf(document);
    const batch = noiseBatch(imageShape, batchSize, 10);
    const engine = findInEngine(kind, document, batch);
    return { document, imageShape, batch, engine, weights: engine.weights };
  });
  const results = await runInPytorch(cases);
  for (const [index, { document, engine }] of cases.entries()) {
    const pytorch = results[index];
    if (pytorch !== undefined) found.set(document, { engine, pytorch });
  }
}, 600_000);

test.each(documents.map((document) => [document.name, document] as const))(
  'the PyTorch script of %s has the engine’s parameters, logits and gradients',
  (_name, document) => {
    const both = found.get(document);
    if (both === undefined) throw new Error('PyTorch gave no results.');
    expect(both.engine.gradientNorms.size).toBeGreaterThan(0);
    expectSame(document, both.engine, both.pytorch);
  },
);
