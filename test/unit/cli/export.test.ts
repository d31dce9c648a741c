import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportForms } from '../../../src/engine/exporting/exportForms';
import { decodeSafetensors } from '../../../src/engine/runs/safetensors';
import { runCommand } from './runCommand';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(exportForms.map(({ id }) => id))(
  'writes LeNet-5 as %s, and keeps files that are there',
  async (id) => {
    const words = ['export', 'lenet-5', '--to', id, '--out', join(folder, 'out')];
    const written = await runCommand([...words, '--json']);
    expect(written).toMatchObject({ code: 0, stderr: '' });
    const { files } = JSON.parse(written.stdout);
    expect(files.length).toBeGreaterThan(0);
    for (const { file, bytes } of files) expect(readFileSync(file)).toHaveLength(bytes);

    const again = await runCommand(words);
    expect(again).toMatchObject({ code: 2 });
    expect(again.stderr).toContain('exists already');
    expect(await runCommand([...words, '--force'])).toMatchObject({ code: 0 });
  },
);

test('weights are those that training would begin with', async () => {
  await runCommand(['export', 'lenet-5', '--to', 'safetensors', '--out', folder]);
  const { tensors } = decodeSafetensors(readFileSync(join(folder, 'weights.safetensors')));
  const counts = [...tensors.values()].map(({ values }) => values.length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(61_706);
  expect([...tensors.keys()]).toContain('conv1/kernel');
});

test('a file where the folder should be is told, and stays', async () => {
  const file = join(folder, 'here');
  writeFileSync(file, 'mine');
  const result = await runCommand(['export', 'lenet-5', '--to', 'onnx', '--out', file]);
  expect(result).toMatchObject({ code: 2 });
  expect(result.stderr).toContain("can't be made a folder");
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test.each([
  [['lenet-5', '--to', 'word'], 'Allowed choices are'],
  [['lenet-55', '--to', 'onnx'], 'Did you mean lenet-5'],
  [['lenet-5', '--to', 'onnx', '--weights', 'nowhere'], 'nowhere'],
])('export %j says what is wrong', async (words, sentence) => {
  const result = await runCommand(['export', ...words, '--out', folder]);
  expect(result.code).toBe(2);
  expect(result.stderr).toContain(sentence);
});
