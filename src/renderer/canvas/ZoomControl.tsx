import { useStore } from '@xyflow/react';
import { Minus, Plus, Scan } from 'lucide-react';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import overlay from './Overlay.module.css';
import { useView, zoomStep } from './viewStore';
import styles from './ZoomControl.module.css';

/** Zoom out, 100 % where there is room, in, and the whole network in view. */
export function ZoomControl({ narrow }: { narrow: boolean }) {
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const { fit, zoomBy } = useView.getState();
  const fitKeys = useKeysText('view.fit');
  return (
    <fieldset className={`${overlay['glass']} ${styles['zoom']}`} aria-label={t`Zoom`}>
      <ToolButton icon aria-label={t`Zoom out`} onClick={() => zoomBy(1 / zoomStep)}>
        <Minus size={14} aria-hidden="true" />
      </ToolButton>
      {!narrow && (
        <Hint text={t`Zoom to 100 %`} side="top">
          <ToolButton className={styles['percent']} onClick={() => zoomBy('whole')}>
            {zoom}%
          </ToolButton>
        </Hint>
      )}
      <ToolButton icon aria-label={t`Zoom in`} onClick={() => zoomBy(zoomStep)}>
        <Plus size={14} aria-hidden="true" />
      </ToolButton>
      <span className={styles['separator']} />
      <Hint text={t`Fit the network`} keys={fitKeys} side="top">
        <ToolButton icon aria-label={t`Fit the network`} onClick={fit}>
          <Scan size={14} aria-hidden="true" />
        </ToolButton>
      </Hint>
    </fieldset>
  );
}
