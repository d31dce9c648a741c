import type { Activation } from '../../importing/activation';
import { finishedNetwork } from '../../importing/finishedNetwork';
import { ImportDraft } from '../../importing/importDraft';
import { type ImportResult, refusal } from '../../importing/importedNetwork';
import { projectName } from '../../importing/modelName';
import { addImageInput, addNetworkOutput } from '../../importing/networkEnds';
import { NoLayer } from '../../importing/noLayer';
import { CaffeLayer, CaffeSettings, messagesOf, textOf, textsOf } from './caffeLayer';
import { caffeReaders } from './caffeReaders';
import { type Prototxt, parsePrototxt } from './prototxt';

const nothing: Activation = { type: 'activation', layer: null, shape: null, order: 'channelsLast' };

/** Layers that give images. */
const sources: readonly string[] = ['Data', 'DummyData', 'HDF5Data', 'ImageData', 'Input', 'MemoryData'];
/** Layers that measure what the network gives, and those of them that it is trained by. */
const losses: readonly string[] = ['SoftmaxWithLoss', 'SoftmaxLoss'];
const measures: readonly string[] = [...losses, 'Accuracy', 'EuclideanLoss', 'Silence'];

/**
 * Reads a network that Caffe describes in a `.prototxt`: layers without weights, laid out and grouped by the scopes of
 * their names. Throws an Error where the text is none: "its line 3 can't be read".
 */
export function importCaffe(text: string, name: string): ImportResult {
  const file = parsePrototxt(text);
  const layers = messagesOf(file, 'layer').filter(inTest);
  if (layers.length === 0)
    return refusal(
      'It describes no network in the form that Caffe has had since 2014.',
      'Bring older files up to date with Caffe’s upgrade_net_proto_text; a solver’s file names that of its network.',
    );
  const draft = new ImportDraft();
  const blobs = new Map<string, Activation>();
  const used = new Set<string>();
  const ends: Activation[] = [];
  for (const [blob, shape] of namedInputs(file)) blobs.set(blob, input(draft, blob, shape));
  for (const layer of layers) {
    const type = textOf(layer, 'type');
    const bottoms = textsOf(layer, 'bottom');
    const [top = ''] = textsOf(layer, 'top');
    if (sources.includes(type)) {
      if (!draft.has('input')) blobs.set(top, input(draft, top, sourceShape(layer)));
      continue;
    }
    const inputs = bottoms.map((bottom) => blobs.get(bottom) ?? nothing);
    if (losses.includes(type) && inputs[0] !== undefined) ends.push(inputs[0]);
    for (const bottom of bottoms) if (losses.includes(type) || !measures.includes(type)) used.add(bottom);
    if (measures.includes(type)) continue;
    const made = read(new CaffeLayer(layer, inputs, draft), type);
    for (const blob of textsOf(layer, 'top')) {
      blobs.set(blob, made);
      used.delete(blob);
    }
  }
  const unused = [...blobs].flatMap(([blob, made]) => (used.has(blob) ? [] : [made]));
  // Heads come before the end of the network, which is the main output.
  for (const [index, end] of [...ends, ...unused].filter(isLayer).toReversed().entries())
    addNetworkOutput(draft, end, index);
  return finishedNetwork(draft, projectName(textOf(file, 'name'), name), {
    inputs:
      'Take the file that the network is deployed with (deploy.prototxt): those for training don’t say how large the images are.',
    smaller: 'Import a part of it.',
  });
}

function read(layer: CaffeLayer, type: string): Activation {
  try {
    const reader = Object.hasOwn(caffeReaders, type) ? caffeReaders[type] : undefined;
    if (reader === undefined) throw new NoLayer('put layers in its place that compute the same');
    return reader(layer);
  } catch (error) {
    if (!(error instanceof NoLayer)) throw error;
    layer.draft.leaveOut(layer.named, error.message);
    return nothing;
  }
}

function isLayer({ layer }: Activation): boolean {
  return layer !== null;
}

/** Files for training have layers for one of the phases only; what answers is that of testing. */
function inTest(layer: Prototxt): boolean {
  const phases = messagesOf(layer, 'include').flatMap((rule) => textsOf(rule, 'phase'));
  return phases.length === 0 || phases.includes('TEST') || sources.includes(textOf(layer, 'type'));
}

/** N×C×H×W of the inputs that older files name before their layers. */
function namedInputs(file: Prototxt): readonly (readonly [string, readonly number[]])[] {
  const settings = new CaffeSettings(file);
  const shapes = settings.messages('input_shape').map((shape) => new CaffeSettings(shape).numbers('dim'));
  const [name] = textsOf(file, 'input');
  return name === undefined ? [] : [[name, shapes[0] ?? settings.numbers('input_dim').slice(0, 4)]];
}

function sourceShape(layer: Prototxt): readonly number[] {
  const settings = new CaffeSettings(layer);
  const [given] = settings.messages('input_param').flatMap((own) => messagesOf(own, 'shape'));
  if (given !== undefined) return new CaffeSettings(given).numbers('dim');
  const [transformed] = settings.messages('transform_param');
  const crop = transformed === undefined ? 0 : new CaffeSettings(transformed).number('crop_size', 0);
  return crop === 0 ? [] : [1, 3, crop, crop];
}

function input(draft: ImportDraft, name: string, shape: readonly number[]): Activation {
  const [, channels = 0, height = 0, width = 0] = shape;
  try {
    if (shape.length !== 4) throw new NoLayer('it does not say how large the images are');
    if (draft.has('input')) throw new NoLayer('networks here have one input');
    const named = { name: `${name}/Input`, opType: 'Input' };
    return addImageInput(draft, named, { height, width, channels }, 'channelsLast');
  } catch (error) {
    if (!(error instanceof NoLayer)) throw error;
    draft.leaveOut({ name, opType: 'Input' }, error.message);
    return nothing;
  }
}
