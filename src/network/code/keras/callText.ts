import type { KerasCall, KerasObject, KerasValue } from '../../layers/kerasLayer';
import { isPlain, plainText, widest } from '../pythonText';

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
  return isObject(value)
    ? `initializers.${value.className}(${argumentTexts(value.arguments).join(', ')})`
    : plainText(value);
}

function isObject(value: KerasValue): value is KerasObject {
  return !isPlain(value);
}
