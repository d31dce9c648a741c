import { type DatasetFacts, datasetFacts } from '../../network/datasets/datasetFacts';
import { checkFieldValue } from '../../network/layers/config';
import type { FieldValue, LayerConfig } from '../../network/layers/fields';
import type { Template } from '../../network/templates/template';
import { t } from '../language/t';

/** Settings that together fit a template to one kind of images. */
export interface InputPreset {
  readonly id: string;
  /** Whose images they are. */
  readonly name: string;
  /** Height × width × channels. */
  readonly size: string;
  /** The settings that it changes; the others stay. */
  readonly settings: LayerConfig;
}

/** Up to this size images are too small for a stem that makes them a quarter as high. */
const smallImage = 64;

/** The settings that have to do with the images, by the names that all templates give them. */
const imageSettings = ['input', 'channels', 'classes', 'largeStem'] as const;

/** The input of the paper, and those of the project's and of well-known images that the settings can take. */
export function inputPresets(template: Template, project: DatasetFacts): readonly InputPreset[] {
  const { settings } = template;
  const { input, channels } = settings;
  if (input?.type !== 'integer') return [];
  const paper = only(
    imageSettings.map((name): [string, FieldValue | undefined] => [name, settings[name]?.default]),
  );
  const size = [input.default, input.default, channels?.default ?? 1].join('×');
  const presets = [{ id: 'original', name: t`Original`, size, settings: paper }];
  for (const dataset of [project, datasetFacts({ type: 'cifar-10' }), datasetFacts({ type: 'mnist' })]) {
    const preset = fitted(template, dataset);
    const twice = presets.some((other) => preset !== null && sameSettings(other.settings, preset.settings));
    if (preset !== null && !twice) presets.push(preset);
  }
  return presets;
}

/** The preset that the settings are those of; null where they are of none. */
export function presetOf(presets: readonly InputPreset[], settings: LayerConfig): string | null {
  return presets.find((preset) => sameSettings({ ...settings, ...preset.settings }, settings))?.id ?? null;
}

/** Null where the template can't be fitted to the images. */
function fitted({ settings }: Template, { label, imageShape, classes }: DatasetFacts): InputPreset | null {
  const [height = 1, width = 1, channels = 1] = imageShape;
  const values = { input: height, channels, classes, largeStem: height > smallImage };
  if (height !== width) return null;
  for (const name of imageSettings) {
    const field = settings[name];
    if (field === undefined && name !== 'largeStem') return null;
    if (field !== undefined && 'problem' in checkFieldValue(field, values[name])) return null;
  }
  const used = imageSettings.filter((name) => settings[name] !== undefined);
  return {
    id: label,
    name: label,
    size: imageShape.join('×'),
    settings: only(used.map((name) => [name, values[name]])),
  };
}

function only(entries: readonly (readonly [string, FieldValue | undefined])[]): LayerConfig {
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function sameSettings(left: LayerConfig, right: LayerConfig): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}
