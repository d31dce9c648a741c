import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { type ProjectPortrait, portraitPartsLimit } from '../../protocol/projectPortrait';
import { networkDepth } from '../editor/networkDepth';
import { silhouette } from '../gallery/art/silhouette';
import { mainPath } from '../gallery/mainPath';

/** What is drawn and said of a project in a list; null where the network is too large to be drawn. */
export function portraitOf(document: NetworkDocument, analysis: Analysis): ProjectPortrait | null {
  const drawn = silhouette(mainPath(document, analysis), analysis);
  if (Math.max(drawn.slabs.length, drawn.arcs.length) > portraitPartsLimit) return null;
  return { layers: networkDepth(analysis), parameters: analysis.totals.trainable, silhouette: drawn };
}
