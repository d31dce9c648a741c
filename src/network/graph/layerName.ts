import type { LayerKind } from '../layers/defineLayer';
import type { NetworkDocument } from './document';
import { projectLimits } from './projectSchema';

/**
 * Name of a new layer, for its id and its label: the kind's stem with the lowest free number (conv3). The
 * layers that a network has one of, its ends, go without a number while they can (input, output).
 */
export function newLayerName(document: NetworkDocument, kind: LayerKind): string {
  return freeLayerName(takenNames(document), kind);
}

/** Ids and labels of a network's layers: what a new layer can't be called. */
export function takenNames({ nodes }: NetworkDocument): Set<string> {
  return new Set(nodes.flatMap(({ id, label }) => [id, label]));
}

/** The same as newLayerName, with the names that are taken. */
export function freeLayerName(taken: ReadonlySet<string>, kind: LayerKind): string {
  const isEnd = kind.inputs === 'none' || kind.terminal === true;
  if (isEnd && !taken.has(kind.stem)) return kind.stem;
  return numbered(kind.stem, isEnd ? 2 : 1, taken);
}

/** What a copy is called: as its original where that is free, or else with the next free number (res2_1, res2_2). */
export function copiedLabel(taken: ReadonlySet<string>, label: string): string {
  if (!taken.has(label)) return label;
  const stem = label.replace(/\d{1,6}$/, '').slice(0, projectLimits.nameLength - 6);
  return numbered(stem, stem === label ? 2 : 1, taken);
}

function numbered(stem: string, first: number, taken: ReadonlySet<string>): string {
  let number = first;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
