import { formatSigned } from '../format/numbers';
import { formatLog10, formatScientific } from '../gradients/formatNorm';
import { say } from '../language/say';
import { t } from '../language/t';
import type { Quantity } from './quantity';

/** A measured value: 1.512e−2, 37.5 %; a dash where there is none. */
export function measuredText({ form }: Pick<Quantity, 'form'>, measured: number): string {
  return form === 'log' ? formatScientific(measured, 4) : percentText(measured);
}

/** What a quantity is called where it is given: `‖∂L/∂a‖`, `share of zeros`. */
export function symbolText({ symbol }: Pick<Quantity, 'symbol'>): string {
  return say(symbol);
}

/** A value as the scale has it: −1.83, 37.5 %. */
export function scaleText({ form }: Pick<Quantity, 'form'>, value: number): string {
  return form === 'log' ? formatLog10(value) : percentText(value);
}

/** What a value is and how much: "log₁₀ σ(a) −0.36", "share of zeros 37.5 %". */
export function namedText(quantity: Quantity, value: number): string {
  const name = quantity.form === 'log' ? quantity.axis : symbolText(quantity);
  return `${name} ${scaleText(quantity, value)}`;
}

/** A tick of the scale: −2, 50. */
export function tickText({ form }: Pick<Quantity, 'form'>, value: number): string {
  return form === 'log' ? formatSigned(value, 0) : String(Math.round(value * 100));
}

function percentText(share: number): string {
  if (Number.isNaN(share)) return '–';
  const percent = share * 100;
  // Not rounded to all or none where it isn't.
  if (share > 0 && percent < 0.1) return t`below ${'0.1 %'}`;
  if (share < 1 && percent > 99.9) return t`above ${'99.9 %'}`;
  return `${Number(percent.toFixed(1))} %`;
}
