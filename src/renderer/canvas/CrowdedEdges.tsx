import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import { edgeGradient } from '../gradients/edgeGradient';
import { gradientColour, gradientEdgeWidth } from '../gradients/gradientScale';
import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';
import styles from './CrowdedEdges.module.css';
import { useColourBy } from './colourBy';
import type { FlowEdge } from './flowEdges';

/**
 * All edges of a large network seen from afar, as a few paths in place of an element for each: those of one colour are
 * drawn together. They can't be pointed at, as they could hardly be hit.
 */
export function CrowdedEdges({ edges }: { edges: readonly FlowEdge[] }) {
  const colourBy = useColourBy((state) => state.colourBy);
  const coloured = colourBy === 'gradient';
  const groups = useRun((state) => (colourBy === 'category' ? '' : gradientsOf(state, edges)));
  const drawn = useMemo(() => pathsByLook(edges, groups === '' ? [] : groups.split(' ')), [edges, groups]);
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
                    ...(coloured && { stroke: gradientColour(Number(look.slice(1)) / stepsPerDecade) }),
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

/** The rounded gradient of each edge as one text, so that nothing is drawn where no colour moves. */
function gradientsOf(state: RunState, edges: readonly FlowEdge[]): string {
  if (state.run === null) return '';
  return edges
    .map(({ data }) => {
      const gradient = edgeGradient(state, data?.edges ?? []);
      if (gradient === null) return '-';
      return String(Math.round(Math.min(9, Math.max(-9, gradient)) * stepsPerDecade));
    })
    .join(' ');
}

/** Edges that look alike as one path: `g` and the gradient's step, shortcuts, or plain. */
function pathsByLook(
  edges: readonly FlowEdge[],
  gradients: readonly string[],
): readonly { readonly look: string; readonly path: string }[] {
  const looks = new Map<string, string[]>();
  edges.forEach(({ data, selected }, index) => {
    const gradient = gradients[index] ?? '-';
    const plain = selected === true ? 'selected' : data?.drawn.shortcut === true ? 'shortcut' : 'plain';
    const look = gradient === '-' ? plain : `g${gradient}`;
    const alike = looks.get(look);
    const path = data?.drawn.path ?? '';
    if (alike === undefined) looks.set(look, [path]);
    else alike.push(path);
  });
  return [...looks].map(([look, alike]) => ({ look, path: alike.join('') }));
}
