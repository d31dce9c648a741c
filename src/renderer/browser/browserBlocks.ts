/** Own blocks of a page in a browser, in its storage for this address, where all tabs find them. */

import { type KeptBlock, keptBlockIdSchema, keptBlocksLimit } from '../../protocol/keptBlocks';
import type { AnswerOf, RequestOf } from '../../protocol/windowChannels';
import { t } from '../language/t';

const prefix = 'layerwise-block-';

export function listBrowserBlocks(): KeptBlock[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((id) => keptBlockIdSchema.safeParse(id).success)
    .sort()
    .slice(0, keptBlocksLimit)
    .map((id) => ({ id, text: localStorage.getItem(prefix + id) ?? '' }));
}

export function keepBrowserBlock({ id, text }: RequestOf<'keepBlock'>): AnswerOf<'keepBlock'> {
  try {
    localStorage.setItem(prefix + id, text);
    return { status: 'done', value: null };
  } catch {
    return {
      status: 'failed',
      problem: {
        message: t`The block could not be kept: the browser has no room for it.`,
        advice: t`Delete blocks that you don’t need any more, or save the project as a file.`,
      },
    };
  }
}

export function forgetBrowserBlock({ id }: RequestOf<'forgetBlock'>): AnswerOf<'forgetBlock'> {
  localStorage.removeItem(prefix + id);
  return { status: 'done', value: null };
}
