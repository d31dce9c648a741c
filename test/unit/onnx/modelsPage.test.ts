import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readers } from '../../../src/engine/onnx/importing/operators/readers';

const page = readFileSync(fileURLToPath(new URL('../../../docs/models.md', import.meta.url)), 'utf8');

test('docs/models.md lists the operators that are read', () => {
  const listed = page.split('<!-- begin of the operators -->')[1]?.split('<!-- end of the operators -->')[0];
  const names = Object.keys(readers).sort();
  const sentence = `Of ${names.length} operators layers are made, or what stands around layers: ${names.join(', ')}.`;
  expect(listed?.replace(/\s+/g, ' ').trim()).toBe(sentence);
});
