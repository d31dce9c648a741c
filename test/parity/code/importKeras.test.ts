import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported } from '../cases/importedAnswers';
import { expectKerasAnswers, saveKerasModels } from './kerasModels';

/** `npm run check:models` imports the networks at their full size too. */
const whole = process.env['LAYERWISE_FULL_SIZE'] === '1';
const small = ['lenet', 'activations', 'convolutions', 'normalisations', 'merges', 'features'];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-keras-models-'));
  await saveKerasModels(join(folder, 'models'), ['small', 'applications', ...(whole ? ['whole'] : [])]);
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function place(name: string, file = ''): string {
  return join(folder, 'models', name, file);
}

/** What acts while training only is told, and stands in no one's way. */
const notesOf: Readonly<Record<string, readonly RegExp[]>> = {
  normalisations: [/^Op `GaussianNoise` at gaussian_noise has no layer here: it acts while training only/],
  merges: [/shared is called in 2 places/],
};

test.each(small.flatMap((name) => ['model.keras', 'model.h5'].map((file) => [name, file] as const)))(
  '%s has Keras’s parameters and answers, read from %s',
  async (name, file) => {
    const network = await imported(place(name, file));
    const expected = notesOf[name] ?? [];
    expect(network.notes).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(network.notes[index]).toMatch(pattern);
    expectKerasAnswers(place(name), network, name === 'merges');
  },
);

/** Names of layers tell weights apart, so that no two may be called alike. */
const namedOnce = small.filter((name) => name !== 'merges');

test.each(namedOnce)('weights alone go into %s, which was read from its description', async (name) => {
  const described = await imported(place(name, 'model.json'));
  expect(described.weights.size).toBe(0);
  for (const file of ['model.weights.h5', 'model.h5']) {
    const network = await imported(place(name, file), described.document);
    expect(network.notes).toEqual([]);
    expectKerasAnswers(place(name), network);
  }
});

test.each([
  ['vgg16', 'model.keras'],
  ['resnet50', 'model.h5'],
])('Keras Applications’ %s has its parameters and answers', async (name, file) => {
  const network = await imported(place(name, file));
  expect(network.notes).toEqual([]);
  expectKerasAnswers(place(name), network);
});

test('Keras Applications’ inception_v3 has its parameters and answers', async () => {
  const { document } = await imported(place('inception_v3', 'model.json'));
  const network = await imported(place('inception_v3', 'model.weights.h5'), document);
  expect(network.notes).toEqual([]);
  expectKerasAnswers(place('inception_v3'), network);
});

test.each(whole ? ['whole-vgg16', 'whole-resnet50', 'whole-inception-v3'] : [])(
  '%s has its parameters and answers',
  async (name) => {
    const network = await imported(place(name, 'model.keras'));
    expect(network.notes).toEqual([]);
    expectKerasAnswers(place(name), network);
  },
);
