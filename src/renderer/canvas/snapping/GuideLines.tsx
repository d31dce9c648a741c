import { useStore, ViewportPortal } from '@xyflow/react';
import type { CSSProperties } from 'react';
import type { Guide } from '../../../network/graph/arrange/snapShift';
import styles from './GuideLines.module.css';
import { useGuides } from './guidesStore';

/** How far a line reaches beyond the cards that it joins, in px at 100 % zoom. */
const beyond = 12;

/** Thin lines along the edges and middles that what is dragged has in common with other cards. */
export function GuideLines() {
  const guides = useGuides((state) => state.guides);
  return guides.length === 0 ? null : <Lines guides={guides} />;
}

function Lines({ guides }: { guides: readonly Guide[] }) {
  const zoom = useStore((state) => state.transform[2]);
  return (
    <ViewportPortal>
      {guides.map((guide) => (
        <i
          key={`${guide.axis} ${guide.at}`}
          className={styles['guide']}
          data-guide={guide.axis}
          aria-hidden="true"
          style={lineStyle(guide, 1 / zoom)}
        />
      ))}
    </ViewportPortal>
  );
}

/** A box of one px on the screen across, on the line. */
function lineStyle({ axis, at, from, to }: Guide, thickness: number): CSSProperties {
  const [start, length] = [from - beyond, to - from + 2 * beyond];
  const aside = at - thickness / 2;
  return axis === 'x'
    ? { width: thickness, height: length, transform: `translate(${aside}px, ${start}px)` }
    : { width: length, height: thickness, transform: `translate(${start}px, ${aside}px)` };
}
