import type { Block, LayerNode } from '../../network/graph/document';
import type { LayerKind } from '../../network/layers/defineLayer';
import type { Field, FieldValue } from '../../network/layers/fields';
import { layerKind } from '../../network/layers/registry';
import { say } from '../language/say';
import { t } from '../language/t';
import type { Facts } from './matchFacts';

/** What a layer is found by: its title, name and kind, its settings, and the blocks around it; in both languages. */
export function layerFacts(layer: LayerNode, around: readonly Block[]): Facts {
  const kind = layerKind(layer.kind);
  return {
    title: kind.title(layer.config),
    names: [layer.label, kind.label, kind.kind, kind.category, say(kind.category)],
    others: [
      ...settingFacts(layer, kind),
      ...around.map(({ label }) => label),
      ...(layer.frozen === true ? ['frozen', t`frozen`] : []),
    ],
  };
}

function settingFacts({ config }: LayerNode, { fields }: LayerKind): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = config[name];
    if (value === undefined || field.shownWhen?.(config) === false) return [];
    const text = valueText(field, value);
    return text === null ? [] : [`${field.label} ${text}`, `${say(field.label)} ${say(text)}`];
  });
}

/** A value in words; null for what is not so. */
function valueText(field: Field, value: FieldValue): string | null {
  if (typeof value === 'boolean') return value ? '' : null;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value.join('×');
  const option = field.type === 'choice' && field.options.find((candidate) => candidate.value === value);
  return option ? option.label : value;
}
