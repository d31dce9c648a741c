import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { projectFileName, withExtension } from '../network/graph/projectFileName';
import type { AnswerOf } from '../protocol/windowChannels';
import { readProjectFile } from './readProjectFile';
import { writeProjectFile } from './writeProjectFile';

/** The questions that opening and saving ask the person; each answer is null when it was cancelled. */
export interface FileQuestions {
  chooseFileToOpen(folder: string): Promise<string | null>;
  chooseFileToSave(suggestedPath: string): Promise<string | null>;
  confirmReplacing(name: string): Promise<boolean>;
}

/** Opens and saves for one window, which may write only where the person opened or saved with it before. */
export class ProjectFiles {
  readonly #questions: FileQuestions;
  readonly #granted = new Set<string>();
  #folder: string;

  /** Dialogs start in `folder`, and later where the last file was. */
  constructor(questions: FileQuestions, folder: string) {
    this.#questions = questions;
    this.#folder = folder;
  }

  async open(): Promise<AnswerOf<'openProject'>> {
    const path = await this.#questions.chooseFileToOpen(this.#folder);
    if (path === null) return { status: 'cancelled' };
    const read = await readProjectFile(path);
    if ('problem' in read) return { status: 'failed', problem: read.problem };
    this.#grant(path);
    return { status: 'done', value: { path, text: read.text } };
  }

  async save(path: string, text: string): Promise<AnswerOf<'saveProject'>> {
    if (this.#granted.has(path)) return this.#write(path, text);
    const message = `${basename(path)} could not be saved: this window has not opened or saved it before.`;
    return { status: 'failed', problem: { message, advice: 'Choose the file with Save As.' } };
  }

  async saveAs(suggestedName: string, text: string): Promise<AnswerOf<'saveProjectAs'>> {
    const chosen = await this.#questions.chooseFileToSave(join(this.#folder, projectFileName(suggestedName)));
    if (chosen === null) return { status: 'cancelled' };
    const path = withExtension(chosen);
    // The dialog asked about the name as it was typed, not about the one with the extension.
    const replaces = path !== chosen && (await exists(path));
    if (replaces && !(await this.#questions.confirmReplacing(basename(path)))) return { status: 'cancelled' };
    return this.#write(path, text);
  }

  async #write(path: string, text: string): Promise<AnswerOf<'saveProject'>> {
    const problem = await writeProjectFile(path, text);
    if (problem !== null) return { status: 'failed', problem };
    this.#grant(path);
    return { status: 'done', value: path };
  }

  #grant(path: string): void {
    this.#granted.add(path);
    this.#folder = dirname(path);
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
