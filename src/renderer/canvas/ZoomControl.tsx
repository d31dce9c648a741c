import { useReactFlow, useStore } from '@xyflow/react';
import { Minus, Plus, Scan } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import overlay from './Overlay.module.css';
import { useView } from './viewStore';
import styles from './ZoomControl.module.css';

/** Zoom out, 100 % where there is room, in, and the whole network in view. */
export function ZoomControl({ narrow }: { narrow: boolean }) {
  const flow = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const { fit, leave } = useView.getState();
  const byHand = (move: (options: { duration: number }) => Promise<boolean>) => () => {
    leave();
    void move({ duration: 140 });
  };
  return (
    <fieldset className={`${overlay['glass']} ${styles['zoom']}`} aria-label={t`Zoom`}>
      <ToolButton icon aria-label={t`Zoom out`} onClick={byHand(flow.zoomOut)}>
        <Minus size={14} aria-hidden="true" />
      </ToolButton>
      {!narrow && (
        <Hint text={t`Zoom to 100 %`} side="top">
          <ToolButton className={styles['percent']} onClick={byHand((options) => flow.zoomTo(1, options))}>
            {zoom}%
          </ToolButton>
        </Hint>
      )}
      <ToolButton icon aria-label={t`Zoom in`} onClick={byHand(flow.zoomIn)}>
        <Plus size={14} aria-hidden="true" />
      </ToolButton>
      <span className={styles['separator']} />
      <Hint text={t`Fit the network`} keys="Shift 1" side="top">
        <ToolButton icon aria-label={t`Fit the network`} onClick={fit}>
          <Scan size={14} aria-hidden="true" />
        </ToolButton>
      </Hint>
    </fieldset>
  );
}
