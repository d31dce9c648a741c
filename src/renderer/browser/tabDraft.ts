/** The draft of a page in a browser: kept with its tab, so that the page goes on after it was loaded anew. */
import { z } from 'zod';
import { type ProjectDraft, projectDraftSchema } from '../../protocol/keptProjects';
import type { AnswerOf } from '../../protocol/windowChannels';

const key = 'layerwise-draft';
const keptSchema = z.strictObject({ draft: projectDraftSchema, keptAt: z.number() });

export function keepTabDraft(draft: ProjectDraft): AnswerOf<'keepDraft'> {
  try {
    sessionStorage.setItem(key, JSON.stringify({ draft, keptAt: Date.now() }));
    return { status: 'done', value: null };
  } catch {
    const message = `${draft.projectName} would be lost if this page were loaded anew: the browser has no room for a draft of it.`;
    return {
      status: 'failed',
      problem: { message, advice: 'Save the project before you reload or close the page.' },
    };
  }
}

export function recallTabDraft(): AnswerOf<'recallDraft'> {
  const text = sessionStorage.getItem(key);
  if (text === null) return { status: 'done', value: null };
  try {
    return { status: 'done', value: { ...keptSchema.parse(JSON.parse(text)), cause: 'reload' } };
  } catch {
    sessionStorage.removeItem(key);
    const message = 'The draft that this page kept before it was loaded anew is damaged.';
    return { status: 'failed', problem: { message, advice: 'Go on from the project as it was saved last.' } };
  }
}

export function discardTabDraft(): undefined {
  sessionStorage.removeItem(key);
}
