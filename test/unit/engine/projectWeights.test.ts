import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { withAbsoluteWeights, withRelativeWeights } from '../../../src/engine/projectWeights';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { lenet5 } from '../../../src/network/templates/lenet5';

const folder = resolve('projects');
const at = (path: string): NetworkDocument => ({
  ...lenet5.create(),
  startingWeights: { type: 'file', path, name: 'w', sha256: '0'.repeat(64) },
});
const pathOf = ({ startingWeights }: NetworkDocument) =>
  startingWeights?.type === 'file' ? startingWeights.path : null;

test.each([
  ['beside the project', join(folder, 'w.safetensors'), 'w.safetensors'],
  ['in a folder beside it', join(folder, 'runs', 'a', 'w.safetensors'), 'runs/a/w.safetensors'],
  ['in one whose name begins with dots', join(folder, '..kept', 'w.safetensors'), '..kept/w.safetensors'],
])('weights %s are found from there', (_where, path, written) => {
  expect(pathOf(withRelativeWeights(at(path), folder))).toBe(written);
  expect(withAbsoluteWeights(withRelativeWeights(at(path), folder), folder)).toEqual(at(path));
});

test('weights elsewhere, of a run, or none stay as they are', () => {
  const elsewhere = at(resolve('other', 'w.safetensors'));
  expect(withRelativeWeights(elsewhere, folder)).toBe(elsewhere);
  expect(withAbsoluteWeights(elsewhere, folder)).toBe(elsewhere);
  const ofRun: NetworkDocument = {
    ...lenet5.create(),
    startingWeights: { type: 'run', run: 'lenet-5-1', name: 'LeNet-5' },
  };
  for (const document of [ofRun, lenet5.create()])
    for (const place of [withRelativeWeights, withAbsoluteWeights])
      expect(place(document, folder)).toBe(document);
});
