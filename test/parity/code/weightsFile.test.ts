import { expect, test } from 'vitest';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';
import { safetensorsForm } from '../../../src/engine/exporting/safetensorsForm';
import { reducedTemplates } from '../cases/reducedTemplates';
import { runSnippets, sourceOf } from '../exporting/snippets';

test('the code beside safetensors reads every weight, in Python and in Node', async () => {
  const document = reducedTemplates.find(({ name }) => name === 'lenet-5');
  if (document === undefined) throw new Error('There is no template lenet-5.');
  const source = sourceOf(document);
  const names = [...source.weights.keys()].sort();
  const python = await runSnippets(safetensorsForm, source, 'python', await ensurePythonPeer('keras'));
  const node = await runSnippets(safetensorsForm, source, 'mjs', process.execPath);
  for (const [printed = ''] of [python, node])
    expect(
      printed
        .split('\n')
        .map((line) => line.split(' ')[0])
        .sort(),
    ).toEqual(names);
});
