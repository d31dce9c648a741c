import { RotateCcw } from 'lucide-react';
import type { FieldValue, LayerConfig } from '../../../network/layers/fields';
import type { Template } from '../../../network/templates/template';
import { ToolButton } from '../../controls/ToolButton';
import { FieldControl } from '../../inspector/fields/FieldControl';
import { Section } from '../../inspector/Section';
import { t } from '../../language/t';
import { withUnits } from '../depthFamilies';
import { switchTemplate } from '../galleryActions';
import { useGallery } from '../galleryStore';
import { defaultSettings } from '../templateSettings';
import styles from './SettingsForm.module.css';

/** The settings that a template is made with. */
export function SettingsForm({ template, settings }: { template: Template; settings: LayerConfig }) {
  const { setAll } = useGallery.getState();
  const changed = useGallery((state) => state.settings.has(template.id));
  const fields = Object.entries(template.settings).filter(([, field]) => field.shownWhen?.(settings) ?? true);
  if (fields.length === 0) return null;
  const change = (name: string, value: FieldValue) => {
    const other = name === 'n' ? withUnits(template, Number(value)) : undefined;
    if (other === undefined) useGallery.getState().set(template.id, name, value);
    else switchTemplate(template.id, other.id);
  };
  return (
    <Section
      title={t`Settings`}
      form
      aside={
        changed && (
          <ToolButton
            className={styles['reset']}
            onClick={() => setAll(template.id, defaultSettings(template))}
          >
            <RotateCcw size={12} aria-hidden="true" /> {t`As in the paper`}
          </ToolButton>
        )
      }
    >
      {fields.map(([name, field]) => (
        <FieldControl
          key={name}
          id={`template-${name}`}
          name={name}
          field={field}
          value={settings[name] ?? field.default}
          note={null}
          onChange={(value) => change(name, value)}
          onLeave={() => undefined}
        />
      ))}
    </Section>
  );
}
