import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { encodeSafetensors } from '../../../src/engine/runs/safetensors';
import { weightShapes } from '../../../src/engine/runs/weightShapes';
import { readStartingWeights, takeRecordedWeights, takeWeights } from '../../../src/engine/startingWeights';
import { analyse } from '../../../src/network/analysis/analyse';
import { applyEdit } from '../../../src/network/graph/edits';
import { setField } from '../../../src/network/graph/layerEdits';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { temporaryFolder } from './temporaryFolder';

const folder = temporaryFolder();
const lenet = lenet5.create();
const last = 'fc3';

function write(prefix: string): string {
  const analysis = analyse(lenet);
  const shapes = weightShapes(analysis);
  const tensors = [...drawInitialWeights(analysis, 7)].map(
    ([name, values]) => [prefix + name, { shape: shapes.get(name) ?? [], values }] as const,
  );
  const path = join(folder.path, 'weights.safetensors');
  writeFileSync(path, encodeSafetensors(new Map(tensors), {}));
  return path;
}

test.each(['', 'weights/'])('weights named %s… are taken where name and shape agree', (prefix) => {
  const weights = readStartingWeights(write(prefix));
  expect(takeWeights(weights, analyse(lenet)).taken).toEqual(drawInitialWeights(analyse(lenet), 7));
  const wider = analyse(applyEdit(lenet, setField(lenet, last, 'units', 12)).document);
  const { taken, drawn } = takeWeights(weights, wider);
  expect(drawn).toEqual([
    { node: last, name: `${last}/kernel`, shape: [84, 12], found: [84, 10] },
    { node: last, name: `${last}/bias`, shape: [12], found: [10] },
  ]);
  expect(taken.size + drawn.length).toBe(drawInitialWeights(wider, 7).size);
});

test('a run whose starting weights are gone or have changed says so', () => {
  const path = write('');
  const { record } = takeWeights(readStartingWeights(path), analyse(lenet));
  const recorded = { startingWeights: record };
  expect(takeRecordedWeights(recorded, analyse(lenet)).size).toBeGreaterThan(0);
  write('weights/');
  expect(() => takeRecordedWeights(recorded, analyse(lenet))).toThrow('has changed since');
  const gone = { startingWeights: { ...record, path: join(folder.path, 'gone') } };
  expect(() => takeRecordedWeights(gone, analyse(lenet))).toThrow('is missing');
});

test('a folder without checkpoints is no place to begin from', () => {
  mkdirSync(join(folder.path, 'empty'));
  expect(() => readStartingWeights(join(folder.path, 'empty'))).toThrow('holds no checkpoint');
});
