import type { ConnectionLineComponentProps } from '@xyflow/react';
import styles from './ConnectionPreview.module.css';
import type { FlowNode } from './flowNodes';

/** The line from a port to the pointer while a connection is drawn. */
export function ConnectionPreview(props: ConnectionLineComponentProps<FlowNode>) {
  const { fromX, fromY, toX, toY } = props;
  const bend = Math.max(24, Math.abs(toX - fromX) / 2);
  const sign = props.fromHandle.type === 'source' ? 1 : -1;
  return (
    <g className={styles['line']}>
      <path
        d={`M${fromX} ${fromY}C${fromX + sign * bend} ${fromY} ${toX - sign * bend} ${toY} ${toX} ${toY}`}
      />
      <circle cx={toX} cy={toY} r="4" />
    </g>
  );
}
