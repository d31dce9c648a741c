import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { useEditor } from '../editor/editorStore';
import { deleteSelection } from '../editor/layerActions';
import { t } from '../language/t';
import styles from './InspectorHeader.module.css';

interface InspectorHeaderProps {
  badge: ReactNode;
  title: string;
  subtitle: string;
  /** What the delete button deletes, or null for no button. */
  deletes: string | null;
}

/** What the inspector is about. */
export function InspectorHeader({ badge, title, subtitle, deletes }: InspectorHeaderProps) {
  const locked = useEditor((state) => state.structureLocked);
  return (
    <header className={styles['header']}>
      {badge}
      <div className={styles['text']}>
        <h2>{title}</h2>
        <p>{subtitle}</p>
      </div>
      {deletes !== null && !locked && (
        <Hint text={t`Delete ${deletes}`} keys="Del" side="left">
          <ToolButton icon aria-label={t`Delete ${deletes}`} onClick={deleteSelection}>
            <Trash2 size={15} aria-hidden="true" />
          </ToolButton>
        </Hint>
      )}
    </header>
  );
}
