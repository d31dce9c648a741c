import { Bookmark } from 'lucide-react';
import { useDocument } from '../editor/editorStore';
import { t } from '../language/t';
import { keepCanvasAsTemplate } from './galleryActions';
import styles from './KeepCard.module.css';

/** The last card: keeps the network on the canvas as a template of one's own. */
export function KeepCard() {
  const { name, nodes } = useDocument();
  const empty = nodes.length === 0;
  return (
    <div className={styles['card']}>
      <Bookmark size={20} aria-hidden="true" />
      <h3>{t`Your templates`}</h3>
      <p>{empty ? t`Networks that you draw can be kept here` : t`Keep ${name} as it is on the canvas`}</p>
      <button type="button" disabled={empty} onClick={keepCanvasAsTemplate}>
        {t`Keep as template`}
      </button>
    </div>
  );
}
