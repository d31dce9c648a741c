import type { NetworkDocument } from '../../network/graph/document';
import { mainOutput } from '../../network/graph/mainOutput';
import { t } from '../language/t';

/** What the metric of the network's main output is called: the share of images classified rightly, or among the first five guesses. */
export function metricName(document: NetworkDocument): string {
  return mainOutput(document.nodes)?.config['metric'] === 'top5Accuracy' ? t`Top-5 accuracy` : t`Accuracy`;
}
