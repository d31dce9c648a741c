import type { LayerNode } from '../graph/document';
import type { Edit } from '../graph/edits';
import { connectLayers, removeLayers } from '../graph/layerEdits';
import { possibleEnds } from '../graph/possibleEnds';
import { findLayerKind } from '../layers/registry';
import { inTurn, type Step } from './inTurn';
import type { Case } from './remedy';

/** Layers that a missing connection is tried with. */
const triedEnds = 4;

/** For a layer that lacks a connection, has one too many, or stands in a loop. */
export function* connectionProposals(of: Case): Iterable<Edit> {
  const { node, document, analysis, problem } = of;
  if (node === undefined) return;
  yield* missingConnection(of, node);
  yield* leadThrough(of, node);
  yield* secondInput(of, node);
  yield* brokenLoop(of, node);
  const used = analysis.nodes.get(node.id)?.usedInTraining ?? false;
  if (problem.severity === 'error' || !used)
    yield { ...removeLayers(document, [node.id], []), label: `Delete ${node.label}` };
}

/** From the layers that lead nowhere first, or to those that have no input, those near by first. */
function* missingConnection({ document, wiring }: Case, node: LayerNode): Iterable<Edit> {
  for (const type of ['target', 'source'] as const) {
    const connected = type === 'target' ? wiring.incoming(node.id) : wiring.outgoing(node.id);
    if (connected.length > 1 || (connected.length === 1 && findLayerKind(node.kind)?.inputs !== 'many'))
      continue;
    const possible = possibleEnds(document, { node: node.id, type });
    const open = ({ id, kind }: LayerNode) =>
      type === 'target'
        ? wiring.outgoing(id).length === 0
        : wiring.incoming(id).length === 0 || findLayerKind(kind)?.inputs === 'many';
    const ends = document.nodes
      .filter((other) => possible.has(other.id) && (type === 'target' || open(other)))
      .sort((a, b) => Number(open(b)) - Number(open(a)) || distance(node, a, type) - distance(node, b, type));
    for (const end of ends.slice(0, triedEnds)) {
      const [from, to] = type === 'target' ? [end, node] : [node, end];
      const label = `Connect ${from.label} to ${to.label}`;
      yield* inTurn(document, label, [(changed) => connectLayers(changed, from.id, to.id)]);
    }
  }
}

/** Distance of two cards; what lies on the wrong side of the layer is further. */
function distance(node: LayerNode, other: LayerNode, type: 'source' | 'target'): number {
  const ahead = (other.position.x - node.position.x) * (type === 'source' ? 1 : -1);
  const across = Math.abs(other.position.y - node.position.y);
  return (ahead > 0 ? ahead : 1000 - ahead) + 4 * across;
}

/** Leads what goes past a layer that nothing follows through it. */
function* leadThrough({ wiring }: Case, node: LayerNode): Iterable<Edit> {
  const [only, ...others] = wiring.incoming(node.id);
  if (only === undefined || others.length > 0 || wiring.outgoing(node.id).length > 0) return;
  if (findLayerKind(node.kind)?.terminal === true) return;
  for (const edge of wiring.outgoing(only.from)) {
    const [before, behind] = [edge.from, edge.to].map((id) => wiring.nodes.get(id)?.label ?? id);
    if (edge.to === node.id) continue;
    yield {
      label: `Put ${node.label} between ${before} and ${behind}`,
      changes: [
        { type: 'removeEdge', edge },
        { type: 'addEdge', edge: { from: node.id, to: edge.to, input: edge.input } },
      ],
    };
  }
}

/** Lets the first Input feed what another one feeds. */
function* secondInput({ document, wiring }: Case, node: LayerNode): Iterable<Edit> {
  if (findLayerKind(node.kind)?.inputs !== 'none') return;
  for (const first of document.nodes.filter(({ id, kind }) => kind === node.kind && id !== node.id)) {
    const led = wiring.outgoing(node.id).map(
      ({ to }): Step =>
        (changed) =>
          connectLayers(changed, first.id, to),
    );
    const remove: Step = (changed) => removeLayers(changed, [node.id], []);
    yield* inTurn(document, `Delete ${node.label}, and feed its layers from ${first.label}`, [
      remove,
      ...led,
    ]);
  }
}

/** Cuts a loop at one of its connections, those that lead back on the canvas first. */
function* brokenLoop({ document, wiring }: Case, node: LayerNode): Iterable<Edit> {
  const loop = loopThrough(node.id, (id) => wiring.incoming(id).map(({ from }) => from));
  const backwards = ({ from, to }: { from: string; to: string }) => {
    const [start, end] = [wiring.nodes.get(from)?.position.x ?? 0, wiring.nodes.get(to)?.position.x ?? 0];
    return start - end;
  };
  const edges = document.edges
    .filter(({ from, to }) => loop.has(from) && loop.has(to))
    .sort((left, right) => backwards(right) - backwards(left));
  for (const edge of edges) yield removeLayers(document, [], [edge]);
}

/** Walks back along first inputs until a layer comes again, as the analysis finds its loops. */
function loopThrough(start: string, before: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  let id: string | undefined = start;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    [id] = before(id);
  }
  return seen;
}
