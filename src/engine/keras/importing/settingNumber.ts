import { NoLayer } from '../../importing/noLayer';

/** A number among a layer's settings. Throws NoLayer where something else stands in its place. */
export function settingNumber(value: unknown): number {
  if (typeof value !== 'number') throw new NoLayer('one of its settings is no number');
  return value;
}
