import type { Block, NetworkDocument } from '../document';
import { copiedLabel } from '../layerName';

/** Id of a new block: block with the lowest free number. */
export function newBlockId(blocks: readonly Block[]): string {
  return freeBlockId(new Set(blocks.map(({ id }) => id)));
}

/** The same as newBlockId, with the ids that are taken. */
export function freeBlockId(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`block${number}`)) number += 1;
  return `block${number}`;
}

export function takenBlockLabels({ blocks }: Pick<NetworkDocument, 'blocks'>): Set<string> {
  return new Set(blocks.map(({ label }) => label));
}

/** What a copied block is called: as its original where that is free, or else with the next free number. */
export function copiedBlockLabel(taken: ReadonlySet<string>, label: string): string {
  return copiedLabel(taken, label);
}
