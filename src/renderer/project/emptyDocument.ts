import type { NetworkDocument } from '../../network/graph/document';
import { defaultTrainingSettings } from '../../network/graph/trainingSettings';

/** A project with nothing on the canvas. */
export function emptyDocument(): NetworkDocument {
  return { name: 'Untitled', nodes: [], edges: [], blocks: [], training: defaultTrainingSettings };
}
