import type { NetworkDocument } from '../graph/document';
import { wire } from '../graph/wiring';
import type { LayerKind } from '../layers/defineLayer';
import type { LayerConfig } from '../layers/fields';
import type { Pair } from '../layers/ops';
import { findLayerKind } from '../layers/registry';
import { imageShape, type Shape } from '../layers/shape';
import type { Analysis } from './analysis';

/** How much of the network's input one value of a layer depends on. */
export type ReceptiveField =
  /**
   * Height and width in px, beyond the image's border too, as papers give it, and the step on the input between
   * two neighbours of the layer.
   */
  | { readonly type: 'window'; readonly size: Pair; readonly step: Pair }
  /** Every value sees the whole input: behind Flatten, Dense and global pooling. */
  | { readonly type: 'whole' };

/**
 * Receptive fields of all layers that see an image, by r′ = r + (k − 1)·j and j′ = j·s from input to output
 * (r size, j step, k window of the layer, s its stride; Araujo, Norris & Sim 2019, Computing Receptive Fields of
 * Convolutional Neural Networks, eq. 1 and 2). Where paths join, the widest counts. Layers of unknown shape, and
 * those that no image reaches, have none.
 */
export function receptiveFields(
  document: NetworkDocument,
  analysis: Analysis,
): ReadonlyMap<string, ReceptiveField> {
  const wiring = wire(document);
  const fields = new Map<string, ReceptiveField>();
  for (const id of analysis.order) {
    const node = wiring.nodes.get(id);
    const found = analysis.nodes.get(id);
    const kind = findLayerKind(node?.kind ?? '');
    if (node === undefined || kind === undefined || !found?.outputShape) continue;
    if (kind.inputs === 'none') {
      if (imageShape(found.outputShape) !== null)
        fields.set(id, { type: 'window', size: [1, 1], step: [1, 1] });
      continue;
    }
    const before = widest(wiring.incoming(id).flatMap(({ from }) => fields.get(from) ?? []));
    const inputs = found.inputShapes.filter((shape) => shape !== null);
    if (before !== null) fields.set(id, fieldBehind(before, kind, inputs, node.config, found.outputShape));
  }
  return fields;
}

function fieldBehind(
  before: ReceptiveField,
  kind: LayerKind,
  inputs: readonly Shape[],
  config: LayerConfig,
  output: Shape,
): ReceptiveField {
  if (before.type === 'whole' || imageShape(output) === null) return { type: 'whole' };
  const reach = kind.reach?.(inputs, config);
  if (reach === undefined) return before;
  const size = (axis: 0 | 1) => before.size[axis] + (reach.window[axis] - 1) * before.step[axis];
  const step = (axis: 0 | 1) => before.step[axis] * reach.strides[axis];
  return { type: 'window', size: [size(0), size(1)], step: [step(0), step(1)] };
}

function widest(fields: readonly ReceptiveField[]): ReceptiveField | null {
  return fields.reduce<ReceptiveField | null>((wide, field) => {
    if (wide === null || field.type === 'whole') return field;
    if (wide.type === 'whole') return wide;
    const larger = (left: Pair, right: Pair): Pair => [
      Math.max(left[0], right[0]),
      Math.max(left[1], right[1]),
    ];
    return { type: 'window', size: larger(wide.size, field.size), step: larger(wide.step, field.step) };
  }, null);
}
