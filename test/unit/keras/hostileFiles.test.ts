import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import type { ImportedNetwork } from '../../../src/engine/importing/importedNetwork';
import { importFile } from '../../../src/engine/importing/importFile';
import { classes, conv, functional, image } from './kerasDescriptions';
import { writeHdf5 } from './writeHdf5';

const folder = mkdtempSync(join(tmpdir(), 'layerwise-hostile-models-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const model = functional([image, conv('c1', 'images'), ...classes('c1')], 'classes');
const text = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));

const kernel = { data: new Float32Array(108).fill(0.5), shape: [3, 3, 3, 4] };
const place = 'layers/conv2d/vars';

/** What becomes of a file of this name and content: what is wrong with it in words, or the network. */
async function outcome(name: string, bytes: Uint8Array): Promise<string | ImportedNetwork> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  try {
    const result = await importFile(path);
    return 'problem' in result ? `${result.problem.message} ${result.problem.advice}` : result;
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    return `${error.message} ${error.advice}`;
  }
}

const whole = zipSync({ 'config.json': text(model) });
const bomb = zipSync({ 'config.json': new Uint8Array(30_000_000) }, { level: 9 });
const shard = new Float32Array(54);
const tensorFlowJs = (
  paths: readonly string[],
  shape: readonly number[] = [3, 3, 3, 2],
  dtype = 'float32',
) => ({
  modelTopology: model,
  weightsManifest: [{ paths, weights: [{ name: 'c1/kernel', shape, dtype }] }],
});
writeFileSync(join(folder, 'shard.bin'), new Uint8Array(shard.buffer));

test.each([
  ['cut.keras', whole.subarray(0, whole.length - 30), 'cut off, or no zip file'],
  ['empty.keras', new Uint8Array(), 'cut off, or no zip file'],
  ['bare.keras', zipSync({ 'metadata.json': text({}) }), 'it lacks config.json'],
  ['words.keras', zipSync({ 'config.json': new TextEncoder().encode('{') }), 'its config.json is no JSON'],
  ['bomb.keras', bomb, 'holds more than it says'],
  ['damaged.keras', zipSync({ 'config.json': text(model), 'model.weights.h5': text('no') }), 'no HDF5 file'],
  ['text.h5', text('no model'), 'no HDF5 file, or damaged'],
  ['words.json', new TextEncoder().encode('[1,'), 'it is no JSON'],
  ['list.json', text([]), 'describes no sequential or functional model'],
  ['graph.json', text({ modelTopology: { node: [] } }), 'graph models'],
  ['away.json', text(tensorFlowJs(['../shard.bin'])), 'names a file in another folder'],
  ['root.json', text(tensorFlowJs(['/etc/hostname'])), 'names a file in another folder'],
  ['gone.json', text(tensorFlowJs(['gone.bin'])), 'gone.bin are not beside it'],
  ['short.json', text(tensorFlowJs(['shard.bin'], [3, 3, 3, 4])), 'hold less than its list of weights says'],
  ['huge.json', text(tensorFlowJs(['shard.bin'], [1e9, 1e9])), 'hold less than its list of weights says'],
  ['typed.json', text(tensorFlowJs(['shard.bin'], [3, 3, 3, 2], 'complex64')), 'of a type that can'],
])('%s is refused with a sentence', async (name, bytes, sentence) => {
  expect(await outcome(name, bytes)).toContain(sentence);
});

test('weights alone are refused with what to do', async () => {
  const answer = await outcome('alone.weights.h5', await writeHdf5({ [`${place}/0`]: kernel }));
  expect(answer).toMatch(/weights alone.*--into project\.layerwise/s);
});

test.each([
  ['of another size', { data: new Float32Array(12), shape: [12] }, /kernel as 12 .* takes 3×3×3×4/],
  ['of integers', { data: new Int32Array(108), shape: [3, 3, 3, 4] }, /kernel, which is of a type/],
])('a kernel %s is left out, which is said, and the rest opens', async (_title, tensor, note) => {
  const weights = await writeHdf5({
    [`${place}/0`]: tensor,
    [`${place}/1`]: { data: new Float32Array(4), shape: [4] },
  });
  const network = await outcome(
    'odd.keras',
    zipSync({ 'config.json': text(model), 'model.weights.h5': weights }),
  );
  if (typeof network === 'string') throw new Error(network);
  expect(network.notes.join(' ')).toMatch(note);
  expect([...network.weights.keys()]).toEqual(['c1/bias']);
});

test('after damaged files, whole ones are read as before', async () => {
  const weights = await writeHdf5({
    [`${place}/0`]: kernel,
    [`${place}/1`]: { data: new Float32Array(4), shape: [4] },
  });
  for (let length = 0; length < weights.length; length += 199)
    await outcome('cut.h5', weights.subarray(0, length));
  const file = zipSync({ 'config.json': text(model), 'model.weights.h5': weights });
  const network = await outcome('whole.keras', file);
  if (typeof network === 'string') throw new Error(network);
  expect(network.weights.get('c1/kernel')).toEqual(kernel.data);
});

test('layers that a file of weights lacks are told', async () => {
  const weights = await writeHdf5({ 'layers/conv2d_7/vars/0': kernel });
  const file = zipSync({ 'config.json': text(model), 'model.weights.h5': weights });
  const network = await outcome('lacking.keras', file);
  if (typeof network === 'string') throw new Error(network);
  expect(network.weights.size).toBe(0);
  expect(network.notes).toEqual(
    ['c1', 'classes'].flatMap((name) =>
      ['kernel', 'bias'].map((weight) => `Layer ${name} has no ${weight} in the file.`),
    ),
  );
});

test('weights of two layers of one name go into neither', async () => {
  const rest = { 'layers/dense/vars/0': { data: new Float32Array(1280), shape: [256, 5] } };
  const twice = { [`${place}/0`]: kernel, 'layers/functional/layers/conv2d/vars/0': kernel };
  const names = {
    'layers/dense/vars:name': 'classes',
    [`${place}:name`]: 'c1',
    'layers/functional/layers/conv2d/vars:name': 'c1',
  };
  const path = join(folder, 'twice.weights.h5');
  writeFileSync(path, await writeHdf5({ ...rest, ...twice }, names));
  const network = await outcome('described.json', text(model));
  if (typeof network === 'string') throw new Error(network);
  const filled = await importFile(path, network.document);
  if ('problem' in filled) throw new Error(filled.problem.message);
  expect([...filled.weights.keys()]).toEqual(['classes/kernel']);
  expect(filled.notes.join(' ')).toContain('It has no weights for c1');
});
