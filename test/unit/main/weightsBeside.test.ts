import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { weightsBeside } from '../../../src/main/weightsBeside';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-weights-'));
  await mkdir(join(folder, 'kept'));
  await mkdir(join(folder, 'own'));
});
afterEach(() => rm(folder, { recursive: true }));

const sha256 = 'ab12cd34'.repeat(8);
const project = (path: string): string =>
  serialiseProject({ ...lenet5.create(), startingWeights: { type: 'file', path, name: 'net.onnx', sha256 } });
const save = (weights: string) =>
  weightsBeside(project(weights), join(folder, 'own', 'net.layerwise'), join(folder, 'kept'));

it('puts imported weights beside the project, once, and names them there', async () => {
  const kept = join(folder, 'kept', `${sha256}.safetensors`);
  await writeFile(kept, 'weights');
  const saved = await save(kept);
  expect(await save(kept)).toEqual(saved);
  const beside = join(folder, 'own', 'net-ab12cd34.safetensors');
  const parsed = parseProject('text' in saved ? saved.text : '');
  expect('document' in parsed && parsed.document.startingWeights).toMatchObject({ path: beside, sha256 });
  expect(await readFile(beside, 'utf8')).toBe('weights');
  expect(await readdir(join(folder, 'own'))).toEqual(['net-ab12cd34.safetensors']);
});

it('leaves weights that lie elsewhere, or are gone, where they are', async () => {
  const elsewhere = join(folder, 'own', 'mine.safetensors');
  await writeFile(elsewhere, 'weights');
  expect(await save(elsewhere)).toEqual({ text: project(elsewhere) });
  const gone = join(folder, 'kept', 'gone.safetensors');
  expect(await save(gone)).toEqual({ text: project(gone) });
  expect(await readdir(join(folder, 'own'))).toEqual(['mine.safetensors']);
});

it('says what kept the weights from being written', async () => {
  const kept = join(folder, 'kept', `${sha256}.safetensors`);
  await writeFile(kept, 'weights');
  const saved = await weightsBeside(
    project(kept),
    join(folder, 'none', 'net.layerwise'),
    join(folder, 'kept'),
  );
  expect(saved).toMatchObject({ problem: { message: expect.stringContaining('net.onnx') } });
});
