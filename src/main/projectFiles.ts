import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { projectFileName, withExtension } from '../network/graph/projectFileName';
import type { AnswerOf } from '../protocol/windowChannels';
import type { DraftFiles } from './draftKeeper';
import { digestOf, digestOfFile } from './fileDigest';
import { textForFile, textForWindow } from './placedProject';
import { readProjectFile } from './readProjectFile';
import type { RecentProjects } from './recentProjects';
import { weightsBeside } from './weightsBeside';
import { writeProjectFile } from './writeProjectFile';

/** The questions that opening and saving ask the person; each answer is null when it was cancelled. */
export interface FileQuestions {
  chooseFileToOpen(folder: string): Promise<string | null>;
  chooseFileToSave(suggestedPath: string): Promise<string | null>;
  confirmReplacing(name: string): Promise<boolean>;
  /** The file was changed by someone else since it was opened. */
  chooseAgainstChangedFile(name: string): Promise<'overwrite' | 'saveAs' | null>;
}

type Opening = AnswerOf<'openRequestedProject'>;
type Saving = AnswerOf<'saveProject'>;

/** Opens and saves for one window, which may write only where the person opened or saved with it before. */
export class ProjectFiles implements DraftFiles {
  readonly #questions: FileQuestions;
  readonly #recent: RecentProjects;
  /** Digest of each file's content as this window knows it, by path. */
  readonly #known = new Map<string, string>();
  readonly #weightsFolder: string;
  #folder: string;
  #requested: string | null = null;
  #saving: Promise<unknown> = Promise.resolve();

  /** Dialogs start in `folder`, and later where the last file was; imported weights wait in `weightsFolder`. */
  constructor(questions: FileQuestions, recent: RecentProjects, folder: string, weightsFolder: string) {
    this.#questions = questions;
    this.#recent = recent;
    this.#folder = folder;
    this.#weightsFolder = weightsFolder;
  }

  /** Asks for the file that the window is to open next. */
  async choose(): Promise<boolean> {
    const path = await this.#questions.chooseFileToOpen(this.#folder);
    if (path !== null) this.request(path);
    return path !== null;
  }

  /** Notes the file that the window is to open next, which the person has chosen outside of its page. */
  request(path: string): void {
    this.#requested = path;
  }

  /** That file, once. */
  takeRequest(): string | null {
    const path = this.#requested;
    this.#requested = null;
    return path;
  }

  /** Opens a project that the person has chosen. */
  open(path: string): Promise<Opening> {
    return this.#read(path);
  }

  async openRecent(path: string): Promise<Opening> {
    if (this.#recent.has(path)) return this.#read(path);
    const message = `${basename(path)} could not be opened: it is not among the recent projects.`;
    return { status: 'failed', problem: { message, advice: 'Choose the file with Open.' } };
  }

  /** Opens a file that was open when Layerwise ended. The list of recent projects stays in its order. */
  async reopen(path: string): Promise<Opening> {
    return this.#read(path, (digest) => this.readmit(path, digest));
  }

  save(path: string, text: string): Promise<Saving> {
    return this.#next(() => this.#save(path, text));
  }

  saveAs(suggestedName: string, text: string): Promise<Saving> {
    return this.#next(() => this.#saveAs(suggestedName, text));
  }

  /** Saves without a question; refused where others have changed the file, and where it is gone. */
  autosave(path: string, text: string): Promise<Saving> {
    return this.#next(async () => {
      const present = await digestOfFile(path);
      if (present !== null && present === this.#known.get(path)) return this.#write(path, text);
      const fault = present === null ? 'it is gone' : 'others have changed it';
      const message = `${basename(path)} was not saved by itself: ${fault}.`;
      return {
        status: 'failed',
        problem: { message, advice: 'Save it yourself, under this name or another.' },
      };
    });
  }

  /** One save after the other: none takes the writing of the one before for a change of others. */
  #next(save: () => Promise<Saving>): Promise<Saving> {
    const answer = this.#saving.then(save);
    this.#saving = answer.catch(() => undefined);
    return answer;
  }

  async #save(path: string, text: string): Promise<Saving> {
    const known = this.#known.get(path);
    if (known === undefined) {
      const message = `${basename(path)} could not be saved: this window has not opened or saved it before.`;
      return { status: 'failed', problem: { message, advice: 'Choose the file with Save As.' } };
    }
    const present = await digestOfFile(path);
    if (present === null || present === known) return this.#write(path, text);
    const choice = await this.#questions.chooseAgainstChangedFile(basename(path));
    if (choice === 'overwrite') return this.#write(path, text);
    return choice === 'saveAs' ? this.#saveAs(basename(path), text) : { status: 'cancelled' };
  }

  async #saveAs(suggestedName: string, text: string): Promise<Saving> {
    const chosen = await this.#questions.chooseFileToSave(join(this.#folder, projectFileName(suggestedName)));
    if (chosen === null) return { status: 'cancelled' };
    const path = withExtension(chosen);
    // The dialog asked about the name as it was typed, not about the one with the extension.
    const replaces = path !== chosen && (await exists(path));
    if (replaces && !(await this.#questions.confirmReplacing(basename(path)))) return { status: 'cancelled' };
    return this.#write(path, text);
  }

  knownDigest(path: string): string | null {
    return this.#known.get(path) ?? null;
  }

  readmit(path: string, digest: string): void {
    this.#known.set(path, digest);
    this.#folder = dirname(path);
  }

  async #read(path: string, admit = (digest: string): void => this.#use(path, digest)): Promise<Opening> {
    const read = await readProjectFile(path);
    if ('text' in read) {
      admit(read.digest);
      return { status: 'done', value: { path, text: textForWindow(read.text, path) } };
    }
    const { message, advice } = read.problem;
    if (!this.#recent.has(path) || (await exists(path))) return { status: 'failed', problem: read.problem };
    this.#recent.forget(path);
    const removed = `${advice} It was taken off the list of recent projects.`;
    return { status: 'failed', problem: { message, advice: removed } };
  }

  async #write(path: string, given: string): Promise<Saving> {
    const placed = await weightsBeside(given, path, this.#weightsFolder);
    if ('problem' in placed) return { status: 'failed', problem: placed.problem };
    const text = textForFile(placed.text, path);
    const problem = await writeProjectFile(path, text);
    if (problem !== null) return { status: 'failed', problem };
    this.#use(path, digestOf(Buffer.from(text)));
    return { status: 'done', value: path };
  }

  #use(path: string, digest: string): void {
    this.readmit(path, digest);
    this.#recent.note(path);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
