import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { z } from 'zod';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';
import type { ImportedNetwork } from '../../../src/engine/importing/importedNetwork';
import { analyse } from '../../../src/network/analysis/analyse';
import { expectAnswers } from '../cases/importedAnswers';

const countsSchema = z.array(z.tuple([z.string(), z.number()]));

/** Has Keras save these sets of models into a folder. */
export async function saveKerasModels(folder: string, sets: readonly string[]): Promise<void> {
  const python = await ensurePythonPeer('keras');
  const program = fileURLToPath(new URL('keras_models.py', import.meta.url));
  await promisify(execFile)(python, [program, folder, ...sets]);
}

/**
 * The network has Keras's parameters, layer by layer, and its logits, to a thousandth of the largest. Where a model has
 * names twice, layers are numbered here: `numbered`.
 */
export function expectKerasAnswers(folder: string, network: ImportedNetwork, numbered = false): void {
  const { nodes } = analyse(network.document);
  const nameOf = (name: string) => (numbered ? name.replace(/_\d+$/, '') : name);
  const counts = [...nodes].flatMap(([id, { trainable, nonTrainable }]) =>
    trainable + nonTrainable > 0 ? [`${nameOf(id)} ${trainable + nonTrainable}`] : [],
  );
  const expected = kerasCounts(folder).map(([name, count]) => `${nameOf(name)} ${count}`);
  expect([...new Set(counts)].sort()).toEqual([...new Set(expected)].sort());
  expectAnswers(folder, network);
}

function kerasCounts(folder: string): readonly (readonly [string, number])[] {
  return countsSchema.parse(JSON.parse(readFileSync(join(folder, 'counts.json'), 'utf8')));
}
