import type { RecalledDraft } from '../../protocol/keptProjects';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';

/** What a draft holds: `This is LeNet-5 as of 14:32, 3 changes after the last save.` */
export function describeDraft({ draft, keptAt }: RecalledDraft, now: Date): string {
  const { projectName, path, unsavedChanges } = draft;
  const changes = unsavedChanges === 1 ? '1 change' : t`${formatInteger(unsavedChanges)} changes`;
  const standing = path === null ? t`with ${changes} that no file has` : t`${changes} after the last save`;
  return t`This is ${projectName} as of ${momentText(new Date(keptAt), now)}, ${standing}.`;
}

/** `14:32`, or `24 November, 14:32` where that was another day. */
export function momentText(moment: Date, now: Date): string {
  const time = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (moment.toDateString() === now.toDateString()) return time;
  const year = moment.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return `${moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year })}, ${time}`;
}
