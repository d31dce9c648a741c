import { Panel, useStore } from '@xyflow/react';
import { useDocument } from '../editor/editorStore';
import { QuantityLegend } from '../quantities/QuantityLegend';
import styles from './CanvasFooter.module.css';
import { isLow, isNarrow, isShallow, isSlim } from './canvasRoom';
import { useCardQuantity } from './colourBy';
import { NetworkMap } from './NetworkMap';
import { ZoomControl } from './ZoomControl';

/** Width of the canvas in px below which legend, zoom and map don't fit side by side at full size. */
const roomForAll = 830;

/** The canvas's lower edge: legend, zoom and map. */
export function CanvasFooter() {
  const narrow = useStore((state) => state.width > 0 && state.width < roomForAll);
  const cramped = useStore((state) => isNarrow(state) || isLow(state));
  const bare = useStore((state) => isSlim(state) || isShallow(state));
  const quantity = useCardQuantity();
  const empty = useDocument().nodes.length === 0;
  return (
    <>
      <Panel position="bottom-left" className={styles['row']} data-narrow={narrow} data-alone={cramped}>
        {quantity !== null && !bare && <QuantityLegend quantity={quantity} />}
        <ZoomControl narrow={narrow && quantity !== null && !bare} />
      </Panel>
      {!cramped && !empty && <NetworkMap narrow={narrow} />}
    </>
  );
}
