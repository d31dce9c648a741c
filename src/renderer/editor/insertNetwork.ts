import { analyse } from '../../network/analysis/analyse';
import { clip } from '../../network/graph/clipping';
import type { NetworkDocument, Position } from '../../network/graph/document';
import { applyEdit, type Change } from '../../network/graph/edits';
import { canvasGrid } from '../../network/graph/layout';
import { pasteLayers } from '../../network/graph/paste';
import { setTagged } from '../../network/graph/tags/tagEdits';
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
  const { nodes, tagged = false } = history.document;
  const fed = nodes.some(({ kind }) => layerKind(kind).inputs === 'none');
  const drawn = nodes.length === 0 ? network : drawnAs(network, tagged);
  const taken = drawn.nodes.filter(({ kind }) => {
    const { inputs, terminal } = layerKind(kind);
    return !fed || (inputs !== 'none' && terminal !== true);
  });
  const clipping = clip(
    drawn,
    taken.map(({ id }) => id),
  );
  const result = pasteLayers(history.document, clipping, { at: placeBelow(nodes) });
  if ('problem' in result) {
    useNotice.getState().show(result.problem);
    return;
  }
  const form: readonly Change[] =
    (drawn.tagged ?? false) === tagged ? [] : [{ type: 'setTagged', tagged: !tagged }];
  apply({ label: t`Insert ${name}`, changes: [...form, ...result.edit.changes] });
  if (structureLocked) return;
  select({ nodes: result.ids, edges: [] });
  const [first] = result.ids;
  if (first !== undefined) bringIntoView(first);
}

/** A network whose activations are tags, or have cards, as those on the canvas. */
function drawnAs(network: NetworkDocument, tagged: boolean): NetworkDocument {
  return applyEdit(network, setTagged(network, analyse(network), tagged)).document;
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
