import type { Analysis, ResolvedWeight } from '../../analysis/analysis';
import type { LayerNode } from '../../graph/document';
import { learningRateFactor } from '../../graph/layerLearning';
import { layerKind } from '../../layers/registry';
import type { Shape } from '../../layers/shape';

/** A layer that takes part in training, whatever it is written in. */
export interface ProjectLayer {
  readonly node: LayerNode;
  /** Name in model.py of what gives its result; null where it only passes on what the layer before it gives. */
  readonly source: string | null;
  readonly inputs: readonly string[];
  readonly output: Shape;
  readonly weights: readonly ResolvedWeight[];
}

/**
 * The text of `layers.json`: what the gradient logger measures, in the order of Layerwise's telemetry, and what else
 * training asks of layers. `version` is Layerwise's.
 */
export function layerTable(
  layers: readonly ProjectLayer[],
  analysis: Analysis,
  main: LayerNode | undefined,
  version: string,
): string {
  const byId = new Map(layers.map((layer) => [layer.node.id, layer]));
  const weights = layers.flatMap(({ node, weights }) =>
    weights.map((weight) => ({ node: node.id, ...weight })),
  );
  const trained = weights.filter(({ trainable }) => trainable);
  const place = ({ node, name }: { readonly node: string; readonly name: string }) => `${node}/${name}`;
  const table = {
    layerwise: version,
    metric: main?.config['metric'] ?? 'accuracy',
    nodes: layers.map((layer) => ({
      id: layer.node.id,
      label: layer.node.label,
      outputShape: layer.output,
      source: sourceOf(layer, byId),
      // Whether there is a gradient of its result: not of the images, nor of what frozen layers alone lead to.
      differentiated:
        layerKind(layer.node.kind).inputs !== 'none' &&
        analysis.nodes.get(layer.node.id)?.differentiated === true,
    })),
    weights: trained.map(({ node, name, shape }) => ({ node, name, shape })),
    decays: trained.filter(({ decays }) => decays).map(place),
    factors: Object.fromEntries(
      trained.flatMap((weight) => {
        const layer = byId.get(weight.node)?.node;
        const factor = layer === undefined ? 1 : learningRateFactor(layer);
        return factor === 1 ? [] : [[place(weight), factor]];
      }),
    ),
    shapes: Object.fromEntries(weights.map((weight) => [place(weight), weight.shape])),
  };
  return `${JSON.stringify(table, null, 1)}\n`;
}

/** Of a layer that only passes its input on, that of the layer before it. */
function sourceOf(layer: ProjectLayer, byId: ReadonlyMap<string, ProjectLayer>): string | null {
  if (layer.source !== null) return layer.source;
  const before = byId.get(layer.inputs[0] ?? '');
  return before === undefined ? null : sourceOf(before, byId);
}
