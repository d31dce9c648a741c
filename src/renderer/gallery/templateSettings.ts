import type { LayerConfig } from '../../network/layers/fields';
import type { Template } from '../../network/templates/template';

/** The settings that a template is offered with: those of its paper. */
export function defaultSettings({ settings }: Template): LayerConfig {
  return Object.fromEntries(Object.entries(settings).map(([name, field]) => [name, field.default]));
}

/** All settings of a template, given those that were changed. */
export function settingsOf(template: Template, changed: LayerConfig | undefined): LayerConfig {
  return { ...defaultSettings(template), ...changed };
}
