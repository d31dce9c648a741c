import { zipSync } from 'fflate';
import { maxExportBytes } from '../../protocol/exportedFiles';
import { type ExportCommand, type ExportEvent, exportPartBytes } from '../../protocol/exportMessages';
import { AdviceError } from '../adviceError';
import { existingRun } from '../runs/existingRun';
import { checkTrainable } from '../train/checkTrainable';
import { describeFailure } from '../train/failure';
import { exportForms } from './exportForms';
import { exportSource } from './exportSource';

/** An archive that nobody asks for so long is dropped, in ms. */
const keptIdle = 120_000;

type Asked = Extract<ExportCommand, { readonly type: 'exportNetwork' }>;

/** Makes archives of networks' files, and hands the last one out in parts, each when it is asked for. */
export class ExportDesk {
  readonly #runsFolder: string | null;
  readonly #send: (event: ExportEvent) => void;
  #kept: { readonly requestId: string; readonly archive: Uint8Array } | null = null;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(runsFolder: string | null, send: (event: ExportEvent) => void) {
    this.#runsFolder = runsFolder;
    this.#send = send;
  }

  /** Never rejects: what is wrong is told. */
  async handle(command: ExportCommand): Promise<void> {
    const { requestId } = command;
    try {
      if (command.type === 'exportNetwork')
        this.#kept = { requestId, archive: await archiveOf(command, this.#runsFolder) };
      this.#handOut(requestId, command.type === 'exportNetwork' ? 0 : command.part);
    } catch (error) {
      const { message, advice } = describeFailure(error);
      this.#send({ type: 'exportFailed', requestId, message, advice });
    }
  }

  dispose(): void {
    clearTimeout(this.#idleTimer);
    this.#kept = null;
  }

  #handOut(requestId: string, part: number): void {
    const archive = this.#kept?.requestId === requestId ? this.#kept.archive : null;
    const parts = Math.max(1, Math.ceil((archive?.length ?? 0) / exportPartBytes));
    if (archive === null || part >= parts)
      throw new AdviceError('Another export has taken the place of this one.', 'Export again.');
    clearTimeout(this.#idleTimer);
    if (part === parts - 1) this.#kept = null;
    else this.#idleTimer = setTimeout(() => this.dispose(), keptIdle).unref();
    // A part of its own memory: a transport may hand it over.
    const content = archive.slice(part * exportPartBytes, (part + 1) * exportPartBytes);
    this.#send({ type: 'exportedPart', requestId, part, parts, content });
  }
}

async function archiveOf({ form: id, project, run }: Asked, runsFolder: string | null): Promise<Uint8Array> {
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
