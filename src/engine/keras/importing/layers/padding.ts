import type { LayerConfig } from '../../../../network/layers/fields';
import { NoLayer } from '../../../importing/noLayer';
import type { KerasLayer } from '../kerasLayer';
import { settingNumber } from '../settingNumber';

/** Top, bottom, left and right of ((top, bottom), (left, right)), (rows, columns) or one number. */
export function sidesOf(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value, value, value, value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((part) =>
    Array.isArray(part) ? part.map(settingNumber) : [settingNumber(part), settingNumber(part)],
  );
}

/** `same`, `valid`, or the sides of a padding layer that was joined with the one behind it. */
export function paddingConfig(layer: KerasLayer): LayerConfig {
  const value = layer.setting('padding') ?? 'valid';
  if (typeof value !== 'string') return { padding: 'explicit', explicitPadding: sidesOf(value) };
  if (value === 'same' || value === 'valid') return { padding: value };
  throw new NoLayer(`it pads as "${value.slice(0, 20)}"`);
}
