import type { Activation } from '../../importing/activation';
import type { ImportDraft } from '../../importing/importDraft';
import { addFeatureInput, addImageInput } from '../../importing/networkEnds';
import { NoLayer } from '../../importing/noLayer';
import type { LayerSpec } from './modelSpec';

/** The Input layer of a whole model: N×H×W×C or N×features. Where it is something else, that is noted. */
export function addModelInput(draft: ImportDraft, { name, className, inputShape }: LayerSpec): Activation {
  const own = className === 'InputLayer' ? name : 'input';
  const named = { name: `${own}/InputLayer`, opType: 'InputLayer' };
  try {
    if (draft.has('input')) throw new NoLayer('networks here have one input: give them the images alone');
    if (inputShape === null)
      throw new NoLayer(
        'the model was never told the shape of its images: build it with keras.Input(shape=…)',
      );
    const [, height, width, channels] = inputShape.map((extent) => extent ?? 0);
    if (inputShape.length === 4)
      return addImageInput(
        draft,
        named,
        { height: height ?? 0, width: width ?? 0, channels: channels ?? 0 },
        'channelsLast',
      );
    if (inputShape.length === 2) return addFeatureInput(draft, named, height ?? 0);
    throw new NoLayer(`it has ${inputShape.length} axes, and images have 4`);
  } catch (error) {
    if (!(error instanceof NoLayer)) throw error;
    draft.leaveOut({ name: own, opType: 'InputLayer' }, error.message);
    return { type: 'activation', layer: null, shape: null, order: 'channelsLast' };
  }
}
