import { RotateCcw } from 'lucide-react';
import type { LayerConfig } from '../../../network/layers/fields';
import type { Template } from '../../../network/templates/template';
import { ToolButton } from '../../controls/ToolButton';
import { FieldControl } from '../../inspector/fields/FieldControl';
import { Section } from '../../inspector/Section';
import { useGallery } from '../galleryStore';
import { defaultSettings } from '../templateSettings';
import { InputPresets } from './InputPresets';
import styles from './SettingsForm.module.css';

/** The settings that a template is made with: usual inputs as buttons, and each setting by itself. */
export function SettingsForm({ template, settings }: { template: Template; settings: LayerConfig }) {
  const { set, setAll } = useGallery.getState();
  const changed = useGallery((state) => state.settings.has(template.id));
  const fields = Object.entries(template.settings).filter(([, field]) => field.shownWhen?.(settings) ?? true);
  if (fields.length === 0) return null;
  return (
    <Section
      title="Settings"
      form
      aside={
        changed && (
          <ToolButton
            className={styles['reset']}
            onClick={() => setAll(template.id, defaultSettings(template))}
          >
            <RotateCcw size={12} aria-hidden="true" /> As in the paper
          </ToolButton>
        )
      }
    >
      <InputPresets template={template} settings={settings} />
      {fields.map(([name, field]) => (
        <FieldControl
          key={name}
          id={`template-${name}`}
          name={name}
          field={field}
          value={settings[name] ?? field.default}
          note={null}
          onChange={(value) => set(template.id, name, value)}
          onLeave={() => undefined}
        />
      ))}
    </Section>
  );
}
