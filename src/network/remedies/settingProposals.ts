import type { LayerNode } from '../graph/document';
import type { Edit } from '../graph/edits';
import { equalValues, nearestAllowed } from '../graph/fieldValues';
import { checkFieldValue } from '../layers/config';
import type { Field, FieldValue } from '../layers/fields';
import { findLayerKind } from '../layers/registry';
import { elementCount, formatShape, imageShape, type Shape } from '../layers/shape';
import type { Case } from './remedy';

type Setting = readonly [field: string, value: FieldValue, label: string];

/** Other settings of the layer itself: padding, window, groups and the like. */
export function* settingProposals(of: Case): Iterable<Edit> {
  const { node, analysis } = of;
  if (node === undefined) return;
  const fields = findLayerKind(node.kind)?.fields ?? {};
  const [input] = analysis.nodes.get(node.id)?.inputShapes ?? [];
  for (const [name, value, label] of [...repairs(node, fields), ...wishes(node, input ?? null)]) {
    const field = fields[name];
    const before = node.config[name];
    if (field === undefined || 'problem' in checkFieldValue(field, value)) continue;
    if (before !== undefined && equalValues(before, value)) continue;
    const config = { ...node.config, [name]: value };
    yield { label, changes: [{ type: 'setConfig', id: node.id, config }] };
  }
}

/** Values beyond their limits, which an older version or another program may have written. */
function repairs(node: LayerNode, fields: Readonly<Record<string, Field>>): readonly Setting[] {
  return Object.entries(fields).flatMap(([name, field]): readonly Setting[] => {
    const value = node.config[name];
    if (value !== undefined && 'value' in checkFieldValue(field, value)) return [];
    const nearest =
      typeof value === 'number' && typeof field.default === 'number'
        ? nearestAllowed(field, value)
        : field.default;
    return [[name, nearest, `Set ${field.label.toLowerCase()} to ${shown(nearest)}`]];
  });
}

function wishes(node: LayerNode, input: Shape | null): readonly Setting[] {
  const { config, label } = node;
  const image = input === null ? null : imageShape(input);
  const extent = image === null ? null : [image.height, image.width];
  const smaller = (name: string): readonly Setting[] => {
    const window = config[name];
    if (!Array.isArray(window) || extent === null) return [];
    const fitting = window.map((size: number, axis) => Math.min(size, extent[axis] ?? size));
    return [[name, fitting, `Shrink the window of ${label} to ${fitting.join('×')}`]];
  };
  return [
    ['padding', 'same', `Use Same padding in ${label}`],
    ['padding', 'valid', `Use Valid padding in ${label}`],
    ...smaller('kernelSize'),
    ...smaller('poolSize'),
    ['dilations', [1, 1], `Set the dilation of ${label} to 1×1`],
    ['strides', [1, 1], `Set the stride of ${label} to 1×1`],
    ...groupings(node, input),
    ...reshapings(node, input),
    ['metric', 'accuracy', 'Measure accuracy in place of top-5 accuracy'],
    ['useBias', false, `Switch the bias of ${label} off`],
    ['loss', 'crossEntropyOfProbabilities', 'Choose cross-entropy of probabilities as the loss'],
    ['loss', 'softmaxCrossEntropy', 'Choose softmax cross-entropy as the loss'],
  ];
}

/** The largest number of groups not above the present one that divides what it must, or filters that it divides. */
function groupings({ config, label }: LayerNode, input: Shape | null): readonly Setting[] {
  const { groups, filters } = config;
  const channels = input?.at(-1);
  if (typeof groups !== 'number' || channels === undefined) return [];
  const divided = typeof filters === 'number' ? [channels, filters] : [channels];
  let fitting = groups;
  while (fitting > 1 && divided.some((count) => count % fitting !== 0)) fitting -= 1;
  const settings: Setting[] = [['groups', fitting, `Set the groups of ${label} to ${fitting}`]];
  if (typeof filters === 'number' && groups > 0) {
    const rounded = Math.max(1, Math.round(filters / groups)) * groups;
    settings.unshift(['filters', rounded, `Give ${label} ${rounded} filters`]);
  }
  return settings;
}

function reshapings({ config, label }: LayerNode, input: Shape | null): readonly Setting[] {
  const target = config['targetShape'];
  if (!Array.isArray(target) || input === null) return [];
  const [height = 1, width = 1]: readonly number[] = target;
  const extents = elementCount(input) % Math.max(1, height * width) === 0 ? [height, width] : [1, 1];
  const shape = [...extents.map((extent) => Math.max(1, extent)), 0];
  return [['targetShape', shape, `Let ${label} give as many channels as are left over`]];
}

function shown(value: FieldValue): string {
  return typeof value === 'object' ? formatShape(value) : String(value);
}
