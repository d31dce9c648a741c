import type { LayerNode } from '../../network/graph/document';
import { jointFields, setFields } from '../../network/graph/jointFields';
import type { Field, FieldValue } from '../../network/layers/fields';
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { FieldControl } from './fields/FieldControl';
import { valueText } from './fields/valueText';
import { Section } from './Section';

/** The settings that several layers have in common; a change goes to all of them. */
export function JointSettingsSection({ layers }: { layers: readonly LayerNode[] }) {
  const locked = useEditor((state) => state.structureLocked);
  const endMerge = useEditor((state) => state.endMerge);
  const fields = jointFields(layers);
  if (locked || fields.length === 0) return null;
  const ids = layers.map(({ id }) => id);
  const change = (name: string, value: FieldValue) => {
    const { history, apply } = useEditor.getState();
    apply(setFields(history.document, ids, name, value), `${ids.join(' ')}/${name}`);
  };
  return (
    <Section title={t`Settings of all`} form>
      {fields.map(({ name, field, value }) => (
        <FieldControl
          key={name}
          id={`joint-${name}`}
          name={name}
          field={field}
          value={value}
          note={value === null ? t`Differ: ${differentValues(layers, name, field)}` : null}
          onChange={(next) => change(name, next)}
          onLeave={endMerge}
        />
      ))}
    </Section>
  );
}

/** The first few values, as people read them. */
function differentValues(layers: readonly LayerNode[], name: string, field: Field): string {
  const values = [...new Set(layers.map(({ config }) => valueText(field, config[name] ?? field.default)))];
  return values.length > 4 ? `${values.slice(0, 4).join(', ')}, …` : values.join(', ');
}
