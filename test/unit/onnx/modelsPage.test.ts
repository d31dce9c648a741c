import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { caffeReaders } from '../../../src/engine/caffe/importing/caffeReaders';
import { importForms } from '../../../src/engine/importing/importForms';
import { kerasReaders } from '../../../src/engine/keras/importing/layers/readers';
import { readers } from '../../../src/engine/onnx/importing/operators/readers';

const page = readFileSync(fileURLToPath(new URL('../../../docs/models.md', import.meta.url)), 'utf8');

function listed(name: string): string | undefined {
  return page.split(`<!-- begin of the ${name} -->`)[1]?.split(`<!-- end of the ${name} -->`)[0];
}

test.each([
  ['operators', Object.keys(readers)],
  ['layers of Keras', Object.keys(kerasReaders)],
  ['layers of Caffe', Object.keys(caffeReaders)],
] as const)('docs/models.md lists the %s that are read', (name, keys) => {
  const noun = { operators: 'operators', 'layers of Keras': 'classes', 'layers of Caffe': 'types' }[name];
  const sentence = `Of ${keys.length} ${noun} layers are made, or what stands around layers: ${keys.toSorted().join(', ')}.`;
  expect(listed(name)?.replace(/\s+/g, ' ').trim()).toBe(sentence);
});

test('docs/models.md lists the forms that are read', () => {
  const rows = importForms.map(
    ({ endings, label }) => `| ${endings.map((ending) => `\`.${ending}\``).join(', ')} | ${label} |`,
  );
  expect(listed('forms')?.trim()).toBe(['| Ending | What it is |', '|---|---|', ...rows].join('\n'));
});
