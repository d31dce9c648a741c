import { assertNever } from '../assertNever';
import type { Field, FieldValue } from '../layers/fields';
import { layerKind } from '../layers/registry';
import type { LayerNode, NetworkDocument } from './document';
import type { Change, Edit } from './edits';
import { equalValues, nearestAllowed } from './fieldValues';

/** A setting that several layers have in common. */
export interface JointField {
  readonly name: string;
  readonly field: Field;
  /** The value that all layers have; null where they differ. */
  readonly value: FieldValue | null;
}

/**
 * The fields that all these layers declare alike (type, limits, options) and show with their present settings,
 * in the order of the first layer's kind.
 */
export function jointFields(layers: readonly LayerNode[]): readonly JointField[] {
  const [first, ...others] = layers;
  if (first === undefined) return [];
  return Object.entries(layerKind(first.kind).fields).flatMap(([name, field]) => {
    const inAll = others.every((layer) => {
      const other = layerKind(layer.kind).fields[name];
      return other !== undefined && declareAlike(field, other);
    });
    const shown = layers.every(
      (layer) => layerKind(layer.kind).fields[name]?.shownWhen?.(layer.config) ?? true,
    );
    if (!inAll || !shown) return [];
    const value = first.config[name] ?? field.default;
    const same = others.every((layer) => equalValues(layer.config[name] ?? field.default, value));
    return [{ name, field, value: same ? value : null }];
  });
}

/** Sets a field of several layers at once, as setField does for one. */
export function setFields(
  document: NetworkDocument,
  ids: readonly string[],
  name: string,
  value: FieldValue,
): Edit {
  const chosen = new Set(ids);
  let label = name;
  const changes = document.nodes.flatMap((node): Change[] => {
    const field = layerKind(node.kind).fields[name];
    if (!chosen.has(node.id) || field === undefined) return [];
    label = field.label.toLowerCase();
    const allowed = nearestAllowed(field, value);
    if (equalValues(node.config[name] ?? field.default, allowed)) return [];
    return [{ type: 'setConfig', id: node.id, config: { ...node.config, [name]: allowed } }];
  });
  return { label: `Set ${label} of ${ids.length} layers`, changes };
}

/** Whether two fields allow the same values. Their defaults and help may differ. */
function declareAlike(left: Field, right: Field): boolean {
  return left.label === right.label && allowedValues(left) === allowedValues(right);
}

function allowedValues(field: Field): string {
  switch (field.type) {
    case 'integer':
    case 'number':
      return JSON.stringify([field.type, field.min, field.max, field.unit ?? '']);
    case 'integers':
      return JSON.stringify([field.type, field.min, field.max, field.unit ?? '', field.parts]);
    case 'choice':
      return JSON.stringify([field.type, field.options]);
    case 'boolean':
      return JSON.stringify([field.type]);
    default:
      return assertNever(field);
  }
}
