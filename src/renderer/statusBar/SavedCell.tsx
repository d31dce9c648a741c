import { useEditor } from '../editor/editorStore';
import { countUnsavedChanges, hasUnsavedChanges } from '../editor/unsavedChanges';
import { agoText } from '../format/agoText';
import { formatCounted } from '../format/numbers';
import { useNow } from '../format/useNow';
import { t } from '../language/t';
import { useSaving } from '../project/savingStore';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import styles from './StatusBar.module.css';

/** Since when the project is in its file, or its changes in a draft; nothing while a run needs the room. */
export function SavedCell() {
  const unsaved = useEditor(hasUnsavedChanges);
  const changes = useEditor(countUnsavedChanges);
  const path = useEditor((state) => state.path);
  const { savedAt, draftKeptAt } = useSaving();
  const training = useRun(({ status }) => isUnderWay(status));
  const moment = unsaved ? draftKeptAt : savedAt;
  if (training || moment === null) return null;
  const title = unsaved
    ? `${t`${formatCounted(changes, 'change')} that no file has.`} ${t`A crash loses nothing that the draft has.`}`
    : (path ?? undefined);
  return (
    <span className={styles['cell']} title={title}>
      <Age moment={moment} draft={unsaved} />
    </span>
  );
}

function Age({ moment, draft }: { moment: number; draft: boolean }) {
  const now = useNow(1000);
  const ago = agoText(moment, now);
  return <span className={styles['name']}>{draft ? t`Draft kept ${ago}` : t`Saved ${ago}`}</span>;
}
