import { assertNever } from '../assertNever';
import type { FlowVerdict } from './flowVerdict';
import { formatFactor } from './formatFactor';
import { normText } from './measureText';

/** A sentence in three parts, of which the middle one is stressed. */
export interface FlowSentence {
  readonly before: string;
  readonly stressed: string;
  readonly after: string;
}

/** Says a verdict in words: "Gradients shrink 41× per 10 layers from fc to conv1". */
export function describeFlow(verdict: FlowVerdict): FlowSentence {
  switch (verdict.type) {
    case 'tooShort':
      return plain('Only one layer learns: there is no depth for a gradient to change over');
    case 'cutOff':
      return {
        before: 'No gradient reaches ',
        stressed: verdict.layer,
        after:
          verdict.layersBefore === 0
            ? `: its norm is ${normText(0)}`
            : ` and the layers before it: their norms are ${normText(0)}`,
      };
    case 'trend':
      return describeTrend(verdict);
    default:
      return assertNever(verdict);
  }
}

function describeTrend(trend: Extract<FlowVerdict, { type: 'trend' }>): FlowSentence {
  const after = trend.smallThroughout
    ? ` from ${trend.last} to ${trend.first}; all are small`
    : ` from ${trend.last} to ${trend.first}`;
  switch (trend.direction) {
    case 'keep':
      return { before: 'Gradients ', stressed: 'keep their size', after };
    case 'shrink':
    case 'grow': {
      const factor = formatFactor(trend.factor);
      return {
        before: trend.direction === 'shrink' ? 'Gradients shrink ' : 'Gradients grow ',
        stressed: trend.perLayers === null ? factor : `${factor} per ${trend.perLayers} layers`,
        after,
      };
    }
    default:
      return assertNever(trend.direction);
  }
}

function plain(text: string): FlowSentence {
  return { before: text, stressed: '', after: '' };
}
