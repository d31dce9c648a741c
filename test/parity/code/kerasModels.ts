import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { z } from 'zod';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';
import type { ImportedNetwork } from '../../../src/engine/importing/importedNetwork';
import { importFile } from '../../../src/engine/importing/importFile';
import { decodeSafetensors } from '../../../src/engine/runs/safetensors';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { graphExecutor } from '../cases/executors';

const executor = graphExecutor();
const countsSchema = z.array(z.tuple([z.string(), z.number()]));

/** Has Keras save these sets of models into a folder. */
export async function saveKerasModels(folder: string, sets: readonly string[]): Promise<void> {
  const python = await ensurePythonPeer('keras');
  const program = fileURLToPath(new URL('keras_models.py', import.meta.url));
  await promisify(execFile)(python, [program, folder, ...sets]);
}

/** A network read from a file; a refusal is thrown. */
export async function imported(path: string, into: NetworkDocument | null = null): Promise<ImportedNetwork> {
  const result = await importFile(path, into);
  if ('problem' in result) throw new Error(`${path}: ${result.problem.message} ${result.problem.advice}`);
  return result;
}

/**
 * The network has Keras's parameters, layer by layer, and its logits, to a thousandth of the largest. Where a model has
 * names twice, layers are numbered here: `numbered`.
 */
export function expectKerasAnswers(
  folder: string,
  { document, weights }: ImportedNetwork,
  numbered = false,
): void {
  const { nodes, trains } = analyse(document);
  expect(trains).toBe(true);
  const nameOf = (name: string) => (numbered ? name.replace(/_\d+$/, '') : name);
  const counts = [...nodes].flatMap(([id, { trainable, nonTrainable }]) =>
    trainable + nonTrainable > 0 ? [`${nameOf(id)} ${trainable + nonTrainable}`] : [],
  );
  const expected = kerasCounts(folder).map(([name, count]) => `${nameOf(name)} ${count}`);
  expect([...new Set(counts)].sort()).toEqual([...new Set(expected)].sort());
  const { tensors } = decodeSafetensors(readFileSync(join(folder, 'answers.safetensors')));
  const [images, logits] = [tensors.get('images'), tensors.get('logits')];
  if (images === undefined || logits === undefined) throw new Error(`${folder} has no answers.`);
  const size = images.shape[0] ?? 0;
  const scoring = executor.createScoring(document);
  try {
    scoring.writeWeights(weights);
    const found = scoring.predictions({ size, images: images.values, labels: new Int32Array(size) });
    expect(found).toHaveLength(logits.values.length);
    const largest = Math.max(...logits.values.map(Math.abs));
    expect(largest).toBeGreaterThan(0);
    for (const [at, value] of logits.values.entries())
      expect(Math.abs(value - (found[at] ?? Number.NaN))).toBeLessThanOrEqual(1e-3 * largest);
  } finally {
    scoring.dispose();
  }
}

function kerasCounts(folder: string): readonly (readonly [string, number])[] {
  return countsSchema.parse(JSON.parse(readFileSync(join(folder, 'counts.json'), 'utf8')));
}
