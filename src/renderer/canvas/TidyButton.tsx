import { Sparkles } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { tidy } from '../editor/selectionActions';
import { t } from '../language/t';
import overlay from './Overlay.module.css';
import styles from './TidyButton.module.css';

/** Puts the layers in order. */
export function TidyButton() {
  return (
    <div className={overlay['glass']}>
      <Hint text={t`Put all layers in order`} keys="T" side="bottom">
        <ToolButton className={styles['tidy']} onClick={tidy}>
          <Sparkles size={14} aria-hidden="true" />
          <span>{t`Tidy`}</span>
        </ToolButton>
      </Hint>
    </div>
  );
}
