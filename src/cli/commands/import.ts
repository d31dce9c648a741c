import { AdviceError } from '../../engine/adviceError';
import { weightsFile } from '../../engine/exporting/safetensorsForm';
import type { ImportedNetwork } from '../../engine/importing/importedNetwork';
import { importFile } from '../../engine/importing/importFile';
import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { openNetwork } from '../openNetwork';
import { writeOutput } from '../writeOutput';
import { writeProject } from '../writeProject';

export interface ImportOptions {
  /** Project to write; absent where weights alone go beside a project that is there. */
  readonly out?: string;
  /** Project whose weights the file holds. */
  readonly into?: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** Sentences that are printed; `--json` has all. */
const mostNotes = 20;

/** `layerwise import`: writes a model of another program as a project, with its weights beside it. */
export async function importNetwork(
  file: string,
  { out, into, force, json }: ImportOptions,
  io: CommandIo,
): Promise<void> {
  const project = out ?? into;
  if (project === undefined)
    throw new AdviceError(
      'It is not said where to write the project.',
      'Add --out FILE, or --into PROJECT for weights of a project that is there.',
    );
  const imported = await importFile(file, into === undefined ? null : openNetwork(into));
  if ('problem' in imported) {
    const { problem, recipe = [] } = imported;
    if (recipe.length > 0 && json) writeJson(io, { recipe });
    else for (const line of recipe) writeLine(io.stdout, line);
    throw new AdviceError(`${file}: ${problem.message}`, problem.advice);
  }
  const { document, weights } = imported;
  const analysis = analyse(document);
  const weightsPath = weights.size === 0 ? null : `${project.replace(/\.layerwise$/, '')}.safetensors`;
  if (out !== undefined) writeProject(document, out, force);
  if (weightsPath !== null)
    writeOutput(weightsPath, weightsFile({ document, analysis, weights, weightsText: file }), force);
  const report = { imported, analysis, project, weightsPath };
  if (json) writeJson(io, jsonReport(report));
  else writeReport(report, io);
}

interface Report {
  readonly imported: ImportedNetwork;
  readonly analysis: Analysis;
  readonly project: string;
  /** Null where the file holds none. */
  readonly weightsPath: string | null;
}

function jsonReport({ imported: { document, notes }, analysis, project, weightsPath }: Report): object {
  const { trainable, nonTrainable } = analysis.totals;
  return {
    network: document.name,
    project,
    weights: weightsPath,
    layers: document.nodes.length,
    parameters: trainable + nonTrainable,
    trains: analysis.trains,
    notes,
  };
}

function writeReport(
  { imported: { document, notes }, analysis, project, weightsPath }: Report,
  io: CommandIo,
): void {
  const { trainable, nonTrainable } = analysis.totals;
  writeLine(
    io.stdout,
    `${project} · ${document.nodes.length.toLocaleString('en')} layers · ${(trainable + nonTrainable).toLocaleString('en')} parameters`,
  );
  writeLine(
    io.stdout,
    weightsPath === null
      ? 'It holds no weights: training begins with new ones.'
      : `${weightsPath} · its weights`,
  );
  for (const note of notes.slice(0, mostNotes)) writeLine(io.stderr, note);
  if (notes.length > mostNotes)
    writeLine(io.stderr, `And ${notes.length - mostNotes} more; --json lists them all.`);
  if (notes.length > 0 && !analysis.trains)
    writeLine(io.stderr, 'The network has gaps there: open it in the window to see what is missing.');
}
