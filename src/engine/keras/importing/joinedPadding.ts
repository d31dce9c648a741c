import type { LayerSpec, ModelSpec } from './modelSpec';

const convolutions: readonly string[] = ['Conv2D', 'DepthwiseConv2D', 'SeparableConv2D', 'TableConv2D'];

/** What Layerwise's exports call the padding in front of the convolution `conv1`. */
const suffix = '.ZeroPadding';

/**
 * Joins the padding layers that Layerwise's own exports put before convolutions, which say by their names what they are.
 * Those of other files stay layers.
 */
export function withJoinedPadding(model: ModelSpec): ModelSpec {
  const used = usesOf(model);
  const paddings = new Map(
    model.layers
      .filter(
        ({ className, name, calls }) =>
          className === 'ZeroPadding2D' && name.endsWith(suffix) && calls.length === 1,
      )
      .map((layer) => [layer.name, layer] as const),
  );
  const joined = new Set<string>();
  const layers = model.layers.map((layer): LayerSpec => {
    const padding = paddings.get(`${layer.name}${suffix}`);
    const [call] = layer.calls;
    if (padding === undefined || call === undefined || layer.calls.length !== 1) return layer;
    const given = call.tensors.map((tensor) => tensor.layer).join('\n') === padding.name;
    const valid = (layer.config['padding'] ?? 'valid') === 'valid';
    if (!given || !valid || !convolutions.includes(layer.className) || used.get(padding.name) !== 1)
      return layer;
    joined.add(padding.name);
    const config = { ...layer.config, padding: padding.config['padding'] ?? 1 };
    return { ...layer, config, calls: padding.calls };
  });
  return { ...model, layers: layers.filter(({ name }) => !joined.has(name)) };
}

/** How often the results of each layer are used. */
function usesOf({ layers, outputs }: ModelSpec): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const all = [...layers.flatMap(({ calls }) => calls.flatMap(({ tensors }) => tensors)), ...outputs];
  for (const { layer } of all) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  return counts;
}
