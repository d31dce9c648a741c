import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { textForFile, textForWindow } from '../../../src/main/placedProject';
import { serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';

const path = resolve('projects', 'net.layerwise');
const withWeights = (place: string) =>
  serialiseProject({
    ...lenet5.create(),
    startingWeights: { type: 'file', path: place, name: 'w', sha256: '0'.repeat(64) },
  });

test('weights beside a project are named from its folder in the file, and by their whole path in the window', () => {
  const saved = withWeights('runs/w.safetensors');
  const shown = withWeights(join(resolve('projects'), 'runs', 'w.safetensors'));
  expect(textForWindow(saved, path)).toBe(shown);
  expect(textForFile(shown, path)).toBe(saved);
  expect(textForFile(shown, resolve('elsewhere', 'net.layerwise'))).toBe(shown);
});

test.each([
  ['a project without starting weights', serialiseProject(lenet5.create())],
  ['a damaged one', `${withWeights('w').slice(0, 400)} "startingWeights"`],
  ['other text', '"startingWeights"'],
])('%s stays as it is', (_what, text) => {
  expect(textForWindow(text, path)).toBe(text);
  expect(textForFile(text, path)).toBe(text);
});
