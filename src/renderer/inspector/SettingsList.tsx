import { assertNever } from '../../network/assertNever';
import type { LayerNode } from '../../network/graph/document';
import type { Field, FieldValue } from '../../network/layers/fields';
import { formatInteger } from '../format/numbers';
import { FactList } from './FactList';

/** Settings to be read, not changed. */
export function SettingsList({ layer, fields }: { layer: LayerNode; fields: readonly [string, Field][] }) {
  return (
    <FactList
      facts={fields.map(([name, field]) => [
        field.label,
        valueText(field, layer.config[name] ?? field.default),
      ])}
    />
  );
}

function valueText(field: Field, value: FieldValue): string {
  switch (field.type) {
    case 'integer':
      return [formatInteger(Number(value)), field.unit].filter(Boolean).join(' ');
    case 'number':
      return [String(value), field.unit].filter(Boolean).join(' ');
    case 'integers':
      return Array.isArray(value) ? value.join('×') : String(value);
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? String(value);
    case 'boolean':
      return value === true ? 'On' : 'Off';
    default:
      return assertNever(field);
  }
}
