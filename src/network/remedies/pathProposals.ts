import type { Edit } from '../graph/edits';
import { removeLayers, setField } from '../graph/layerEdits';
import type { LayerConfig } from '../layers/fields';
import { findLayerKind, layerKind } from '../layers/registry';
import { equalShapes, type Shape } from '../layers/shape';
import { insertOn } from './insertOn';
import { inTurn, type Step } from './inTurn';
import { type MergeInput, ownPath } from './mergeInputs';
import { planned } from './plannedLayer';
import type { Case } from './remedy';

/** Gives the last layer of a path that says how many channels it gives as many as the others have. */
export function* widenedPaths(
  of: Case,
  inputs: readonly MergeInput[],
  targets: readonly Shape[],
): Iterable<Edit> {
  for (const target of targets) {
    const steps: Step[] = [];
    const labels: string[] = [];
    for (const { edge, shape } of inputs.filter((input) => !equalShapes(input.shape, target))) {
      const channels = target.at(-1);
      const owned = ownPath(of, edge).flatMap((id) => of.wiring.nodes.get(id) ?? []);
      const layer = owned.find(({ config }) => widths.some((name) => typeof config[name] === 'number'));
      const width = widths.find((name) => typeof layer?.config[name] === 'number');
      const alike = equalShapes(shape.slice(0, -1), target.slice(0, -1));
      if (layer === undefined || width === undefined || channels === undefined || !alike) continue;
      steps.push((changed) => setField(changed, layer.id, width, channels));
      labels.push(`${layer.label} ${channels} ${width}`);
    }
    if (steps.length > 0) yield* inTurn(of.document, `Give ${labels.join(' and ')}`, steps);
  }
}

/** Settings that say how many channels or features a layer gives. */
const widths = ['filters', 'units'] as const;

/** Where some paths are vectors, makes the images vectors too. */
export function* flattenedPaths({ document }: Case, inputs: readonly MergeInput[]): Iterable<Edit> {
  const images = inputs.filter(({ shape }) => shape.length > 1);
  if (images.length === inputs.length) return;
  for (const kind of ['globalAveragePool2d', 'flatten'])
    yield* inTurn(
      document,
      `Put ${layerKind(kind).label} behind ${images.map(({ label }) => label).join(' and ')}`,
      images.flatMap(({ edge }) => insertOn(edge, [planned(kind, {})])),
    );
}

/** Same padding on the layers that belong to one of the paths alone. */
export function* withSamePadding(of: Case, inputs: readonly MergeInput[]): Iterable<Edit> {
  const { document, wiring } = of;
  const own = new Set(inputs.flatMap(({ edge }) => ownPath(of, edge)));
  const cropping = document.nodes.filter(
    ({ id, config }) =>
      own.has(id) && config['padding'] !== 'same' && takesSame(config, wiring.nodes.get(id)?.kind),
  );
  if (cropping.length === 0) return;
  yield* inTurn(
    document,
    `Use Same padding in ${cropping.map(({ label }) => label).join(', ')}`,
    cropping.map(
      ({ id }) =>
        (changed) =>
          setField(changed, id, 'padding', 'same'),
    ),
  );
}

function takesSame(config: LayerConfig, kind: string | undefined): boolean {
  const field = findLayerKind(kind ?? '')?.fields['padding'];
  return (
    'padding' in config && field?.type === 'choice' && field.options.some(({ value }) => value === 'same')
  );
}

/** Takes one path out with the layers that are on it alone, and the layer that joined them where only one is left. */
export function* withoutAPath(of: Case): Iterable<Edit> {
  const { document, wiring, node } = of;
  if (node === undefined) return;
  const edges = wiring.incoming(node.id);
  if (edges.length < 2) return;
  for (const edge of edges.toReversed()) {
    const path = ownPath(of, edge);
    const cut: Step = (changed) => removeLayers(changed, [], [edge]);
    const clear: Step = (changed) => removeLayers(changed, path, []);
    const join: Step = (changed) => removeLayers(changed, [node.id], []);
    const [last] = path;
    const label = wiring.nodes.get(last ?? edge.from)?.label ?? edge.from;
    const what = last === undefined ? `the connection from ${label}` : `the path through ${label}`;
    const steps = path.length > 0 ? [cut, clear] : [cut];
    if (edges.length > 2) yield* inTurn(document, `Delete ${what}`, steps);
    else yield* inTurn(document, `Delete ${node.label} and ${what}`, [...steps, join]);
  }
}
