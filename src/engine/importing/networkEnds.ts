import type { Activation, Order } from './activation';
import type { ImportDraft } from './importDraft';
import type { NamedOperator } from './namedOperator';
import { NoLayer } from './noLayer';

/** Height and width of images whose size the file leaves open: that of most networks for ImageNet. */
const usualExtent = 224;

/** How much less a further head weighs than the first, as in GoogLeNet. */
const headWeight = 0.3;

/** The Input layer of images; 0 is an extent that the file leaves open. Throws NoLayer where an extent is too large. */
export function addImageInput(
  draft: ImportDraft,
  named: NamedOperator,
  { height, width, channels }: { readonly height: number; readonly width: number; readonly channels: number },
  order: Order,
): Activation {
  if (height === 0 || width === 0)
    draft.notes.push(
      `The model leaves the size of its images open; ${usualExtent} is taken for what isn't said.`,
    );
  const config = { height: height || usualExtent, width: width || usualExtent, channels: channels || 3 };
  return draft.layer(named, { kind: 'input', config, inputs: [], order });
}

/** The Input layer of features, as an image: square where that can be, else one pixel with so many channels. */
export function addFeatureInput(draft: ImportDraft, named: NamedOperator, features: number): Activation {
  const side = Math.sqrt(features);
  const config = Number.isInteger(side)
    ? { height: side, width: side, channels: 1 }
    : { height: 1, width: 1, channels: features };
  const image = draft.layer(named, { kind: 'input', config, inputs: [], order: 'channelsLast' });
  return draft.layer({ name: '', opType: '' }, { kind: 'flatten', inputs: [image], order: 'features' });
}

/** The Output layer behind what the model gives; the first is the main one. */
export function addNetworkOutput(draft: ImportDraft, given: Activation, index: number): void {
  const isProbability = draft.node(given)?.kind === 'softmax';
  const config = {
    loss: isProbability ? 'crossEntropyOfProbabilities' : 'softmaxCrossEntropy',
    lossWeight: index === 0 ? 1 : headWeight,
  };
  try {
    draft.layer(
      { name: 'output', opType: '' },
      { kind: 'output', config, inputs: [given], order: 'features' },
    );
  } catch (error) {
    if (!(error instanceof NoLayer)) throw error;
    draft.notes.push(`Output ${index + 1} of the model is none to train on: ${error.message}.`);
  }
}
