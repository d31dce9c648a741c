import { clip } from '../../network/graph/clipping';
import type { NetworkDocument, Position } from '../../network/graph/document';
import { canvasGrid } from '../../network/graph/layout';
import { pasteLayers } from '../../network/graph/paste';
import { layerKind } from '../../network/layers/registry';
import { t } from '../language/t';
import { useEditor } from './editorStore';
import { useNotice } from './noticeStore';

/**
 * Adds another network's layers below those on the canvas, as one edit, and selects them. Beside a network that has its
 * data already, its own input and outputs are left out: its layers are a part to be connected.
 */
export function insertNetwork(network: NetworkDocument, name: string): void {
  const { history, apply, select, bringIntoView, structureLocked } = useEditor.getState();
  const { nodes } = history.document;
  const fed = nodes.some(({ kind }) => layerKind(kind).inputs === 'none');
  const taken = network.nodes.filter(({ kind }) => {
    const { inputs, terminal } = layerKind(kind);
    return !fed || (inputs !== 'none' && terminal !== true);
  });
  const clipping = clip(
    network,
    taken.map(({ id }) => id),
  );
  const result = pasteLayers(history.document, clipping, { at: placeBelow(nodes) });
  if ('problem' in result) {
    useNotice.getState().show(result.problem);
    return;
  }
  apply({ ...result.edit, label: t`Insert ${name}` });
  if (structureLocked) return;
  select({ nodes: result.ids, edges: [] });
  const [first] = result.ids;
  if (first !== undefined) bringIntoView(first);
}

/** The left edge, a row below the lowest card. */
function placeBelow(nodes: NetworkDocument['nodes']): Position {
  const { left, top, row } = canvasGrid;
  if (nodes.length === 0) return { x: left, y: top };
  return {
    x: Math.min(...nodes.map(({ position }) => position.x)),
    y: Math.max(...nodes.map(({ position }) => position.y)) + row,
  };
}
