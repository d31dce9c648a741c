import { findTemplate } from '../../network/templates/templates';
import { defaultSettings } from '../gallery/templateSettings';
import { rich } from '../language/rich';
import { t } from '../language/t';
import { searchLayers } from '../palette/layerSearch';
import { openDocument } from '../project/projectActions';
import { watchVanishing } from '../vanishing/watchVanishing';
import { useOpenView } from '../views/openView';
import styles from './EmptyCanvas.module.css';

/** What an empty canvas offers. */
export function EmptyCanvas() {
  const template = findTemplate('lenet-5');
  return (
    <div className={styles['place']}>
      <div className={styles['offer']}>
        <h2>{t`An empty canvas`}</h2>
        <p>{t`Drag layers here from the palette, beginning with Input, and connect them from left to right.`}</p>
        <div className={styles['actions']}>
          {template !== undefined && (
            <button
              type="button"
              className={styles['primary']}
              onClick={() => openDocument(template.create(defaultSettings(template)))}
            >
              {t`Open ${template.name}`}
            </button>
          )}
          <button type="button" onClick={() => void watchVanishing()}>
            {t`Watch a gradient vanish`}
          </button>
          <button type="button" onClick={() => useOpenView.getState().show('gallery')}>
            {t`All templates`}
          </button>
          <button type="button" onClick={searchLayers}>
            {rich`Search layers ${<kbd>/</kbd>}`}
          </button>
        </div>
      </div>
    </div>
  );
}
