import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';
import { encodeSafetensors, type NamedTensor } from '../../../src/engine/runs/safetensors';
import type { Batch, TrainingExecutor } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import { codeText } from '../../../src/network/code/codeLines';
import { kerasModel } from '../../../src/network/code/keras/kerasModel';
import { readKerasNetwork } from '../../../src/network/code/keras/kerasNodes';
import { kerasReadme } from '../../../src/network/code/keras/kerasReadme';
import { pytorchModel } from '../../../src/network/code/pytorch/pytorchModel';
import { pytorchReadme } from '../../../src/network/code/pytorch/pytorchReadme';
import type { NetworkDocument } from '../../../src/network/graph/document';
import type { Shape } from '../../../src/network/layers/shape';

const foundSchema = z.object({
  logits: z.array(z.number()),
  loss: z.number(),
  parameters: z.record(z.string(), z.number()),
  gradientNorms: z.record(z.string(), z.number()),
  /** By how much each of them differs from that in double precision. */
  gradientRounding: z.record(z.string(), z.number()),
  layers: z.record(z.string(), z.string()),
  starts: z.record(z.string(), z.tuple([z.number(), z.number()])),
});

/** What a framework in Python makes of an exported script. */
export type ScriptFindings = z.infer<typeof foundSchema>;

const resultsSchema = z.record(z.string(), z.union([foundSchema, z.object({ error: z.string() })]));

/** A network, the weights that both sides have, and a batch. */
export interface ScriptCase {
  readonly document: NetworkDocument;
  readonly weights: ReturnType<TrainingExecutor['readWeights']>;
  readonly batch: Batch;
  readonly imageShape: Shape;
}

/** The scripts of a framework, and the program that runs them. */
export interface ScriptPeer {
  readonly id: 'pytorch' | 'keras';
  readonly label: string;
  readonly lines: typeof pytorchModel;
  readme(document: NetworkDocument): string;
}

export const pytorchPeer: ScriptPeer = {
  id: 'pytorch',
  label: 'PyTorch',
  lines: pytorchModel,
  readme: pytorchReadme,
};
export const kerasPeer: ScriptPeer = {
  id: 'keras',
  label: 'Keras',
  lines: kerasModel,
  readme: (document) => kerasReadme(readKerasNetwork(document, analyse(document))),
};

/**
 * Runs the scripts of all cases in one process, and of the first what its README says in Python; an error is thrown with
 * its traceback.
 */
export async function runScripts(
  peer: ScriptPeer,
  cases: readonly ScriptCase[],
): Promise<readonly ScriptFindings[]> {
  const python = await ensurePythonPeer(peer.id);
  const root = mkdtempSync(join(tmpdir(), `layerwise-${peer.id}-`));
  try {
    for (const [index, one] of cases.entries()) writeCase(peer, join(root, nameOf(index)), one);
    const [first] = cases;
    if (first !== undefined) writeFileSync(join(root, nameOf(0), 'README.md'), peer.readme(first.document));
    const program = fileURLToPath(new URL(`${peer.id}_check.py`, import.meta.url));
    await promisify(execFile)(python, [program, root]);
    const results = resultsSchema.parse(JSON.parse(readFileSync(join(root, 'results.json'), 'utf8')));
    return cases.map(({ document }, index) => {
      const result = results[nameOf(index)];
      if (result === undefined || 'error' in result)
        throw new Error(
          `${document.name} in ${peer.label}: ${result?.error ?? 'no result'}\n${scriptOf(peer, document)}`,
        );
      return result;
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function nameOf(index: number): string {
  return `case${String(index).padStart(4, '0')}`;
}

function scriptOf({ lines }: ScriptPeer, document: NetworkDocument): string {
  return codeText(lines(document, analyse(document)));
}

function writeCase(
  peer: ScriptPeer,
  folder: string,
  { document, weights, batch, imageShape }: ScriptCase,
): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'model.py'), scriptOf(peer, document));
  const { nodes } = analyse(document);
  const tensors = new Map<string, NamedTensor>();
  for (const [id, { weights: declared }] of nodes)
    for (const { name, shape } of declared) {
      const values = weights.get(`${id}/${name}`);
      if (values !== undefined) tensors.set(`${id}/${name}`, { shape, values });
    }
  writeFileSync(join(folder, 'weights.safetensors'), encodeSafetensors(tensors, {}));
  const images = { shape: [batch.size, ...imageShape], values: batch.images };
  const labels = { shape: [batch.size], values: Float32Array.from(batch.labels) };
  const batchTensors = new Map([
    ['images', images],
    ['labels', labels],
  ]);
  writeFileSync(join(folder, 'batch.safetensors'), encodeSafetensors(batchTensors, {}));
}
