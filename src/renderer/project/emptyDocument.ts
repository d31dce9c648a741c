import type { NetworkDocument } from '../../network/graph/document';
import { defaultTrainingSettings } from '../../network/graph/trainingSettings';
import { t } from '../language/t';

/** A project with nothing on the canvas. */
export function emptyDocument(): NetworkDocument {
  return { name: t`Untitled`, nodes: [], edges: [], blocks: [], training: defaultTrainingSettings };
}
