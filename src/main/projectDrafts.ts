import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type OpenProjects,
  openProjectIdSchema,
  openProjectsLimit,
  type ProjectDraft,
  type RecalledDraft,
  type RecalledDrafts,
} from '../protocol/keptProjects';
import type { AnswerOf } from '../protocol/windowChannels';
import { type DraftFiles, DraftKeeper } from './draftKeeper';
import type { LastTabs } from './lastTabs';

const ending = '.json';

/**
 * Keeps a draft of each project that a window has open, in a folder of the profile, each in a file of its own, and
 * which tabs are open.
 */
export class ProjectDrafts {
  readonly #folder: string;
  readonly #files: DraftFiles;
  readonly #lastTabs: LastTabs;
  readonly #keepers = new Map<string, DraftKeeper>();
  /** What the window has open, as it said last. */
  #open: OpenProjects | null = null;
  #ended = false;

  constructor(folder: string, files: DraftFiles, lastTabs: LastTabs) {
    this.#folder = folder;
    this.#files = files;
    this.#lastTabs = lastTabs;
  }

  async keep(project: string, draft: ProjectDraft): Promise<AnswerOf<'keepDraft'>> {
    if (this.#ended) return { status: 'done', value: null };
    const answer = this.#keeper(project).keep(draft);
    this.#noteTabs();
    return answer;
  }

  /** Takes the order of the tabs, in which the next page, or the next start, gets them. */
  arrange(open: OpenProjects): void {
    this.#open = open;
    this.#noteTabs();
  }

  /** The drafts of this start, for a page that was loaded anew; else what a Layerwise before this one has left. */
  async recall(): Promise<RecalledDrafts> {
    const own = [...this.#keepers].filter(([, keeper]) => keeper.latest !== null).map(([project]) => project);
    const recalled = await this.#recall(own.length > 0 ? own : await this.#left());
    if (own.length === 0) return { ...recalled, ...(await this.#lastTabs.reopen(recalled.drafts)) };
    const order = this.#open?.projects.map(({ project }) => project) ?? [];
    const drafts = recalled.drafts.toSorted(
      (left, right) => order.indexOf(left.project) - order.indexOf(right.project),
    );
    return { ...recalled, drafts, shown: this.#open?.shown ?? null };
  }

  async discard(project: string): Promise<void> {
    await this.#keeper(project).discard();
    this.#keepers.delete(project);
  }

  notePageCrash(): void {
    for (const keeper of this.#keepers.values()) keeper.notePageCrash();
  }

  /** The window closes with nothing to keep. Drafts that the person was asked about, and has not answered, stay. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all([...this.#keepers.values()].map((keeper) => keeper.end()));
    await this.#lastTabs.written();
  }

  /** What is open is noted as soon as nothing that was open before waits for the person's answer. */
  #noteTabs(): void {
    const asked = [...this.#keepers.values()].some(({ latest }) => latest === null);
    if (this.#open === null || asked) return;
    this.#lastTabs.note(this.#open, (project) => this.#keepers.get(project)?.latest?.text ?? null);
  }

  #keeper(project: string): DraftKeeper {
    const known = this.#keepers.get(project);
    if (known !== undefined) return known;
    const keeper = new DraftKeeper(join(this.#folder, project + ending), this.#files);
    this.#keepers.set(project, keeper);
    return keeper;
  }

  /** Those with something to go on with, the one that was kept last at the end. */
  async #recall(projects: readonly string[]): Promise<RecalledDrafts> {
    const drafts: RecalledDraft[] = [];
    let problem: RecalledDrafts['problem'] = null;
    for (const project of projects) {
      const answer = await this.#keeper(project).recall();
      if (answer.status === 'failed') problem = answer.problem;
      else if (answer.value !== null) drafts.push({ ...answer.value, project });
      if (answer.status === 'failed' || answer.value === null) this.#keepers.delete(project);
    }
    drafts.sort((left, right) => left.keptAt - right.keptAt);
    return { drafts, shown: drafts.at(-1)?.project ?? null, problem, missing: [] };
  }

  async #left(): Promise<readonly string[]> {
    await this.#takeOver();
    const names = await readdir(this.#folder).catch(() => []);
    return names
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter((name) => openProjectIdSchema.safeParse(name).success)
      .slice(0, openProjectsLimit);
  }

  /** The one draft of a Layerwise in which a window held one project. */
  async #takeOver(): Promise<void> {
    const single = join(dirname(this.#folder), 'draft.json');
    if (!existsSync(single)) return;
    try {
      await mkdir(this.#folder, { recursive: true });
      await rename(single, join(this.#folder, crypto.randomUUID() + ending));
    } catch (error) {
      console.error('The draft of an earlier version could not be taken over.', error);
    }
  }
}
