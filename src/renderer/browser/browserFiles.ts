import { projectFileName } from '../../network/graph/projectFileName';
import { recentProjectsKept } from '../../protocol/keptProjects';
import type { ProjectPortrait } from '../../protocol/projectPortrait';
import type { RequestedFile } from '../../protocol/requestedFiles';
import type { AnswerOf } from '../../protocol/windowChannels';
import { t } from '../language/t';
import { describeChosen } from './describeChosen';
import type { ChosenFile } from './droppedProject';
import { isGranted, mayUse, pick, pickerTypes } from './fileAccess';
import { askForFile, download } from './fileInput';
import { readText, writeFile } from './fileText';
import { KeptHandles } from './keptHandles';

/**
 * Opens and saves projects from a page. Where the browser has the File System Access API, Save writes the file that
 * was opened; elsewhere each save is a download. A page never learns where a file lies: its path is its name.
 */
export class BrowserFiles {
  readonly #handles = new KeptHandles();
  /** The file that was dropped on the page last, until it is opened. */
  #offered: ChosenFile | null = null;

  offer(file: ChosenFile): void {
    this.#offered = file;
  }

  /** Asks for the file that is to be opened next. */
  async choose(): Promise<boolean> {
    const chosen = await chooseFile();
    if (chosen !== null) this.offer(chosen);
    return chosen !== null;
  }

  /** What is to be opened next, as far as its name tells. */
  async describe(): Promise<RequestedFile | null> {
    if (this.#offered === null) return null;
    return describeChosen(this.#offered, await this.#handles.pathOf(this.#offered.handle));
  }

  async openOffered(): Promise<AnswerOf<'openRequestedProject'>> {
    const offered = this.#offered;
    this.#offered = null;
    return this.#read(offered);
  }

  /** Files that this browser can be asked for again. It does not say where they lie. */
  async recent(): Promise<AnswerOf<'listRecentProjects'>> {
    const handles = (await this.#handles.list()).slice(0, recentProjectsKept);
    return handles.map(({ path, handle, usedAt, portrait = null }) => ({
      path,
      name: handle.name,
      folder: '',
      usedAt,
      portrait,
    }));
  }

  portray(path: string, portrait: ProjectPortrait | null): Promise<void> {
    return this.#handles.portray(path, portrait);
  }

  forgetRecent(path: string): Promise<void> {
    return this.#handles.forget(path);
  }

  async openRecent(path: string): Promise<AnswerOf<'openRecentProject'>> {
    const handle = await this.#handles.find(path);
    if (handle === null || !(await mayUse(handle, 'read'))) return { status: 'cancelled' };
    try {
      return await this.#read({ file: await handle.getFile(), handle, isFolder: false });
    } catch {
      await this.#handles.forget(path);
      const message = t`${handle.name} could not be opened: it was moved or deleted, and has left the list.`;
      return { status: 'failed', problem: { message, advice: t`Open it from where it is now.` } };
    }
  }

  async #read(chosen: ChosenFile | null): Promise<AnswerOf<'openRequestedProject'>> {
    if (chosen === null) return { status: 'cancelled' };
    const { file, handle } = chosen;
    const text = await readText(file);
    if (typeof text !== 'string') return { status: 'failed', problem: text };
    const path = await this.#remember(file.name, handle);
    return { status: 'done', value: { path, text } };
  }

  async save(path: string, text: string): Promise<AnswerOf<'saveProject'>> {
    const handle = await this.#handles.find(path);
    if (handle !== null) return this.#write(handle, text);
    download(path, text);
    return { status: 'done', value: path };
  }

  /** Only where the browser would ask nothing: a download after each change is wanted by nobody. */
  async autosave(path: string, text: string): Promise<AnswerOf<'autosaveProject'>> {
    const handle = await this.#handles.find(path);
    if (handle === null || !(await isGranted(handle))) return { status: 'cancelled' };
    return this.#write(handle, text);
  }

  async saveAs(suggestedName: string, text: string): Promise<AnswerOf<'saveProjectAs'>> {
    const name = projectFileName(suggestedName);
    if (window.showSaveFilePicker === undefined) {
      await this.#handles.forget(name);
      download(name, text);
      return { status: 'done', value: name };
    }
    const handle = await pick(window.showSaveFilePicker({ suggestedName: name, types: pickerTypes }));
    if (handle === null) return { status: 'cancelled' };
    return this.#write(handle, text);
  }

  async #write(handle: FileSystemFileHandle, text: string): Promise<AnswerOf<'saveProject'>> {
    const problem = await writeFile(handle, text);
    if (problem !== null) return { status: 'failed', problem };
    return { status: 'done', value: await this.#remember(handle.name, handle) };
  }

  /** The path under which a file is known from now on: its name, numbered where another file has the same. */
  async #remember(name: string, handle: FileSystemFileHandle | null): Promise<string> {
    for (let number = 1; ; number += 1) {
      const path = number === 1 ? name : `${name} (${number})`;
      const known = await this.#handles.find(path);
      if (known !== null && (handle === null || !(await known.isSameEntry(handle)))) continue;
      if (handle !== null) await this.#handles.keep(path, handle);
      return path;
    }
  }
}

async function chooseFile(): Promise<ChosenFile | null> {
  if (window.showOpenFilePicker === undefined) {
    const file = await askForFile();
    return file === null ? null : { file, handle: null, isFolder: false };
  }
  const [handle] = (await pick(window.showOpenFilePicker({ types: pickerTypes }))) ?? [];
  return handle === undefined ? null : { file: await handle.getFile(), handle, isFolder: false };
}
