import { Ruler } from 'lucide-react';
import { Hint } from '../../controls/Hint';
import { ToolButton } from '../../controls/ToolButton';
import { t } from '../../language/t';
import overlay from '../Overlay.module.css';
import styles from './ShapeLabels.module.css';
import { useShapesShown } from './shapesShown';

/** Shows the shapes that pass on the connections, or hides them. */
export function ShapesButton() {
  const { shown, toggle } = useShapesShown();
  return (
    <div className={overlay['glass']}>
      <Hint text={t`Show on connections where the shape changes`} side="bottom">
        <ToolButton className={styles['toggle']} aria-pressed={shown} onClick={toggle}>
          <Ruler size={14} aria-hidden="true" />
          <span>{t`Shapes`}</span>
        </ToolButton>
      </Hint>
    </div>
  );
}
