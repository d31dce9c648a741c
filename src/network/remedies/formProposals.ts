import { datasetFacts } from '../datasets/datasetFacts';
import type { LayerEdge, LayerNode } from '../graph/document';
import type { Edit } from '../graph/edits';
import { removeLayers } from '../graph/layerEdits';
import { placeOfAdd } from '../graph/shortcuts/placeOfAdd';
import type { Wiring } from '../graph/wiring';
import { wire } from '../graph/wiring';
import { findLayerKind, layerKind } from '../layers/registry';
import { insertOn } from './insertOn';
import { inTurn, type Step } from './inTurn';
import { planned } from './plannedLayer';
import type { Case } from './remedy';

/** Layers that make vectors of images, those with fewer parameters behind them first. */
const flattening = ['globalAveragePool2d', 'flatten'] as const;

/** For a layer that gets an image in place of a vector, or the other way round. */
export function* formProposals(of: Case): Iterable<Edit> {
  const { node, document, wiring, analysis } = of;
  const kind = findLayerKind(node?.kind ?? '');
  const [edge] = wiring.incoming(node?.id ?? '');
  if (node === undefined || kind?.inputs !== 'one' || edge === undefined) return;
  const image = analysis.nodes.get(edge.from)?.outputShape?.length === 3;
  const classes = planned('dense', { units: datasetFacts(document.training.dataset).classes });
  const dense = `Dense ${classes.config['units']}`;
  if (kind.terminal === true) {
    if (!image) yield* inTurn(document, `Put ${dense} before ${node.label}`, insertOn(edge, [classes]));
    yield* beforeSoftmax(of, edge, [classes], `Put ${dense} before the softmax`);
  }
  if (!image) {
    if (analysis.nodes.get(node.id)?.outputShape === null) yield* inFrontOfFlatten(of, node, edge);
    return;
  }
  for (const flat of flattening) {
    const { label } = layerKind(flat);
    yield* inTurn(document, `Put ${label} before ${node.label}`, insertOn(edge, [planned(flat)]));
    if (kind.terminal !== true) continue;
    const layers = [planned(flat), classes];
    yield* inTurn(document, `Put ${label} and ${dense} before ${node.label}`, insertOn(edge, layers));
    yield* beforeSoftmax(of, edge, layers, `Put ${label} and ${dense} before the softmax`);
  }
}

/** Where a softmax comes in between, what gives the classes goes in front of it. */
function* beforeSoftmax(
  { document, wiring }: Case,
  edge: LayerEdge,
  layers: Parameters<typeof insertOn>[1],
  label: string,
): Iterable<Edit> {
  const [before] = wiring.nodes.get(edge.from)?.kind === 'softmax' ? wiring.incoming(edge.from) : [];
  if (before !== undefined) yield* inTurn(document, label, insertOn(before, layers));
}

/** Moves a layer that works on images in front of what flattened them. */
function* inFrontOfFlatten({ document, wiring }: Case, node: LayerNode, edge: LayerEdge): Iterable<Edit> {
  const flat = flattenedBy(wiring, edge.from);
  if (flat === null || flat.id === node.id) return;
  const detach: Step = (changed) => removeLayers(changed, [node.id], []);
  const attach: Step = (changed) => {
    const present = wire(changed);
    const [into] = present.incoming(flat.id);
    if (into === undefined) return { label: '', changes: [] };
    const position = placeOfAdd(present, into);
    const index = changed.nodes.findIndex(({ id }) => id === flat.id);
    return {
      label: '',
      changes: [
        { type: 'addNode', node: { ...node, position }, index },
        { type: 'removeEdge', edge: into },
        { type: 'addEdge', edge: { from: into.from, to: node.id, input: 0 } },
        { type: 'addEdge', edge: { from: node.id, to: into.to, input: into.input } },
      ],
    };
  };
  yield* inTurn(document, `Move ${node.label} in front of ${flat.label}`, [detach, attach]);
  yield* inTurn(document, `Delete ${flat.label}`, [(changed) => removeLayers(changed, [flat.id], [])]);
}

function flattenedBy(wiring: Wiring, from: string): LayerNode | null {
  const seen = new Set<string>();
  let node = wiring.nodes.get(from);
  while (node !== undefined && !seen.has(node.id)) {
    seen.add(node.id);
    if (flattening.some((kind) => kind === node?.kind)) return node;
    const [edge, ...others]: readonly LayerEdge[] = wiring.incoming(node.id);
    node = others.length > 0 || edge === undefined ? undefined : wiring.nodes.get(edge.from);
  }
  return null;
}
