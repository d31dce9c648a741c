import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptBlock, keptBlockIdSchema, keptBlocksLimit } from '../protocol/keptBlocks';
import type { AnswerOf, RequestOf } from '../protocol/windowChannels';
import { fileErrorReason } from './fileProblems';
import { readProjectFile } from './readProjectFile';
import { replaceFile } from './replaceFile';

const extension = '.json';

/** Blocks that a person keeps for all projects, each in a file of its own in a folder of the profile. */
export class OwnBlocks {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** By the names of their files. Those that can't be read come with the reason. */
  async list(): Promise<KeptBlock[]> {
    const ids = (await this.#names())
      .filter((name) => name.endsWith(extension))
      .map((name) => name.slice(0, -extension.length))
      .filter((id) => keptBlockIdSchema.safeParse(id).success)
      .sort()
      .slice(0, keptBlocksLimit);
    return Promise.all(ids.map((id) => this.#read(id)));
  }

  async keep({ id, text }: RequestOf<'keepBlock'>): Promise<AnswerOf<'keepBlock'>> {
    try {
      await mkdir(this.#folder, { recursive: true });
      const path = this.#pathOf(id);
      await replaceFile(path, `${path}.part`, 0o600, Buffer.from(text));
      return { status: 'done', value: null };
    } catch (error) {
      return failed(`The block could not be kept: ${fileErrorReason(error, 'save')}.`, this.#folder);
    }
  }

  async forget({ id }: RequestOf<'forgetBlock'>): Promise<AnswerOf<'forgetBlock'>> {
    try {
      await rm(this.#pathOf(id), { force: true });
      return { status: 'done', value: null };
    } catch (error) {
      return failed(`The block could not be deleted: ${fileErrorReason(error, 'save')}.`, this.#folder);
    }
  }

  /** None where there is no folder yet. */
  async #names(): Promise<readonly string[]> {
    try {
      return await readdir(this.#folder);
    } catch {
      return [];
    }
  }

  async #read(id: string): Promise<KeptBlock> {
    const read = await readProjectFile(this.#pathOf(id));
    return 'problem' in read ? { id, problem: read.problem } : { id, text: read.text };
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${id}${extension}`);
  }
}

function failed(message: string, folder: string): AnswerOf<'keepBlock'> {
  return { status: 'failed', problem: { message, advice: `Your blocks are kept in ${folder}.` } };
}
