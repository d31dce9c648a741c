import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';
import type { ExportForm } from '../../../src/engine/exporting/exportForm';
import { encodeSafetensors } from '../../../src/engine/runs/safetensors';
import type { Batch } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import type { WeightValues } from '../cases/livelyWeights';
import { imageShapeOf } from '../cases/reducedTemplates';

const foundSchema = z.object({
  predictions: z.array(z.number()),
  /** Weights of each layer that has some, by its name in Keras; none are told of a graph. */
  counts: z.record(z.string(), z.number()),
  /** Of one whose README is followed: what the Python of its README prints. */
  answer: z.string().optional(),
});

const resultSchema = z.union([foundSchema, z.object({ error: z.string() })]);
const resultsSchema = z.record(z.string(), resultSchema);

/** What Keras or TensorFlow makes of an exported model, or the traceback of an error there. */
export type ModelFindings = z.infer<typeof resultSchema>;

/** A network with weights, the form in which it leaves, and a batch. */
export interface ModelCase {
  readonly form: ExportForm;
  readonly document: NetworkDocument;
  readonly weights: WeightValues;
  readonly batch: Batch;
  /** The code of its README is run too. */
  readonly followed: boolean;
}

/** Exports all cases and asks the models in one process of Python. */
export async function askModels(cases: readonly ModelCase[]): Promise<readonly ModelFindings[]> {
  const python = await ensurePythonPeer('keras');
  const root = mkdtempSync(join(tmpdir(), 'layerwise-models-'));
  try {
    for (const [index, one] of cases.entries()) await writeCase(join(root, nameOf(index)), one);
    const program = fileURLToPath(new URL('model_check.py', import.meta.url));
    // On any machine as on one whose processor has no AVX-512: TensorFlow can do less there.
    const env = { ...process.env, TF_ENABLE_ONEDNN_OPTS: '0' };
    await promisify(execFile)(python, [program, root], { maxBuffer: 2 ** 26, env });
    const results = resultsSchema.parse(JSON.parse(readFileSync(join(root, 'results.json'), 'utf8')));
    return cases.map((_, index) => results[nameOf(index)] ?? { error: 'no result' });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function nameOf(index: number): string {
  return `case${String(index).padStart(4, '0')}`;
}

async function writeCase(
  folder: string,
  { form, document, weights, batch, followed }: ModelCase,
): Promise<void> {
  mkdirSync(folder);
  const files = await form.files({ document, analysis: analyse(document), weights, weightsText: 'a test’s' });
  for (const [name, content] of files)
    if (followed || name !== 'README.md') writeFileSync(join(folder, name), content);
  const images = { shape: [batch.size, ...imageShapeOf(document)], values: batch.images };
  writeFileSync(join(folder, 'batch.safetensors'), encodeSafetensors(new Map([['images', images]]), {}));
}
