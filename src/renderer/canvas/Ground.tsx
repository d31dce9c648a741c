import { useStore } from '@xyflow/react';
import { useId } from 'react';
import { gridSizeSetting } from '../settings/groups/editing';
import { useSetting } from '../settings/settingsStore';
import styles from './Ground.module.css';
import { groundDots } from './groundDots';
import { dotDistance } from './snapping/grid';

/**
 * Dots on lines of the grid. They are the same wherever the view is, but for a shift by less than the distance of two
 * dots: React Flow's own background is painted anew with each move.
 */
export function Ground() {
  const pattern = useId();
  const distance = dotDistance(Number(useSetting(gridSizeSetting)));
  const transform = useStore((state) => state.transform);
  const { apart, radius, left, top } = groundDots(transform, distance);
  const size = `calc(100% + ${2 * apart}px)`;
  return (
    <svg
      className={styles['ground']}
      style={{
        left: -apart,
        top: -apart,
        width: size,
        height: size,
        transform: `translate(${left}px, ${top}px)`,
      }}
      aria-hidden="true"
    >
      <pattern
        id={pattern}
        x={-apart / 2}
        y={-apart / 2}
        width={apart}
        height={apart}
        patternUnits="userSpaceOnUse"
      >
        <circle cx={apart / 2} cy={apart / 2} r={radius} />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${pattern})`} />
    </svg>
  );
}
