/**
 * Drafts of pages in a browser, in its storage for this address: each page has one for each of its projects, which
 * outlive it. A page that was loaded anew finds its own; a new one is offered the latest of those whose pages are gone.
 */

import { z } from 'zod';
import {
  type OpenProjects,
  openProjectIdSchema,
  openProjectsSchema,
  type ProjectDraft,
  projectDraftSchema,
  type RecalledDraft,
  type RecalledDrafts,
} from '../../protocol/keptProjects';
import type { AnswerOf } from '../../protocol/windowChannels';
import { t } from '../language/t';

const prefix = 'layerwise-draft-';
/** Stands between the page's name and the project's, both of which have dashes. */
const divider = '/';
/** Where a browser's tab keeps the name of its drafts; a copy of the tab has a copy of it. */
const tabKey = 'layerwise-tab';
/** Where it keeps the order of its projects. */
const orderKey = 'layerwise-open-projects';
const keptSchema = z.strictObject({ draft: projectDraftSchema, keptAt: z.number() });
type KeptDraft = z.infer<typeof keptSchema>;

/** How long the page before this one may take to leave its tab. */
const patienceMilliseconds = 1_000;

export class TabDrafts {
  #page = prefix + crypto.randomUUID();
  /** The page whose drafts are offered; they go when the person has decided. */
  #offered: string | null = null;

  /** This page's drafts, else those of one that was left behind. */
  async recall(): Promise<RecalledDrafts> {
    const before = sessionStorage.getItem(tabKey);
    const own = before !== null && (await claim(before)) ? before : null;
    if (own === null) await claim(this.#page);
    else this.#page = own;
    sessionStorage.setItem(tabKey, this.#page);
    if (own !== null) return inOrder(read(own, 'reload'));
    this.#offered = await findAbandoned();
    return this.#offered === null ? noDrafts : read(this.#offered, 'crash');
  }

  keep(project: string, draft: ProjectDraft): AnswerOf<'keepDraft'> {
    this.#forgetOffered();
    try {
      const kept: KeptDraft = { draft, keptAt: Date.now() };
      localStorage.setItem(this.#page + divider + project, JSON.stringify(kept));
      return { status: 'done', value: null };
    } catch {
      const message = t`A crash or a reload would lose ${draft.projectName}: the browser has no room for a draft of it.`;
      return {
        status: 'failed',
        problem: { message, advice: t`Save the project before you reload or close the page.` },
      };
    }
  }

  discard(project: string): void {
    this.#forgetOffered();
    localStorage.removeItem(this.#page + divider + project);
  }

  /** Takes the order of the tabs, in which the next page gets its drafts. */
  arrange(open: OpenProjects): void {
    sessionStorage.setItem(orderKey, JSON.stringify(open));
  }

  #forgetOffered(): void {
    if (this.#offered !== null) for (const key of keysOf(this.#offered)) localStorage.removeItem(key);
    this.#offered = null;
  }
}

const noDrafts: RecalledDrafts = { drafts: [], shown: null, problem: null, missing: [] };

function keysOf(page: string): readonly string[] {
  return Object.keys(localStorage).filter((key) => pageOf(key) === page);
}

/** A draft of a Layerwise in which a page held one project has no more than the page's name. */
function pageOf(key: string): string {
  return key.split(divider)[0] ?? key;
}

function projectOf(key: string): string {
  const id = openProjectIdSchema.safeParse(key.split(divider)[1]);
  return id.success ? id.data : crypto.randomUUID();
}

function read(page: string, cause: RecalledDraft['cause']): RecalledDrafts {
  const drafts: RecalledDraft[] = [];
  let problem: RecalledDrafts['problem'] = null;
  for (const key of keysOf(page)) {
    const kept = parse(localStorage.getItem(key) ?? '');
    if (kept !== null && (cause === 'reload' || kept.draft.unsavedChanges > 0))
      drafts.push({ ...kept, cause, project: projectOf(key) });
    if (kept !== null) continue;
    localStorage.removeItem(key);
    const message = t`The draft that this browser has kept of a project is damaged.`;
    problem = { message, advice: t`Go on from the project as it was saved last.` };
  }
  drafts.sort((left, right) => left.keptAt - right.keptAt);
  return { drafts, shown: drafts.at(-1)?.project ?? null, problem, missing: [] };
}

function inOrder(recalled: RecalledDrafts): RecalledDrafts {
  const open = openBefore();
  if (open === null) return recalled;
  const order = open.projects.map(({ project }) => project);
  const drafts = recalled.drafts.toSorted(
    (left, right) => order.indexOf(left.project) - order.indexOf(right.project),
  );
  return { ...recalled, drafts, shown: open.shown };
}

function openBefore(): OpenProjects | null {
  try {
    return openProjectsSchema.parse(JSON.parse(sessionStorage.getItem(orderKey) ?? ''));
  } catch {
    return null;
  }
}

/** Takes a page's drafts for this page, for as long as it lives; false where another page has them. */
function claim(key: string): Promise<boolean> {
  return new Promise((resolve) => {
    const hold = (): Promise<void> => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks
      .request(key, { signal: AbortSignal.timeout(patienceMilliseconds) }, hold)
      .catch(() => resolve(false));
  });
}

/** The page with the latest draft with unsaved changes that no page has; drafts without any are worth nothing and go. */
async function findAbandoned(): Promise<string | null> {
  const { held = [] } = await navigator.locks.query();
  const taken = new Set(held.map(({ name }) => name));
  let latest: { readonly key: string; readonly keptAt: number } | null = null;
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix) || taken.has(pageOf(key))) continue;
    const kept = parse(localStorage.getItem(key) ?? '');
    if (kept?.draft.unsavedChanges === 0) localStorage.removeItem(key);
    else if (latest === null || (kept?.keptAt ?? 0) > latest.keptAt)
      latest = { key, keptAt: kept?.keptAt ?? 0 };
  }
  return latest === null ? null : pageOf(latest.key);
}

function parse(text: string): KeptDraft | null {
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
