import type { RecalledDraft } from '../../protocol/keptProjects';
import { momentText } from '../format/moments';
import { formatCounted } from '../format/numbers';
import { t } from '../language/t';

/** What a draft holds: `This is LeNet-5 as of 14:32, 3 changes after the last save.` */
export function describeDraft({ draft, keptAt }: RecalledDraft, now: Date): string {
  const { projectName, path, unsavedChanges } = draft;
  const changes = formatCounted(unsavedChanges, 'change');
  const standing = path === null ? t`with ${changes} that no file has` : t`${changes} after the last save`;
  return t`This is ${projectName} as of ${momentText(new Date(keptAt), now)}, ${standing}.`;
}
