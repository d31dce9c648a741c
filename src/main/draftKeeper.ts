import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parseProject } from '../network/graph/projectFile';
import { type ProjectDraft, projectDraftSchema, type RecalledDraft } from '../protocol/keptProjects';
import type { AnswerOf, FileProblem } from '../protocol/windowChannels';
import { fileErrorReason } from './fileProblems';
import { replaceFile } from './replaceFile';

const keptDraftSchema = z.strictObject({
  /** In ms since 1970. */
  keptAt: z.number(),
  draft: projectDraftSchema,
  /** Digest of the project's file as it was read or written last, by which changes of others are noticed. */
  fileDigest: z.string().nullable(),
});
type KeptDraft = z.infer<typeof keptDraftSchema>;

/** What the keeper asks of the files that the window has opened. */
export interface DraftFiles {
  /** Null for a file that the window has not opened or saved. */
  knownDigest(path: string): string | null;
  /** Lets the window save to a file that it had opened when its draft was kept. */
  readmit(path: string, digest: string): void;
}

/** What there is of a draft; null where there is none. */
export type RecalledByKeeper =
  | { readonly status: 'done'; readonly value: Omit<RecalledDraft, 'project'> | null }
  | { readonly status: 'failed'; readonly problem: FileProblem };

/**
 * Keeps a project that a window is editing in a file of the profile, for as long as it is open. A file
 * that is found at the start is left of a Layerwise that crashed; it stays until the person has decided about it.
 */
export class DraftKeeper {
  readonly #file: string;
  readonly #files: DraftFiles;
  /** The draft of this start. */
  #latest: KeptDraft | null = null;
  #pageCrashed = false;
  #ended = false;
  /** One write after the other. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(file: string, files: DraftFiles) {
    this.#file = file;
    this.#files = files;
  }

  async keep(draft: ProjectDraft): Promise<AnswerOf<'keepDraft'>> {
    if (this.#ended) return nothing;
    // The page has no say in where it may save.
    const fileDigest = draft.path === null ? null : this.#files.knownDigest(draft.path);
    const path = fileDigest === null ? null : draft.path;
    const kept = { keptAt: Date.now(), draft: { ...draft, path }, fileDigest };
    this.#latest = kept;
    const problem = await this.#next(() => this.#write(kept));
    return problem === null ? { status: 'done', value: null } : { status: 'failed', problem };
  }

  async recall(): Promise<RecalledByKeeper> {
    if (this.#latest === null) return this.#next(() => this.#read());
    const cause = this.#pageCrashed ? 'pageCrash' : 'reload';
    this.#pageCrashed = false;
    return found(this.#latest, cause);
  }

  /** The draft of this start; null where there is none yet. */
  get latest(): ProjectDraft | null {
    return this.#latest?.draft ?? null;
  }

  /** The next page is told that it takes the place of one that crashed. */
  notePageCrash(): void {
    this.#pageCrashed = true;
  }

  /** A draft that can't be removed is offered once more, which keeps nobody from working. */
  discard(): Promise<void> {
    this.#latest = null;
    return this.#next(() => rm(this.#file, { force: true })).catch((error: unknown) => {
      console.error('The draft could not be removed.', error);
    });
  }

  /** The window closes with nothing to keep. A draft that the person was asked about, and has not answered, stays. */
  async end(): Promise<void> {
    this.#ended = true;
    if (this.#latest !== null) await this.discard();
  }

  #next<Result>(job: () => Promise<Result>): Promise<Result> {
    const result = this.#work.then(job);
    this.#work = result.catch(() => undefined);
    return result;
  }

  async #write(kept: KeptDraft): Promise<FileProblem | null> {
    if (kept !== this.#latest) return null;
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await replaceFile(this.#file, `${this.#file}.part`, 0o600, Buffer.from(JSON.stringify(kept)));
      return null;
    } catch (error) {
      return {
        message: `${kept.draft.projectName} is not protected against a crash at present: ${fileErrorReason(error, 'save')}.`,
        advice: 'Its changes are in this window only: save the project often until that is mended.',
      };
    }
  }

  async #read(): Promise<RecalledByKeeper> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return nothing;
      return { status: 'failed', problem: await this.#setAside(fileErrorReason(error, 'open')) };
    }
    const kept = readDraft(text);
    if ('fault' in kept) return { status: 'failed', problem: await this.#setAside(kept.fault) };
    if (kept.draft.unsavedChanges === 0) {
      await rm(this.#file, { force: true });
      return nothing;
    }
    if (kept.draft.path !== null && kept.fileDigest !== null)
      this.#files.readmit(kept.draft.path, kept.fileDigest);
    return found(kept, 'crash');
  }

  /** A draft that can't be read makes room for the next, and stays for whoever can make something of it. */
  async #setAside(fault: string): Promise<FileProblem> {
    const place = this.#file.replace(/(\.json)?$/, `-${new Date().toISOString().replaceAll(':', '-')}.json`);
    try {
      await rename(this.#file, place);
      return unreadable(fault, place);
    } catch {
      // Then no other draft can take its place either.
      return unreadable(fault, this.#file);
    }
  }
}

const nothing = { status: 'done', value: null } as const;

function found({ draft, keptAt }: KeptDraft, cause: RecalledDraft['cause']): RecalledByKeeper {
  return { status: 'done', value: { draft, keptAt, cause } };
}

function readDraft(text: string): KeptDraft | { readonly fault: string } {
  try {
    const kept = keptDraftSchema.parse(JSON.parse(text));
    const project = parseProject(kept.draft.text);
    return 'problem' in project ? { fault: project.problem.message.replace(/\.$/, '') } : kept;
  } catch {
    return { fault: 'its file is damaged' };
  }
}

function unreadable(reason: string, place: string): FileProblem {
  return {
    message: `Layerwise was closed unexpectedly, and the draft that it left can't be read: ${reason}.`,
    advice: `The draft is kept in ${place}. Go on from the project as it was saved last.`,
  };
}
