import { assertNever } from '../../network/assertNever';
import type { NetworkDocument } from '../../network/graph/document';
import { formatShape, type Shape } from '../../network/layers/shape';
import type { ExportSource } from './exportForm';

/** Height × width × channels of the images that the network takes. */
export function imageShapeOf({ document, analysis }: ExportSource): Shape {
  const input = document.nodes.find(({ kind }) => kind === 'input');
  return analysis.nodes.get(input?.id ?? '')?.outputShape ?? [];
}

/** What goes in and comes out, of a model that takes images channels last. */
export function channelsLastText(source: ExportSource): string {
  const { document, weightsText } = source;
  return `It takes floats of N × ${formatShape(imageShapeOf(source)).replaceAll('×', ' × ')} (channels last), and gives
${predictionsText(document)}. Images are to be scaled as in training:
${scalingText(document)}. Weights: ${weightsText}.`;
}

export function predictionsText({ nodes }: NetworkDocument): string {
  const logits = nodes.every(({ kind }) => kind !== 'softmax');
  return `\`predictions\`, a value for each class${logits ? ': logits, of which softmax makes probabilities' : ''}`;
}

/** How images are scaled before they are shown to the network; goes on after a colon. */
export function scalingText({ training: { normalisation } }: NetworkDocument): string {
  switch (normalisation) {
    case 'none':
      return 'values from 0 to 1';
    case 'channel':
      return 'values from 0 to 1, then less the mean of the training images and divided by their deviation, channel by channel';
    case 'pixel':
      return 'values from 0 to 1, then less the mean training image, pixel by pixel, and divided by the deviation of each channel';
    default:
      return assertNever(normalisation);
  }
}
