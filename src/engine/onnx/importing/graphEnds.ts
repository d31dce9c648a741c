import type { Activation } from '../../importing/activation';
import type { ImportDraft } from '../../importing/importDraft';
import { addFeatureInput, addImageInput, addNetworkOutput } from '../../importing/networkEnds';
import { NoLayer } from '../../importing/noLayer';
import type { ReadNode, ReadValueInfo } from './decodeModel';
import { layerOf } from './formula';
import type { Value } from './value';

/** Numbers of channels that images have in files. */
const imageChannels = [1, 3, 4];

/** Convolutions take channels first, so that a graph which is given them last turns its images near its beginning. */
const nearTheBeginning = 20;
const toChannelsFirst = '0,3,1,2';
const valueByValue = ['Add', 'Cast', 'Div', 'Identity', 'Mul', 'Sub'];

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
    if (dims.length === 2) return addFeatureInput(draft, named, dims[1] ?? 0);
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
  return addImageInput(draft, named, { height, width, channels }, isLast ? 'channelsLast' : 'channelsFirst');
}

/** The Output layer of a graph's output; the first is the main one. */
export function addOutput(draft: ImportDraft, value: Value | undefined, index: number): void {
  if (value === undefined || value.type === 'constant' || value.type === 'step') return;
  addNetworkOutput(draft, value.type === 'formula' ? layerOf(draft, value) : value, index);
}
