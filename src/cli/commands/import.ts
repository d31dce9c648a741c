import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { AdviceError } from '../../engine/adviceError';
import { importOnnx } from '../../engine/onnx/importing/importOnnx';
import { analyse } from '../../network/analysis/analyse';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { weightsFile } from '../exporting/safetensorsForm';
import { writeOutput } from '../writeOutput';
import { writeProject } from '../writeProject';

export interface ImportOptions {
  readonly out: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** What ONNX files hold at most, for their format counts in 31 bits: 2 GiB. */
const mostBytes = 2 ** 31 - 1;

/** Sentences that are printed; `--json` has all. */
const mostNotes = 20;

/** `layerwise import`: writes an ONNX model as a project, with its weights beside it. */
export function importNetwork(file: string, { out, force, json }: ImportOptions, io: CommandIo): void {
  const imported = importOnnx(readModel(file), basename(file, extname(file)));
  if ('problem' in imported)
    throw new AdviceError(`${file}: ${imported.problem.message}`, imported.problem.advice);
  const { document, weights, notes } = imported;
  const analysis = analyse(document);
  const weightsPath = `${out.replace(/\.layerwise$/, '')}.safetensors`;
  writeProject(document, out, force);
  writeOutput(weightsPath, weightsFile({ document, analysis, weights, weightsText: file }), force);
  const { trainable, nonTrainable } = analysis.totals;
  if (json) {
    writeJson(io, {
      network: document.name,
      project: out,
      weights: weightsPath,
      layers: document.nodes.length,
      parameters: trainable + nonTrainable,
      trains: analysis.trains,
      notes,
    });
    return;
  }
  writeLine(
    io.stdout,
    `${out} · ${document.nodes.length.toLocaleString('en')} layers · ${(trainable + nonTrainable).toLocaleString('en')} parameters`,
  );
  writeLine(io.stdout, `${weightsPath} · its weights`);
  for (const note of notes.slice(0, mostNotes)) writeLine(io.stderr, note);
  if (notes.length > mostNotes)
    writeLine(io.stderr, `And ${notes.length - mostNotes} more; --json lists them all.`);
  if (notes.length > 0)
    writeLine(io.stderr, 'The network has gaps there: open it in the window to see what is missing.');
}

function readModel(path: string): Uint8Array {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const state = fstatSync(file);
    if (!state.isFile())
      throw new AdviceError(`${path} is not a file.`, 'Name a file that was exported as ONNX.');
    if (state.size > mostBytes)
      throw new AdviceError(
        `${path} is larger than any ONNX file: 2 GiB.`,
        'Name a file that was exported as ONNX.',
      );
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof AdviceError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AdviceError(`${path} can't be read: ${reason}.`, 'Check that it exists and may be read.', {
      cause,
    });
  } finally {
    if (file !== null) closeSync(file);
  }
}
