import type { NetworkDocument } from '../graph/document';
import { findLayerKind } from '../layers/registry';
import type { Shape } from '../layers/shape';
import type { Analysis } from './analysis';
import { activationBytes } from './memory';
import { type ReceptiveField, receptiveFields } from './receptiveField';

/** What one layer is and costs, for one example. */
export interface LayerCost {
  readonly id: string;
  readonly label: string;
  /** The card's title: `Conv 5×5, 6`. */
  readonly title: string;
  /** Null where it can't be known yet. */
  readonly outputShape: Shape | null;
  readonly receptiveField: ReceptiveField | null;
  readonly trainable: number;
  readonly nonTrainable: number;
  /** Those of `nonTrainable` that would train if the layer weren't frozen. */
  readonly frozen: number;
  /** Multiply-adds. */
  readonly macs: number;
  /** Bytes of its output. */
  readonly activations: number;
  /** False where the layer leads to no Output: it is left out of the totals. */
  readonly usedInTraining: boolean;
}

/** One row for each layer, inputs first. */
export function costTable(document: NetworkDocument, analysis: Analysis): readonly LayerCost[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const fields = receptiveFields(document, analysis);
  return analysis.order.flatMap((id) => {
    const node = nodes.get(id);
    const found = analysis.nodes.get(id);
    if (node === undefined || found === undefined) return [];
    const { outputShape, trainable, nonTrainable, frozen, macs, usedInTraining } = found;
    return {
      id,
      label: node.label,
      title: findLayerKind(node.kind)?.title(node.config) ?? node.kind,
      outputShape,
      receptiveField: fields.get(id) ?? null,
      trainable,
      nonTrainable,
      frozen,
      macs,
      activations: activationBytes(found),
      usedInTraining,
    };
  });
}

/** `11×11`, in px; `whole input`; empty where there is none. */
export function formatReceptiveField(field: ReceptiveField | null): string {
  if (field === null) return '';
  if (field.type === 'whole') return 'whole input';
  return field.size.map((extent) => Number(extent.toFixed(1))).join('×');
}
