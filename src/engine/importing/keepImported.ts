import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../network/analysis/analyse';
import { serialiseProject } from '../../network/graph/projectFile';
import { elementCount } from '../../network/layers/shape';
import type { ImportSignal } from '../../protocol/importMessages';
import { AdviceError } from '../adviceError';
import { weightsFile } from '../exporting/safetensorsForm';

import { writeAside } from '../runs/writeAside';
import type { ImportedNetwork } from './importedNetwork';
import { importFile } from './importFile';

/** What is to be imported. */
export interface ImportOrder {
  readonly path: string;
  /** The file's name, for people. */
  readonly fileName: string;
  /** Takes the weights, each file under the digest of its bytes. */
  readonly weightsFolder: string;
}

/** Makes a project of a model, which begins with the model's weights. `tell` hears how far it is. */
export async function keepImported(
  order: ImportOrder,
  tell: (activity: string) => void,
): Promise<Exclude<ImportSignal, { type: 'progress' }>> {
  const { path, fileName } = order;
  tell(`Reading ${fileName}`);
  try {
    const imported = await importFile(path);
    if ('problem' in imported) {
      const { problem, recipe = [] } = imported;
      return { type: 'refused', problem: { ...problem, recipe: [...recipe] } };
    }
    tell(`Keeping the weights of ${fileName}`);
    return projectOf(imported, order);
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    return { type: 'refused', problem: { message: error.message, advice: error.advice, recipe: [] } };
  }
}

function projectOf(
  imported: ImportedNetwork,
  { fileName, weightsFolder }: ImportOrder,
): ImportSignal & { type: 'imported' } {
  const { document, weights, notes } = imported;
  const analysis = analyse(document);
  const declared = [...analysis.nodes].flatMap(([node, { weights: own }]) =>
    own.map(({ name, shape }) => ({ name: `${node}/${name}`, count: elementCount(shape) })),
  );
  const read = declared.filter(({ name }) => weights.has(name));
  // Behind a gap no shape is known, and weights are told by their shapes.
  const lost = weights.size - read.length;
  const kept =
    read.length === 0
      ? null
      : keep(weightsFile({ document, analysis, weights, weightsText: fileName }), weightsFolder);
  const startingWeights = kept && ({ type: 'file', name: fileName.slice(-200), ...kept } as const);
  return {
    type: 'imported',
    text: serialiseProject(startingWeights === null ? document : { ...document, startingWeights }),
    report: {
      fileName,
      layers: document.nodes.length,
      parameters: sumOf(declared),
      readParameters: sumOf(read),
      trains: analysis.trains,
      notes: [...notes, ...(lost === 0 ? [] : [lostWeights(lost)])],
    },
  };
}

function sumOf(weights: readonly { readonly count: number }[]): number {
  return weights.reduce((sum, { count }) => sum + count, 0);
}

function lostWeights(count: number): string {
  return `${count === 1 ? 'A weight' : `${count} weights`} behind what is missing could not be kept: the shapes of their layers are not known.`;
}

/** The same weights, imported again, are kept once. */
function keep(bytes: Uint8Array, folder: string): { readonly path: string; readonly sha256: string } {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(folder, `${sha256}.safetensors`);
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(path)) writeAside(path, bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdviceError(
      `The weights could not be kept in ${folder}: ${reason}.`,
      'Check that the disk has room and that the folder may be written to, and import the model again.',
      { cause },
    );
  }
  return { path, sha256 };
}
