import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ImportedNetwork } from '../../../src/engine/importing/importedNetwork';
import { importFile } from '../../../src/engine/importing/importFile';
import { decodeSafetensors } from '../../../src/engine/runs/safetensors';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { graphExecutor } from './executors';
import { expectPredictions } from './expectPredictions';

const executor = graphExecutor();

/** A network read from a file; a refusal is thrown. */
export async function imported(path: string, into: NetworkDocument | null = null): Promise<ImportedNetwork> {
  const result = await importFile(path, into);
  if ('problem' in result) throw new Error(`${path}: ${result.problem.message} ${result.problem.advice}`);
  return result;
}

/** The network trains, and answers the images of a folder's `answers.safetensors` with its logits. */
export function expectAnswers(folder: string, { document, weights }: ImportedNetwork): void {
  expect(analyse(document).trains).toBe(true);
  const { tensors } = decodeSafetensors(readFileSync(join(folder, 'answers.safetensors')));
  const [images, logits] = [tensors.get('images'), tensors.get('logits')];
  if (images === undefined || logits === undefined) throw new Error(`${folder} has no answers.`);
  const size = images.shape[0] ?? 0;
  const scoring = executor.createScoring(document);
  try {
    scoring.writeWeights(weights);
    const labels = new Int32Array(size);
    expectPredictions(scoring.predictions({ size, images: images.values, labels }), logits.values);
  } finally {
    scoring.dispose();
  }
}
