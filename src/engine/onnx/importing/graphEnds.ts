import type { ReadNode, ReadValueInfo } from './decodeModel';
import { layerOf } from './formula';
import type { ImportDraft } from './importDraft';
import { NoLayer } from './noLayer';
import type { Activation, Value } from './value';

/** Height and width of images whose size the file leaves open: that of most networks for ImageNet. */
const usualExtent = 224;

/** Numbers of channels that images have in files. */
const imageChannels = [1, 3, 4];

/** Convolutions take channels first, so that a graph which is given them last turns its images near its beginning. */
const nearTheBeginning = 20;
const toChannelsFirst = '0,3,1,2';
const valueByValue = ['Add', 'Cast', 'Div', 'Identity', 'Mul', 'Sub'];

/** How much less a further head weighs than the first, as in GoogLeNet. */
const headWeight = 0.3;

/** The Input layer of a graph's input: N×C×H×W, N×H×W×C or N×features; null, which is noted, where it is something else. */
export function addInput(
  draft: ImportDraft,
  { name, type }: ReadValueInfo,
  nodes: readonly ReadNode[],
): Activation | null {
  const dims = (type?.tensorType?.shape?.dim ?? []).map(({ dimValue = 0 }) => dimValue);
  const named = { name, opType: '' };
  try {
    if (dims.length === 4) return imageInput(draft, named, dims, turnsToChannelsFirst(name, nodes));
    if (dims.length === 2) return featureInput(draft, named, dims[1] ?? 0);
    throw new NoLayer(`it has ${dims.length} axes, and images have 4`);
  } catch (error) {
    if (!(error instanceof NoLayer)) throw error;
    draft.leaveOut({ name, opType: 'input' }, error.message);
    return null;
  }
}

/** Whether the images are turned before anything but their values is changed. */
function turnsToChannelsFirst(input: string, nodes: readonly ReadNode[]): boolean {
  const images = new Set([input]);
  for (const { opType, input: given, output, attribute } of nodes.slice(0, nearTheBeginning)) {
    if (!given.some((name) => images.has(name))) continue;
    const perm = attribute.find(({ name }) => name === 'perm')?.ints ?? [];
    if (opType === 'Transpose' && perm.join() === toChannelsFirst) return true;
    if (valueByValue.includes(opType)) for (const name of output) images.add(name);
  }
  return false;
}

function imageInput(
  draft: ImportDraft,
  named: { readonly name: string; readonly opType: string },
  [, second = 0, third = 0, fourth = 0]: readonly number[],
  turns: boolean,
): Activation {
  const isLast = turns && imageChannels.includes(fourth) && !imageChannels.includes(second);
  const [channels, height, width] = isLast ? [fourth, second, third] : [second, third, fourth];
  if (height === 0 || width === 0)
    draft.notes.push(
      `The model leaves the size of its images open; ${usualExtent} is taken for what isn't said.`,
    );
  const config = { height: height || usualExtent, width: width || usualExtent, channels: channels || 3 };
  return draft.layer(named, {
    kind: 'input',
    config,
    inputs: [],
    order: isLast ? 'channelsLast' : 'channelsFirst',
  });
}

/** As an image: square where that can be, else one pixel with so many channels. */
function featureInput(
  draft: ImportDraft,
  named: { readonly name: string; readonly opType: string },
  features: number,
): Activation {
  const side = Math.sqrt(features);
  const config = Number.isInteger(side)
    ? { height: side, width: side, channels: 1 }
    : { height: 1, width: 1, channels: features };
  const image = draft.layer(named, { kind: 'input', config, inputs: [], order: 'channelsLast' });
  return draft.layer({ name: '', opType: '' }, { kind: 'flatten', inputs: [image], order: 'features' });
}

/** The Output layer of a graph's output; the first is the main one. */
export function addOutput(draft: ImportDraft, value: Value | undefined, index: number): void {
  const named = { name: 'output', opType: '' };
  if (value === undefined || value.type === 'constant' || value.type === 'step') return;
  const given = value.type === 'formula' ? layerOf(draft, value) : value;
  const isProbability = draft.node(given)?.kind === 'softmax';
  const config = {
    loss: isProbability ? 'crossEntropyOfProbabilities' : 'softmaxCrossEntropy',
    lossWeight: index === 0 ? 1 : headWeight,
  };
  try {
    draft.layer(named, { kind: 'output', config, inputs: [given], order: 'features' });
  } catch (error) {
    if (!(error instanceof NoLayer)) throw error;
    draft.notes.push(`Output ${index + 1} of the model is none to train on: ${error.message}.`);
  }
}
