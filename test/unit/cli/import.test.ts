import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decodeSafetensors } from '../../../src/engine/runs/safetensors';
import { analyse } from '../../../src/network/analysis/analyse';
import { parseProject } from '../../../src/network/graph/projectFile';
import { writeHdf5 } from '../keras/writeHdf5';
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

const inRow = {
  class_name: 'Sequential',
  config: {
    name: 'row',
    layers: [
      { class_name: 'InputLayer', config: { name: 'images', batch_input_shape: [null, 4, 4, 1] } },
      { class_name: 'Flatten', config: { name: 'flat' } },
      { class_name: 'Dense', config: { name: 'classes', units: 2 } },
    ],
  },
};

test('a description makes a project without weights, into which weights alone can go', async () => {
  const [model, project] = [join(folder, 'row.json'), join(folder, 'row.layerwise')];
  writeFileSync(model, JSON.stringify(inRow));
  const described = await runCommand(['import', model, '--out', project]);
  expect(described).toMatchObject({ code: 0, stderr: '' });
  expect(described.stdout).toContain('It holds no weights');
  expect(existsSync(join(folder, 'row.safetensors'))).toBe(false);

  const kernel = new Float32Array(32).map((_, at) => at);
  const stored = { 'layers/dense/vars/0': { data: kernel, shape: [16, 2] } };
  const bias = { 'layers/dense/vars/1': { data: new Float32Array(2), shape: [2] } };
  writeFileSync(join(folder, 'row.weights.h5'), await writeHdf5({ ...stored, ...bias }));
  const filled = await runCommand(['import', join(folder, 'row.weights.h5'), '--into', project]);
  expect(filled).toMatchObject({ code: 0, stderr: '' });
  const { tensors } = decodeSafetensors(readFileSync(join(folder, 'row.safetensors')));
  expect(tensors.get('classes/kernel')).toEqual({ shape: [16, 2], values: kernel });
});

test('a file of PyTorch’s gives the lines that write it as ONNX', async () => {
  const file = join(folder, 'model.pt');
  writeFileSync(file, 'objects of Python');
  const { code, stdout, stderr } = await runCommand(['import', file, '--out', join(folder, 'out')]);
  expect(code).toBe(2);
  expect(stdout).toContain(`torch.load(${JSON.stringify(file)}, map_location="cpu", weights_only=False)`);
  expect(stderr).toContain('Have it write the model as ONNX');
});

test('where nothing is said of where to write, that is told', async () => {
  expect((await runCommand(['import', 'model.keras'])).stderr).toContain('--out FILE, or --into PROJECT');
});
