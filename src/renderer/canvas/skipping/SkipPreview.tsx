import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import type { LayerEdge, LayerNode, NetworkDocument, Position } from '../../../network/graph/document';
import type { Box } from '../../../network/graph/routing/box';
import { edgePath, shortcutPath } from '../../../network/graph/routing/edgePath';
import { layerKind } from '../../../network/layers/registry';
import { formatShape } from '../../../network/layers/shape';
import { useDocument } from '../../editor/editorStore';
import { type SeenNetwork, useSeenNetwork } from '../../editor/seenNetwork';
import { LayerGlyph } from '../../glyphs/LayerGlyph';
import { cardSize, drawnPosition } from '../cardGeometry';
import { edgeId } from '../flowEdges';
import { SkipBubble } from './SkipBubble';
import styles from './SkipPreview.module.css';
import { useSkip } from './skipStore';
import { useSkipDrag } from './useSkipDrag';
import { type SkipPlan, useSkipPlan } from './useSkipPlan';

/** While a shortcut is led: its arc, the Add and the projection that it would bring, and what it costs. */
export function SkipPreview() {
  const { from, edge, pointer } = useSkip();
  useSkipDrag();
  useMarkedEdge(edge);
  if (from === null) return null;
  return <LedSkip from={from} edge={edge} pointer={pointer} />;
}

interface LedSkipProps {
  from: string;
  edge: LayerEdge | null;
  pointer: Position | null;
}

function LedSkip({ from, edge, pointer }: LedSkipProps) {
  const flow = useReactFlow();
  const network = useDocument();
  const seen = useSeenNetwork();
  const plan = useSkipPlan(from, edge);
  const source = boxOf(seen, seen.cardOf(from));
  const target = edge === null ? null : addBox(network, seen, edge);
  if (source === null) return null;
  const end = target ?? (pointer === null ? null : pointBox(flow.screenToFlowPosition(pointer)));
  const arc = end === null ? null : shortcutPath(source, end);
  const possible = plan?.possible ?? true;
  return (
    <>
      <ViewportPortal>
        {arc !== null && (
          <svg className={styles['arc']} data-possible={possible} aria-hidden="true">
            <path d={arc.path} />
          </svg>
        )}
        {target !== null && possible && (
          <div className={styles['add']} style={{ transform: `translate(${target.x}px, ${target.y}px)` }}>
            <Plus size={18} strokeWidth={2.4} aria-hidden="true" />
          </div>
        )}
        {target !== null && plan?.possible === true && plan.projection.length > 0 && (
          <div
            className={styles['projection']}
            style={{
              transform: `translate(-50%, -100%) translate(${target.x + target.width / 2}px, ${target.y - 12}px)`,
            }}
          >
            {plan.projection.map((layer) => (
              <ProjectionChip key={layer.id} layer={layer} />
            ))}
            <ProjectionShape plan={plan} />
          </div>
        )}
      </ViewportPortal>
      {pointer !== null && <SkipBubble plan={plan} at={pointer} />}
    </>
  );
}

function ProjectionChip({ layer }: { layer: LayerNode }) {
  const kind = layerKind(layer.kind);
  return (
    <span className={styles['layer']}>
      <LayerGlyph glyph={kind.glyph} size={13} />
      {kind.title(layer.config)}
    </span>
  );
}

function ProjectionShape({ plan }: { plan: SkipPlan }) {
  const after = plan.possible ? plan.shapes[1] : null;
  return after === null ? null : <span className={styles['shape']}>{formatShape(after)}</span>;
}

/** Marks the connection that the shortcut would end on, or the line that stands for it. */
function useMarkedEdge(edge: LayerEdge | null): void {
  const seen = useSeenNetwork();
  const line =
    edge === null ? undefined : seen.edges.find((candidate) => seen.edgesOf(candidate).includes(edge));
  const id = line === undefined ? null : edgeId(line);
  useEffect(() => {
    if (id === null) return;
    const drawn = document.querySelector<SVGElement>(`.react-flow__edge[data-id="${CSS.escape(id)}"]`);
    if (drawn === null) return;
    drawn.dataset['drop'] = 'true';
    return () => {
      delete drawn.dataset['drop'];
    };
  }, [id]);
}

/** The card with this key. */
function boxOf(seen: SeenNetwork, key: string): Box | null {
  const card = seen.nodes.find((node) => node.id === key);
  if (card === undefined) return null;
  const size = cardSize(card.kind, false);
  return { ...drawnPosition(card.position, size), ...size };
}

/** The Add that the connection leads to, or the place of a new one in its middle; inside of a collapsed block, its card. */
function addBox(network: NetworkDocument, seen: SeenNetwork, edge: LayerEdge): Box | null {
  const [from, to] = [seen.cardOf(edge.from), seen.cardOf(edge.to)];
  const [source, target] = [boxOf(seen, from), boxOf(seen, to)];
  if (source === null || target === null) return null;
  const joins = network.nodes.some(({ id, kind }) => id === edge.to && kind === 'add');
  if (from === to || joins) return target;
  const size = cardSize('add', false);
  const { middle } = edgePath(source, target);
  return { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size };
}

function pointBox({ x, y }: Position): Box {
  return { x, y, width: 0, height: 0 };
}
