import { isAbsolute, join, relative, sep } from 'node:path';
import type { NetworkDocument } from '../network/graph/document';

/** A project as it was read from a folder: the place of its starting weights is absolute from here on. */
export function withAbsoluteWeights(document: NetworkDocument, folder: string): NetworkDocument {
  const { startingWeights } = document;
  if (startingWeights?.type !== 'file' || isAbsolute(startingWeights.path)) return document;
  return {
    ...document,
    startingWeights: { ...startingWeights, path: join(folder, ...startingWeights.path.split('/')) },
  };
}

/**
 * A project as it is written to a folder: starting weights that lie in that folder are found from there, so that both can
 * be moved, sent and put under version control together.
 */
export function withRelativeWeights(document: NetworkDocument, folder: string): NetworkDocument {
  const { startingWeights } = document;
  if (startingWeights?.type !== 'file' || !isAbsolute(startingWeights.path)) return document;
  const way = relative(folder, startingWeights.path);
  if (way === '' || isAbsolute(way) || way.split(sep)[0] === '..') return document;
  return { ...document, startingWeights: { ...startingWeights, path: way.split(sep).join('/') } };
}
