import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { expectAnswers, imported } from '../cases/importedAnswers';

/** Saved by Keras 2 itself: see keras2_models.py. */
const folder = fileURLToPath(new URL('models/', import.meta.url));

test.each([
  ['nested', 'model.h5'],
  ['nested', 'model.keras'],
  ['frozen', 'model.h5'],
])('%s of Keras 2 answers as there, read from %s', async (name, file) => {
  const network = await imported(`${folder}${name}/${file}`);
  expect(network.notes).toEqual([]);
  expectAnswers(`${folder}${name}`, network);
});

test.each(['legacy.h5', 'model.h5'])('weights of Keras 2 alone go into a project, from %s', async (file) => {
  const { document } = await imported(`${folder}nested/model.json`);
  const network = await imported(`${folder}nested/${file}`, document);
  expect(network.notes).toEqual([]);
  expectAnswers(`${folder}nested`, network);
});

test('weights of Keras 2 without names are refused where their order can’t tell them', async () => {
  const { document } = await imported(`${folder}nested/model.json`);
  await expect(imported(`${folder}nested/model.keras`, document)).rejects.toThrow(
    'does not say which layers its weights are of',
  );
});
