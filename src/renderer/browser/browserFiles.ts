import { projectFileName } from '../../network/graph/projectFileName';
import { type AnswerOf, type FileProblem, maxProjectBytes } from '../../protocol/windowChannels';
import type { ChosenFile } from './droppedProject';
import { pick, pickerTypes } from './fileAccess';
import { askForFile, download } from './fileInput';

/**
 * Opens and saves projects from a page. Where the browser has the File System Access API, Save writes the file that
 * was opened; elsewhere each save is a download. A page never learns where a file lies: its path is its name.
 */
export class BrowserFiles {
  readonly #handles = new Map<string, FileSystemFileHandle>();
  /** The file that was dropped on the page last, until it is opened. */
  #offered: ChosenFile | null = null;

  offer(file: ChosenFile): void {
    this.#offered = file;
  }

  async open(): Promise<AnswerOf<'openProject'>> {
    return this.#read(await chooseFile());
  }

  async openOffered(): Promise<AnswerOf<'openRequestedProject'>> {
    const offered = this.#offered;
    this.#offered = null;
    return this.#read(offered);
  }

  async #read(chosen: ChosenFile | null): Promise<AnswerOf<'openProject'>> {
    if (chosen === null) return { status: 'cancelled' };
    const { file, handle } = chosen;
    const text = await readText(file);
    if (typeof text !== 'string') return { status: 'failed', problem: text };
    const path = await this.#remember(file.name, handle);
    return { status: 'done', value: { path, text } };
  }

  async save(path: string, text: string): Promise<AnswerOf<'saveProject'>> {
    const handle = this.#handles.get(path);
    if (handle === undefined) {
      download(path, text);
      return { status: 'done', value: path };
    }
    return (await write(handle, text)) ?? { status: 'done', value: path };
  }

  async saveAs(suggestedName: string, text: string): Promise<AnswerOf<'saveProjectAs'>> {
    const name = projectFileName(suggestedName);
    if (window.showSaveFilePicker === undefined) {
      this.#handles.delete(name);
      download(name, text);
      return { status: 'done', value: name };
    }
    const handle = await pick(window.showSaveFilePicker({ suggestedName: name, types: pickerTypes }));
    if (handle === null) return { status: 'cancelled' };
    const failure = await write(handle, text);
    return failure ?? { status: 'done', value: await this.#remember(handle.name, handle) };
  }

  /** The path under which a file is known from now on: its name, numbered where another file has the same. */
  async #remember(name: string, handle: FileSystemFileHandle | null): Promise<string> {
    for (let number = 1; ; number += 1) {
      const path = number === 1 ? name : `${name} (${number})`;
      const known = this.#handles.get(path);
      if (known !== undefined && (handle === null || !(await known.isSameEntry(handle)))) continue;
      if (handle !== null) this.#handles.set(path, handle);
      return path;
    }
  }
}

async function chooseFile(): Promise<ChosenFile | null> {
  if (window.showOpenFilePicker === undefined) {
    const file = await askForFile();
    return file === null ? null : { file, handle: null };
  }
  const [handle] = (await pick(window.showOpenFilePicker({ types: pickerTypes }))) ?? [];
  return handle === undefined ? null : { file: await handle.getFile(), handle };
}

async function readText(file: File): Promise<string | FileProblem> {
  const failed = `${file.name} could not be opened`;
  const choose = 'Choose a project that Layerwise saved; it is a JSON text file of less than 1 MiB.';
  if (file.size > maxProjectBytes)
    return {
      message: `${failed}: it is larger than a project can be, ${maxProjectBytes / 2 ** 20} MiB.`,
      advice: choose,
    };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof TypeError) return { message: `${failed}: it holds no UTF-8 text.`, advice: choose };
    return {
      message: `${failed}: the browser could not read it.`,
      advice: 'Check that the file is still there and that you may read it, and open it again.',
    };
  }
}

/** Writes a file whole: the browser puts the new text in its place when all of it is there. */
async function write(
  handle: FileSystemFileHandle,
  text: string,
): Promise<{ status: 'failed'; problem: FileProblem } | null> {
  try {
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    return null;
  } catch (error) {
    const { reason, advice } = explain(error);
    return {
      status: 'failed',
      problem: { message: `${handle.name} could not be saved: ${reason}.`, advice },
    };
  }
}

function explain(error: unknown): { readonly reason: string; readonly advice: string } {
  const elsewhere = 'Save the project as another file with Save as.';
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError')
    return {
      reason: 'this page may not write it',
      advice: `Save again, and allow it when the browser asks. Otherwise: ${elsewhere}`,
    };
  if (name === 'QuotaExceededError')
    return { reason: 'the disk is full', advice: 'Free some space, and save again.' };
  if (name === 'NotFoundError') return { reason: 'the file or its folder is gone', advice: elsewhere };
  if (name === 'NoModificationAllowedError')
    return { reason: 'the file is locked or read-only', advice: elsewhere };
  return { reason: error instanceof Error ? error.message : String(error), advice: elsewhere };
}
