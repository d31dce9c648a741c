import { join, resolve } from 'node:path';
import { AdviceError } from '../../engine/adviceError';
import { openTrained } from '../../engine/evaluation/trainedNetwork';
import { drawInitialWeights } from '../../engine/initialWeights';
import { analyse } from '../../network/analysis/analyse';
import type { NetworkDocument } from '../../network/graph/document';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import type { ExportSource } from '../exporting/exportForm';
import { exportForms } from '../exporting/exportForms';
import { makeFolder } from '../makeFolder';
import { fileSize } from '../numberText';
import { openNetwork } from '../openNetwork';
import { writeOutput } from '../writeOutput';

export interface ExportOptions {
  readonly to: string;
  readonly out: string;
  readonly set: readonly string[];
  /** Folder of the run whose weights are taken; without it they are drawn from the seed. */
  readonly weights?: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** `layerwise export`: writes a network in a form that other programs read. */
export function exportNetwork(network: string, options: ExportOptions, io: CommandIo): void {
  const form = exportForms.find(({ id }) => id === options.to);
  if (form === undefined) throw new Error(`${options.to} is no form of export.`);
  const source = openSource(openNetwork(network, options.set), options.weights);
  const folder = resolve(options.out);
  makeFolder(folder);
  const files = [...form.files(source)].map(([name, content]) => {
    const path = join(folder, name);
    writeOutput(path, content, options.force);
    return { file: path, bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.length };
  });
  if (options.json) {
    writeJson(io, { network: source.document.name, to: form.id, files });
    return;
  }
  for (const { file, bytes } of files) writeLine(io.stdout, `${file} · ${fileSize(bytes)}`);
  writeLine(io.stdout, `Weights: ${source.weightsText}.`);
}

function openSource(document: NetworkDocument, run: string | undefined): ExportSource {
  const analysis = analyse(document);
  const problem = analysis.problems.find(({ severity }) => severity === 'error');
  if (!analysis.trains)
    throw new AdviceError(
      `${document.name} can't be exported: ${problem?.message ?? 'it has no way from an input to an output.'}`,
      problem?.advice ?? 'Open it in the window, which shows what is missing.',
    );
  if (run === undefined) {
    const { seed } = document.training;
    const weights = drawInitialWeights(analysis, seed);
    return { document, analysis, weights, weightsText: `as first drawn from the seed ${seed}` };
  }
  const trained = openTrained(resolve(run), 'best');
  requireSameWeights(document, analysis, trained);
  const { name, step } = trained.checkpoint;
  const weightsText = `${name} checkpoint of ${trained.folder}, step ${step.toLocaleString('en')}`;
  return { document, analysis, weights: trained.weights, weightsText };
}

/** Weights are taken by layer and name: all must be there, in the same shapes. */
function requireSameWeights(
  document: NetworkDocument,
  analysis: ExportSource['analysis'],
  trained: ReturnType<typeof openTrained>,
): void {
  for (const { id, label } of document.nodes) {
    const facts = analysis.nodes.get(id);
    if (facts === undefined || !facts.usedInTraining) continue;
    const own = trained.analysis.nodes.get(id)?.weights ?? [];
    const odd = facts.weights.find(
      ({ name, shape }) => own.find((other) => other.name === name)?.shape.join() !== shape.join(),
    );
    if (odd !== undefined)
      throw new AdviceError(
        `The run ${trained.folder} trained another network: its ${label} has no ${odd.name} of ${odd.shape.join('×')}.`,
        'Name the network that was trained; its project is in run.json of the run.',
      );
  }
}
