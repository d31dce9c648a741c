import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import type { LayerNode } from '../../network/graph/document';
import { useDocument, useEditor } from '../editor/editorStore';
import { gradientColour, gradientEdgeWidth } from '../gradients/gradientScale';
import { nodeGradient } from '../gradients/useNodeGradient';
import { type RunState, useRun } from '../training/runStore';
import styles from './CrowdedEdges.module.css';
import { cardSize, drawnPosition } from './cardGeometry';
import { useColourBy } from './colourBy';
import { type Box, edgePath, shortcutPath } from './edgePath';
import type { FlowEdge } from './flowEdges';

/**
 * All edges of a large network seen from afar, as a few paths in place of an element for each: those of one colour are
 * drawn together. They can't be pointed at, as they could hardly be hit.
 */
export function CrowdedEdges({ edges }: { edges: readonly FlowEdge[] }) {
  const { nodes } = useDocument();
  const coloured = useColourBy((state) => state.colourBy) === 'gradient';
  // Cards are small while a run holds the network, whatever they are coloured by.
  const compact = useEditor((state) => state.structureLocked);
  const paths = useMemo(() => edgePaths(nodes, edges, compact), [nodes, edges, compact]);
  const groups = useRun((state) => (coloured ? coloursOf(state, edges) : ''));
  const drawn = useMemo(
    () => pathsByLook(edges, paths, groups === '' ? [] : groups.split(' ')),
    [edges, paths, groups],
  );
  return (
    <ViewportPortal>
      <svg className={styles['edges']} aria-hidden="true">
        {drawn.map(({ look, path }) => (
          <path
            key={look}
            d={path}
            className={styles['edge']}
            {...(look.startsWith('g')
              ? {
                  style: {
                    stroke: gradientColour(Number(look.slice(1)) / stepsPerDecade),
                    strokeWidth: gradientEdgeWidth(Number(look.slice(1)) / stepsPerDecade),
                  },
                }
              : { 'data-look': look })}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}

/** Colours are told apart in these parts of a decade. */
const stepsPerDecade = 4;

/** The path of each edge, between cards as they stand. */
function edgePaths(
  layers: readonly LayerNode[],
  edges: readonly FlowEdge[],
  compact: boolean,
): readonly string[] {
  const boxes = new Map<string, Box>();
  for (const { id, kind, position } of layers) {
    const size = cardSize(kind, compact);
    boxes.set(id, { ...drawnPosition(position, size), ...size });
  }
  return edges.map(({ source, target, data }) => {
    const [from, to] = [boxes.get(source), boxes.get(target)];
    if (from === undefined || to === undefined) return '';
    return (data?.shortcut === true ? shortcutPath(from, to) : edgePath(from, to)).path;
  });
}

/** The rounded gradient of each edge as one text, so that nothing is drawn where no colour moves. */
function coloursOf(state: RunState, edges: readonly FlowEdge[]): string {
  if (state.run === null) return '';
  return edges
    .map(({ source, target }) => {
      const [before, after] = [nodeGradient(state, source), nodeGradient(state, target)];
      if (before === null && after === null) return '-';
      const mean = ((before ?? after ?? 0) + (after ?? before ?? 0)) / 2;
      return String(Math.round(Math.max(-9, mean) * stepsPerDecade));
    })
    .join(' ');
}

/** Edges that look alike as one path: `g` and the gradient's step, shortcuts, or plain. */
function pathsByLook(
  edges: readonly FlowEdge[],
  paths: readonly string[],
  gradients: readonly string[],
): readonly { readonly look: string; readonly path: string }[] {
  const looks = new Map<string, string[]>();
  edges.forEach(({ data, selected }, index) => {
    const gradient = gradients[index] ?? '-';
    const plain = selected === true ? 'selected' : data?.shortcut === true ? 'shortcut' : 'plain';
    const look = gradient === '-' ? plain : `g${gradient}`;
    const alike = looks.get(look);
    if (alike === undefined) looks.set(look, [paths[index] ?? '']);
    else alike.push(paths[index] ?? '');
  });
  return [...looks].map(([look, alike]) => ({ look, path: alike.join('') }));
}
