import { join, resolve } from 'node:path';
import { exportForms } from '../../engine/exporting/exportForms';
import { exportSource } from '../../engine/exporting/exportSource';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
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
export async function exportNetwork(network: string, options: ExportOptions, io: CommandIo): Promise<void> {
  const form = exportForms.find(({ id }) => id === options.to);
  if (form === undefined) throw new Error(`${options.to} is no form of export.`);
  const source = exportSource(openNetwork(network, options.set), options.weights && resolve(options.weights));
  const folder = resolve(options.out);
  makeFolder(folder);
  const files = [...(await form.files(source))].map(([name, content]) => {
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
