import type { LayerNode } from '../../network/graph/document';
import type { Field } from '../../network/layers/fields';
import { say } from '../language/say';
import { FactList } from './FactList';
import { valueText } from './fields/valueText';

/** Settings to be read, not changed. */
export function SettingsList({ layer, fields }: { layer: LayerNode; fields: readonly [string, Field][] }) {
  return (
    <FactList
      facts={fields.map(([name, field]) => [
        say(field.label),
        valueText(field, layer.config[name] ?? field.default),
      ])}
    />
  );
}
