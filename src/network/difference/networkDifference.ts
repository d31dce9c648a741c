import type { LayerNode, NetworkDocument } from '../graph/document';
import { learningRateFactor } from '../graph/layerLearning';
import type { TrainingSettings } from '../graph/trainingSettings';
import type { Field, FieldValue } from '../layers/fields';
import { findLayerKind } from '../layers/registry';
import { settingText } from './settingText';

/** A value that two networks have differently, each in words. */
export interface ChangedValue {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export interface ChangedLayer {
  readonly id: string;
  readonly label: string;
  readonly changes: readonly ChangedValue[];
}

/** In what one network differs from another. Layers are told apart by their ids, and where they lie counts for nothing. */
export interface NetworkDifference {
  readonly settings: readonly ChangedValue[];
  /** Only in the second. */
  readonly added: readonly LayerNode[];
  /** Only in the first. */
  readonly removed: readonly LayerNode[];
  readonly changed: readonly ChangedLayer[];
  /** Connections that only one of them has, between layers that both have. */
  readonly connectionsAdded: number;
  readonly connectionsRemoved: number;
}

/** Compares two networks with their settings. */
export function networkDifference(one: NetworkDocument, other: NetworkDocument): NetworkDifference {
  const [before, after] = [nodesOf(one), nodesOf(other)];
  const [wires, otherWires] = [wiresOf(one, after), wiresOf(other, before)];
  return {
    settings: [...changedSettings(one.training, other.training), ...changedStart(one, other)],
    added: other.nodes.filter(({ id }) => !before.has(id)),
    removed: one.nodes.filter(({ id }) => !after.has(id)),
    changed: one.nodes.flatMap((node) => {
      const now = after.get(node.id);
      const changes = now === undefined ? [] : changedFields(node, now);
      return changes.length === 0 ? [] : [{ id: node.id, label: node.label, changes }];
    }),
    connectionsAdded: [...otherWires].filter((wire) => !wires.has(wire)).length,
    connectionsRemoved: [...wires].filter((wire) => !otherWires.has(wire)).length,
  };
}

function nodesOf({ nodes }: NetworkDocument): ReadonlyMap<string, LayerNode> {
  return new Map(nodes.map((node) => [node.id, node]));
}

function wiresOf(
  { edges, nodes }: NetworkDocument,
  others: ReadonlyMap<string, LayerNode>,
): ReadonlySet<string> {
  const both = new Set(nodes.filter(({ id }) => others.has(id)).map(({ id }) => id));
  return new Set(
    edges
      .filter(({ from, to }) => both.has(from) && both.has(to))
      .map(({ from, to, input }) => JSON.stringify([from, to, input])),
  );
}

function changedFields(before: LayerNode, after: LayerNode): readonly ChangedValue[] {
  const kinds = [before, after].map(({ kind }) => findLayerKind(kind));
  const kind: ChangedValue = {
    name: 'Kind',
    before: kinds[0]?.label ?? before.kind,
    after: kinds[1]?.label ?? after.kind,
  };
  if (before.kind !== after.kind) return [kind];
  const fields: Readonly<Record<string, Field>> = kinds[0]?.fields ?? {};
  const names = new Set([...Object.keys(before.config), ...Object.keys(after.config)]);
  const settings = [...names].flatMap((name) => {
    const [left, right] = [before.config[name], after.config[name]];
    if (JSON.stringify(left) === JSON.stringify(right)) return [];
    const field = fields[name];
    return [{ name: field?.label ?? name, before: fieldText(field, left), after: fieldText(field, right) }];
  });
  return [...settings, ...changedLearning(before, after)];
}

function changedLearning(before: LayerNode, after: LayerNode): readonly ChangedValue[] {
  const words = (node: LayerNode) => (node.frozen === true ? 'on' : 'off');
  const factors = [before, after].map(learningRateFactor);
  return [
    { name: 'Frozen', before: words(before), after: words(after) },
    { name: 'Learning-rate factor', before: String(factors[0]), after: String(factors[1]) },
  ].filter((value) => value.before !== value.after);
}

function changedStart(one: NetworkDocument, other: NetworkDocument): readonly ChangedValue[] {
  if (JSON.stringify(one.startingWeights) === JSON.stringify(other.startingWeights)) return [];
  const [before, after] = [one, other].map(({ startingWeights }) => startingWeights?.name ?? 'drawn');
  return [{ name: 'First weights', before: before ?? 'drawn', after: after ?? 'drawn' }];
}

function fieldText(field: Field | undefined, value: FieldValue | undefined): string {
  if (value === undefined) return 'none';
  if (field?.type === 'choice')
    return field.options.find((option) => option.value === value)?.label ?? String(value);
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const unit = field !== undefined && 'unit' in field && field.unit !== undefined ? ` ${field.unit}` : '';
  return `${typeof value === 'object' ? value.join(' × ') : value}${unit}`;
}

/** By the words that people know them by, in this order; what a later version adds follows by its own name. */
const settingNames: Readonly<Partial<Record<keyof TrainingSettings, string>>> = {
  dataset: 'Dataset',
  optimizer: 'Optimizer',
  learningRate: 'Learning rate',
  schedule: 'Schedule',
  warmUpSteps: 'Warm-up (steps)',
  weightDecay: 'Weight decay',
  clipNorm: 'Clip gradients (0: off)',
  batchSize: 'Batch size (images)',
  epochs: 'Epochs',
  seed: 'Seed',
  normalisation: 'Normalisation of the input',
  augmentation: 'Augmentation',
  validationSplit: 'Held out for validation (share)',
  shuffle: 'Shuffle',
  telemetryEvery: 'Measured every (steps)',
};

function changedSettings(before: TrainingSettings, after: TrainingSettings): readonly ChangedValue[] {
  const values: Readonly<Record<string, unknown>> = before;
  const others: Readonly<Record<string, unknown>> = after;
  const names: Readonly<Record<string, string>> = settingNames;
  return [...new Set([...Object.keys(names), ...Object.keys(values), ...Object.keys(others)])].flatMap(
    (name) => {
      if (JSON.stringify(values[name]) === JSON.stringify(others[name])) return [];
      return [
        { name: names[name] ?? name, before: settingText(values[name]), after: settingText(others[name]) },
      ];
    },
  );
}
