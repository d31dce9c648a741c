import type { NetworkDocument } from '../../network/graph/document';
import { mainOutput } from '../../network/graph/mainOutput';
import { t } from '../language/t';

/** The metric of the network's main output: the share of images classified rightly, or among the first five guesses. */
export function metricOf(document: NetworkDocument): 'accuracy' | 'top5Accuracy' {
  return mainOutput(document.nodes)?.config['metric'] === 'top5Accuracy' ? 'top5Accuracy' : 'accuracy';
}

/** What it is called. */
export function metricName(document: NetworkDocument): string {
  return metricOf(document) === 'top5Accuracy' ? t`Top-5 accuracy` : t`Accuracy`;
}
