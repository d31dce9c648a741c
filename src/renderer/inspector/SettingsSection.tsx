import { Lock } from 'lucide-react';
import type { LayerNode } from '../../network/graph/document';
import { setField } from '../../network/graph/layerEdits';
import type { LayerKind } from '../../network/layers/defineLayer';
import type { FieldValue } from '../../network/layers/fields';
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { FieldControl } from './fields/FieldControl';
import { NameControl } from './NameControl';
import { Section } from './Section';
import { SettingsList } from './SettingsList';

/** The layer's settings: a form, or a list while a run holds them. */
export function SettingsSection({ layer, kind }: { layer: LayerNode; kind: LayerKind }) {
  const locked = useEditor((state) => state.structureLocked);
  const reason = useEditor(({ analysis }) => {
    const weights = analysis.nodes.get(layer.id)?.weights ?? [];
    return weights.find(({ initialiserReason }) => initialiserReason !== null)?.initialiserReason ?? null;
  });
  const endMerge = useEditor((state) => state.endMerge);
  const fields = Object.entries(kind.fields).filter(([, field]) => field.shownWhen?.(layer.config) ?? true);

  if (locked)
    return (
      <Section
        title={t`Settings`}
        aside={
          <>
            <Lock size={12} aria-hidden="true" /> {t`Stop to edit`}
          </>
        }
      >
        <SettingsList layer={layer} fields={fields} />
      </Section>
    );

  const change = (name: string, value: FieldValue) => {
    const { history, apply } = useEditor.getState();
    apply(setField(history.document, layer.id, name, value), `${layer.id}/${name}`);
  };
  return (
    <Section title={t`Settings`} form>
      <NameControl layer={layer} />
      {fields.map(([name, field]) => (
        <FieldControl
          key={name}
          id={`${layer.id}-${name}`}
          name={name}
          field={field}
          value={layer.config[name] ?? field.default}
          note={name === 'initialiser' ? reason : null}
          onChange={(value) => change(name, value)}
          onLeave={endMerge}
        />
      ))}
    </Section>
  );
}
