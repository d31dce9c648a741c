/**
 * Drafts of pages in a browser, in its storage for this address: each tab has one, which outlives the tab. A page that
 * was loaded anew finds its tab's; a new tab is offered the latest of those whose tabs are gone.
 */

import { z } from 'zod';
import { type ProjectDraft, projectDraftSchema } from '../../protocol/keptProjects';
import type { AnswerOf } from '../../protocol/windowChannels';
import { t } from '../language/t';

const prefix = 'layerwise-draft-';
/** Where a tab keeps the name of its draft; a copy of the tab has a copy of it. */
const tabKey = 'layerwise-tab';
const keptSchema = z.strictObject({ draft: projectDraftSchema, keptAt: z.number() });
type KeptDraft = z.infer<typeof keptSchema>;

/** How long the page before this one may take to leave its tab. */
const patienceMilliseconds = 1_000;

export class TabDrafts {
  #key = prefix + crypto.randomUUID();
  /** The draft that is offered, under its key; it goes when the person has decided. */
  #offered: string | null = null;

  /** This tab's draft, else one that was left behind. */
  async recall(): Promise<AnswerOf<'recallDraft'>> {
    const before = sessionStorage.getItem(tabKey);
    const own = before !== null && (await claim(before)) ? before : null;
    if (own === null) await claim(this.#key);
    else this.#key = own;
    sessionStorage.setItem(tabKey, this.#key);
    if (own !== null) return this.#read(own, 'reload');
    this.#offered = await findAbandoned();
    return this.#offered === null ? { status: 'done', value: null } : this.#read(this.#offered, 'crash');
  }

  keep(draft: ProjectDraft): AnswerOf<'keepDraft'> {
    this.#forgetOffered();
    try {
      const kept: KeptDraft = { draft, keptAt: Date.now() };
      localStorage.setItem(this.#key, JSON.stringify(kept));
      return { status: 'done', value: null };
    } catch {
      const message = t`A crash or a reload would lose ${draft.projectName}: the browser has no room for a draft of it.`;
      return {
        status: 'failed',
        problem: { message, advice: t`Save the project before you reload or close the page.` },
      };
    }
  }

  discard(): void {
    this.#forgetOffered();
    localStorage.removeItem(this.#key);
  }

  #forgetOffered(): void {
    if (this.#offered !== null) localStorage.removeItem(this.#offered);
    this.#offered = null;
  }

  #read(key: string, cause: 'reload' | 'crash'): AnswerOf<'recallDraft'> {
    const text = localStorage.getItem(key);
    if (text === null) return { status: 'done', value: null };
    const kept = parse(text);
    if (kept !== null) return { status: 'done', value: { ...kept, cause } };
    localStorage.removeItem(key);
    const message = t`The draft that this browser has kept of a project is damaged.`;
    return {
      status: 'failed',
      problem: { message, advice: t`Go on from the project as it was saved last.` },
    };
  }
}

/** Takes a draft for this page, for as long as it lives; false where another page has it. */
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

/** The latest draft with unsaved changes that no page has; those without any are worth nothing and go. */
async function findAbandoned(): Promise<string | null> {
  const { held = [] } = await navigator.locks.query();
  const taken = new Set(held.map(({ name }) => name));
  let latest: { readonly key: string; readonly keptAt: number } | null = null;
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix) || taken.has(key)) continue;
    const kept = parse(localStorage.getItem(key) ?? '');
    if (kept?.draft.unsavedChanges === 0) localStorage.removeItem(key);
    else if (latest === null || (kept?.keptAt ?? 0) > latest.keptAt)
      latest = { key, keptAt: kept?.keptAt ?? 0 };
  }
  return latest?.key ?? null;
}

function parse(text: string): KeptDraft | null {
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
