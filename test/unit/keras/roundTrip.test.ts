import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { importFile } from '../../../src/engine/importing/importFile';
import { kerasArchive } from '../../../src/engine/keras/exporting/kerasArchive';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { layerKinds } from '../../../src/network/layers/registry';
import { casesOf } from '../../parity/cases/layerCases';
import { livelyWeights } from '../../parity/cases/livelyWeights';
import { networkAround } from '../../parity/cases/networkAround';
import { networkDifferences } from '../../parity/cases/networkDifferences';
import { reducedTemplates } from '../../parity/cases/reducedTemplates';
import { trainableNetworks } from '../analysis/trainableNetworks';

const folder = mkdtempSync(join(tmpdir(), 'layerwise-round-trip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Keras's depthwise convolutions have one stride for both axes; with two, they are convolutions of as many groups as
 * there are channels, and come back as such.
 */
function isWrittenOtherwise({ nodes }: NetworkDocument): boolean {
  return nodes.some(
    ({ kind, config: { strides } }) =>
      (kind === 'depthwiseConv2d' || kind === 'separableConv2d') &&
      Array.isArray(strides) &&
      strides[0] !== strides[1],
  );
}

/** A network that was saved as Keras does and imported is the same, and has the same weights. */
async function compare(document: NetworkDocument): Promise<void> {
  const weights = livelyWeights(document);
  const path = join(folder, 'model.keras');
  writeFileSync(path, (await kerasArchive(document, analyse(document), weights)).bytes);
  const found = await importFile(path);
  if ('problem' in found) throw new Error(found.problem.message);
  expect(found.notes).toEqual([]);
  expect(analyse(found.document).trains).toBe(true);
  if (!isWrittenOtherwise(document)) expect(networkDifferences(document, weights, found)).toEqual([]);
}

/** A new kind is found here by itself. */
describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))('%s', (_name, kind) => {
  test.each(casesOf(kind).map((layerCase) => [layerCase.title, layerCase] as const))(
    'comes back from Keras: %s',
    (_title, layerCase) => compare(networkAround(kind, layerCase, {})),
  );
});

/** Deeper ones of a make have the same blocks as the shallower ones. */
const deeper = /-(34|50|101|110|152|164)$/;

test.each(
  reducedTemplates
    .filter(({ name }) => !deeper.test(name))
    .map((document) => [document.name, document] as const),
)('%s comes back from Keras', (_name, document) => compare(document));

test('any network that trains comes back from Keras', async () => {
  await fc.assert(
    fc.asyncProperty(trainableNetworks, ({ document }) => compare(document)),
    { numRuns: 50, interruptAfterTimeLimit: 4000, endOnFailure: true },
  );
}, 30_000);
