import type { KerasCall, KerasObject, KerasValue } from '../../layers/kerasLayer';
import { numberText, widest } from '../pytorch/moduleText';

/**
 * The statement `x = layers.Conv2D(filters=6, name="conv1")(x)`, over several lines where it is too long for one, as Black
 * breaks it. `after` follows the call.
 */
export function callLines(
  before: string,
  { className, arguments: settings }: Pick<KerasCall, 'className' | 'arguments'>,
  after: string,
  indent: string,
): readonly string[] {
  const parts = argumentTexts(settings);
  const line = `${indent}${before}${className}(${parts.join(', ')})${after}`;
  if (line.length <= widest) return [line];
  const inner = `${indent}    `;
  const together = `${inner}${parts.join(', ')}`;
  const body =
    together.length <= widest
      ? [together]
      : Object.entries(settings).flatMap(([name, value]) => argumentLines(name, value, inner));
  return [`${indent}${before}${className}(`, ...body, `${indent})${after}`];
}

function argumentLines(name: string, value: KerasValue, indent: string): readonly string[] {
  const line = `${indent}${name}=${valueText(value)},`;
  if (line.length <= widest || !isObject(value)) return [line];
  const inside = `${indent}    ${argumentTexts(value.arguments).join(', ')}`;
  return [`${indent}${name}=initializers.${value.className}(`, inside, `${indent}),`];
}

function argumentTexts(settings: KerasCall['arguments']): readonly string[] {
  return Object.entries(settings).map(([name, value]) => `${name}=${valueText(value)}`);
}

function valueText(value: KerasValue): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return numberText(value);
  if (isObject(value)) return `initializers.${value.className}(${argumentTexts(value.arguments).join(', ')})`;
  const items = value.map(valueText);
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

function isObject(value: KerasValue): value is KerasObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
