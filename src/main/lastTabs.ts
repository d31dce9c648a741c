import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { parseProject } from '../network/graph/projectFile';
import {
  type OpenProjects,
  openProjectIdSchema,
  openProjectsLimit,
  type RecalledDraft,
  type RecalledDrafts,
} from '../protocol/keptProjects';
import type { AnswerOf, FileProblem } from '../protocol/windowChannels';
import type { DraftFiles } from './draftKeeper';
import { replaceFile } from './replaceFile';

const tabSchema = z.strictObject({
  project: openProjectIdSchema,
  projectName: z.string(),
  path: z.string().nullable(),
  /** Of a project that no file has and that has no changes; null where its file has it, or only a draft. */
  text: z.string().nullable(),
});
type Tab = z.infer<typeof tabSchema>;
const tabsSchema = z.strictObject({
  tabs: z.array(tabSchema).max(openProjectsLimit),
  shown: openProjectIdSchema.nullable(),
});
type Tabs = z.infer<typeof tabsSchema>;

/** What is asked of the files that the window has opened. */
export interface ReopenedFiles extends Pick<DraftFiles, 'knownDigest'> {
  reopen(path: string): Promise<AnswerOf<'openRequestedProject'>>;
}

const none: Tabs = { tabs: [], shown: null };

/** Keeps which tabs a window has open, in a file of the profile, so that the next start can open them again. */
export class LastTabs {
  readonly #file: string;
  readonly #files: ReopenedFiles;
  readonly #wanted: () => boolean;
  /** As it is in the file; null before anything was noted. */
  #noted: string | null = null;
  #writing: Promise<void> = Promise.resolve();

  /** `wanted` says whether tabs are to be opened again; where they aren't, none are kept. */
  constructor(file: string, files: ReopenedFiles, wanted: () => boolean) {
    this.#file = file;
    this.#files = files;
    this.#wanted = wanted;
  }

  /** Notes what is open; `textOf` gives the text of a project that no file has, where it is known. */
  note({ projects, shown }: OpenProjects, textOf: (project: string) => string | null): void {
    const worthIt = this.#wanted() ? projects.filter(({ blank }) => !blank) : [];
    const tabs = worthIt.slice(0, openProjectsLimit).map(({ project, projectName, path, unsavedChanges }) => {
      // The page has no say in what is read.
      const own = path !== null && this.#files.knownDigest(path) !== null ? path : null;
      return {
        project,
        projectName,
        path: own,
        text: own === null && !unsavedChanges ? textOf(project) : null,
      };
    });
    const text = tabs.length === 0 ? '' : JSON.stringify({ tabs, shown } satisfies Tabs);
    if (text === this.#noted) return;
    this.#noted = text;
    this.#writing = this.#writing.then(() => this.#write(text));
  }

  /** Resolves when what was noted is on the disk. */
  written(): Promise<void> {
    return this.#writing;
  }

  /** The tabs of the last time in their order, drafts with changes among them, with files read anew. */
  async reopen(drafts: readonly RecalledDraft[]): Promise<Omit<RecalledDrafts, 'problem'>> {
    const { tabs, shown } = this.#wanted() ? await this.#read() : none;
    const missing: FileProblem[] = [];
    const inOrder: RecalledDraft[] = [];
    for (const tab of tabs) {
      const draft = drafts.find(({ project }) => project === tab.project) ?? (await this.#open(tab, missing));
      if (draft !== null) inOrder.push(draft);
    }
    const others = drafts.filter((draft) => !inOrder.includes(draft));
    return {
      drafts: [...inOrder, ...others].slice(0, openProjectsLimit),
      shown: shown ?? drafts.at(-1)?.project ?? null,
      missing,
    };
  }

  async #open({ project, projectName, path, text: kept }: Tab, missing: FileProblem[]) {
    const answer = path === null ? null : await this.#files.reopen(path);
    if (answer?.status === 'failed') missing.push(answer.problem);
    const text = answer?.status === 'done' ? answer.value.text : kept;
    if (text === null) return null;
    const parsed = parseProject(text);
    if (!('problem' in parsed))
      return {
        project,
        draft: { text, path, projectName: parsed.document.name, unsavedChanges: 0 },
        keptAt: Date.now(),
        cause: 'restart' as const,
      };
    const fault = parsed.problem.message.replace(/\.$/, '');
    const message = `${path === null ? projectName : basename(path)} could not be opened: ${fault}.`;
    missing.push({ message, advice: parsed.problem.advice });
    return null;
  }

  async #read(): Promise<Tabs> {
    try {
      return tabsSchema.parse(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch {
      // None yet, or something else has written it: the window begins as if nothing had been open.
      return none;
    }
  }

  /** Tabs that can't be kept are no reason to keep someone from working: they are opened by hand the next time. */
  async #write(text: string): Promise<void> {
    try {
      if (text === '') return await rm(this.#file, { force: true });
      await mkdir(dirname(this.#file), { recursive: true });
      await replaceFile(this.#file, `${this.#file}.part`, 0o600, Buffer.from(text));
    } catch (error) {
      console.error('The open tabs could not be noted.', error);
    }
  }
}
