import { MiniMap, type MiniMapNodeProps, useInternalNode } from '@xyflow/react';
import { findLayerKind } from '../../network/layers/registry';
import { useEditor } from '../editor/editorStore';
import { problemsByNode } from '../editor/nodeProblems';
import { categoryColour } from '../glyphs/categoryColour';
import { gradientColour } from '../gradients/gradientScale';
import { useNodeGradient } from '../gradients/useNodeGradient';
import { useColourBy } from './colourBy';
import type { FlowNode } from './flowNodes';
import styles from './NetworkMap.module.css';

/** The whole network in small, with the part in view; drag to move over it. */
export function NetworkMap({ narrow }: { narrow: boolean }) {
  return (
    <MiniMap
      className={styles['map'] ?? ''}
      style={narrow ? { width: 112, height: 65 } : { width: 138, height: 80 }}
      position="bottom-right"
      nodeComponent={MapNode}
      pannable
      zoomable
      maskColor="var(--map-mask)"
      maskStrokeColor="var(--fg-3)"
      maskStrokeWidth={2}
      ariaLabel="Map of the network"
    />
  );
}

function MapNode({ id, x, y, width, height }: MiniMapNodeProps) {
  const layer = useInternalNode<FlowNode>(id)?.data.layer;
  const broken = useEditor(({ analysis }) => problemsByNode(analysis).get(id)?.[0]?.severity === 'error');
  const gradient = useNodeGradient(id);
  const coloured = useColourBy((state) => state.colourBy) === 'gradient';
  const fill = () => {
    if (broken) return 'var(--danger-line)';
    if (coloured) return gradient === null ? 'var(--fg-3)' : gradientColour(gradient);
    return categoryColour(findLayerKind(layer?.kind ?? '')?.category ?? 'core');
  };
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={width < 40 ? width / 2 : 10}
      style={{ fill: fill() }}
    />
  );
}
