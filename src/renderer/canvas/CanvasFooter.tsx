import { Panel, useStore } from '@xyflow/react';
import { GradientLegend } from '../gradients/GradientLegend';
import styles from './CanvasFooter.module.css';
import { useColourBy } from './colourBy';
import { NetworkMap } from './NetworkMap';
import { ZoomControl } from './ZoomControl';

/** Width of the canvas in px below which legend, zoom and map don't fit side by side at full size. */
const roomForAll = 830;

/** The canvas's lower edge: legend, zoom and map. */
export function CanvasFooter() {
  const narrow = useStore((state) => state.width > 0 && state.width < roomForAll);
  const colourBy = useColourBy((state) => state.colourBy);
  return (
    <>
      <Panel position="bottom-left" className={styles['row']} data-narrow={narrow}>
        {colourBy === 'gradient' && <GradientLegend />}
        <ZoomControl narrow={narrow && colourBy === 'gradient'} />
      </Panel>
      <NetworkMap narrow={narrow} />
    </>
  );
}
