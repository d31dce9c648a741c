import { assertNever } from '../../network/assertNever';
import type { StartingWeightsReference } from '../../network/graph/startingWeights';
import { t } from '../language/t';

/** Where first weights are from, in a sentence. */
export function describeStart(weights: StartingWeightsReference): string {
  switch (weights.type) {
    case 'run':
      return t`Training starts from the best weights of the run ${weights.name} (${weights.run}), where name and shape agree; all others are drawn.`;
    case 'file':
      return t`Training starts from the weights in ${weights.path}, where name and shape agree; all others are drawn.`;
    default:
      return assertNever(weights);
  }
}
