import { zipSync } from 'fflate';
import { maxExportBytes } from '../../protocol/exportedFiles';
import { type ExportCommand, type ExportEvent, exportPartBytes } from '../../protocol/exportMessages';
import { AdviceError } from '../adviceError';
import { existingRun } from '../runs/existingRun';
import { checkTrainable } from '../train/checkTrainable';
import { describeFailure } from '../train/failure';
import { exportForms } from './exportForms';
import { exportSource } from './exportSource';

/** Makes a network's files, and sends them as one zip archive in parts; or says why there are none. Never rejects. */
export async function answerExport(
  command: ExportCommand,
  runsFolder: string | null,
  send: (event: ExportEvent) => void,
): Promise<void> {
  const { requestId } = command;
  try {
    const archive = await archiveOf(command, runsFolder);
    const parts = Math.max(1, Math.ceil(archive.length / exportPartBytes));
    for (let part = 0; part < parts; part += 1) {
      // A part of its own memory: a transport may hand it over.
      const content = archive.slice(part * exportPartBytes, (part + 1) * exportPartBytes);
      send({ type: 'exportedPart', requestId, part, parts, content });
    }
  } catch (error) {
    const { message, advice } = describeFailure(error);
    send({ type: 'exportFailed', requestId, message, advice });
  }
}

async function archiveOf(
  { form: id, project, run }: ExportCommand,
  runsFolder: string | null,
): Promise<Uint8Array> {
  const form = exportForms.find((one) => one.id === id);
  if (form === undefined) throw new Error(`${id} is no form of export.`);
  const { document } = checkTrainable(project);
  if (run !== null && runsFolder === null)
    throw new AdviceError('This engine keeps no runs.', 'Export the weights as first drawn.');
  const folder = run === null || runsFolder === null ? undefined : existingRun(runsFolder, run);
  const files = await form.files(exportSource(document, folder, runsFolder));
  const bytes = [...files].map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ]);
  const total = bytes.reduce((sum, [, { length }]) => sum + length, 0);
  if (total > 0.99 * maxExportBytes)
    throw new AdviceError(
      `${document.name} makes files of ${(total / 1024 ** 3).toFixed(1)} GiB: too much to go through the window.`,
      `Save the project, and type: layerwise export FILE --to ${id} --out FOLDER`,
    );
  // Weights are noise to a packer: they are stored as they are.
  return zipSync(Object.fromEntries(bytes), { level: 0 });
}
