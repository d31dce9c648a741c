import { findLayerKind } from '../../layers/registry';
import type { Block, LayerNode } from '../document';
import { copiedLabel, freeLayerName } from '../layerName';
import { copiedBlockLabel, freeBlockId } from './blockName';

/** Names for the copies of a chain: each call takes those that it gives. */
export interface ChainNames {
  block(block: Block, copy: number): Pick<Block, 'id' | 'label'>;
  layer(layer: LayerNode, copy: number): Pick<LayerNode, 'id' | 'label'>;
}

/** A block's number as its layers have it: 3_1 of unit3_1, which conv3_1a has too. */
const numberAtEnd = /\d+(?:_\d+)*$/;
const idForm = /^[A-Za-z0-9_.-]{1,64}$/;

/**
 * Counts on: copies of unit3_1 are unit3_2 and unit3_3, and those of its conv3_1a are conv3_2a and conv3_3a. What has
 * another number, or would have a name that is taken, gets the next free one.
 */
export function chainNames(
  original: Block,
  taken: { readonly layers: Set<string>; readonly blockIds: Set<string>; readonly blockLabels: Set<string> },
): ChainNames {
  const number = numberAtEnd.exec(original.label)?.[0] ?? null;
  const counted = (label: string, copy: number) => {
    if (number === null) return label;
    const counting = number.replace(/\d+$/, (last) => String(Number(last) + copy));
    return label.replace(new RegExp(`(?<!\\d)${number}(?!\\d)`), counting);
  };
  const { layers, blockIds, blockLabels } = taken;
  return {
    block(block, copy) {
      const label = copiedBlockLabel(blockLabels, counted(block.label, copy));
      const id = idForm.test(label) && !(label in {}) && !blockIds.has(label) ? label : freeBlockId(blockIds);
      blockLabels.add(label);
      blockIds.add(id);
      return { id, label };
    },
    layer(layer, copy) {
      const label = copiedLabel(layers, counted(layer.label, copy));
      const free = idForm.test(label) && !(label in {}) && !layers.has(label);
      const kind = findLayerKind(layer.kind);
      layers.add(label);
      if (!free && kind === undefined) throw new Error(`There is no layer kind "${layer.kind}" to copy.`);
      const id = free || kind === undefined ? label : freeLayerName(layers, kind);
      layers.add(id);
      return { id, label };
    },
  };
}
