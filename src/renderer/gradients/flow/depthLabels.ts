import { estimateTextWidth, spreadLabels } from '../../charts/spreadLabels';
import type { MeasuredLayer } from './gradientProfile';

/** Names under the axis as far as there is room; the selected layer, the ends and layers with weights come first. */
export function depthLabels(
  layers: readonly MeasuredLayer[],
  selected: number,
  x: (layer: number) => number,
) {
  const labels = layers.map(({ label, depth }, layer) => {
    const text = label.length > 12 ? `${label.slice(0, 11)}…` : label;
    const end = layer === 0 || layer === layers.length - 1;
    const rank = layer === selected ? 3 : end ? 2 : depth === null ? 0 : 1;
    return { layer, text, place: x(layer), extent: estimateTextWidth(text), rank };
  });
  return spreadLabels(labels, 8);
}
