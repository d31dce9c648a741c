import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decodeSafetensors } from '../../../src/engine/runs/safetensors';
import { analyse } from '../../../src/network/analysis/analyse';
import { parseProject } from '../../../src/network/graph/projectFile';
import { runCommand } from './runCommand';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-import-'));
  await runCommand(['export', 'lenet-5', '--to', 'onnx', '--out', folder]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('makes a project of an ONNX model, with its weights beside it', async () => {
  const out = join(folder, 'back.layerwise');
  const words = ['import', join(folder, 'model.onnx'), '--out', out];
  const { code, stdout, stderr } = await runCommand([...words, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ parameters: 61_706, trains: true, notes: [] });

  const opened = parseProject(readFileSync(out, 'utf8'));
  if ('problem' in opened) throw new Error(opened.problem.message);
  expect(analyse(opened.document).totals.trainable).toBe(61_706);
  const { tensors } = decodeSafetensors(readFileSync(join(folder, 'back.safetensors')));
  expect(tensors.get('conv1/kernel')?.shape).toEqual([5, 5, 1, 6]);

  expect((await runCommand(words)).stderr).toContain('exists already');
  expect(await runCommand([...words, '--force'])).toMatchObject({ code: 0 });
});

test.each([
  ['nowhere.onnx', 'nowhere.onnx is missing'],
  ['.', 'is not a file'],
  ['text.onnx', 'not an ONNX model'],
  ['cut.onnx', 'not an ONNX model'],
  ['text.unknown', 'says nothing of a model'],
])('import %s says what is wrong', async (name, sentence) => {
  for (const text of ['text.onnx', 'text.unknown']) writeFileSync(join(folder, text), 'no model at all');
  writeFileSync(join(folder, 'cut.onnx'), readFileSync(join(folder, 'model.onnx')).subarray(0, 5000));
  const { code, stderr } = await runCommand(['import', join(folder, name), '--out', join(folder, 'out')]);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});
