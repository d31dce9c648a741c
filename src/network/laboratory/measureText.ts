import { assertNever } from '../assertNever';
import type { Spread } from './spread';
import type { Measure } from './trialResult';

/** Name and unit of a measure, as tables and axes have them. */
export const measureNames: Readonly<Record<Measure, { readonly name: string; readonly unit: string }>> = {
  trainingError: { name: 'Training error', unit: '%' },
  validationError: { name: 'Validation error', unit: '%' },
  trainingLoss: { name: 'Training loss', unit: 'nats' },
  firstSlope: { name: 'Gradient slope, first step', unit: 'decades per 10 layers' },
  lastSlope: { name: 'Gradient slope, last step', unit: 'decades per 10 layers' },
  imagesPerSecond: { name: 'Speed', unit: 'images/s' },
};

/** A value in the measure's unit: errors are shares, and are shown in percent. */
export function inUnit(measure: Measure, value: number): number {
  return measure === 'trainingError' || measure === 'validationError' ? 100 * value : value;
}

/** "12.3 ± 0.4", in the measure's unit, without it; "–" where nothing was measured. */
export function spreadText(measure: Measure, spread: Spread | null): string {
  if (spread === null) return '–';
  const mean = digits(measure, inUnit(measure, spread.mean));
  return spread.deviation === null
    ? mean
    : `${mean} ± ${digits(measure, inUnit(measure, spread.deviation)).replace('−', '')}`;
}

/** "12.3 ± 0.4 %". */
export function measuredText(measure: Measure, spread: Spread | null): string {
  return spread === null ? 'nothing' : `${spreadText(measure, spread)} ${measureNames[measure].unit}`;
}

/** A value of the measure, errors as shares, as text in its unit: "−1.00 decades per 10 layers". */
export function valueText(measure: Measure, value: number): string {
  return `${digits(measure, inUnit(measure, value))} ${measureNames[measure].unit}`;
}

function digits(measure: Measure, value: number): string {
  const text = withDigits(measure, value);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

function withDigits(measure: Measure, value: number): string {
  switch (measure) {
    case 'trainingError':
    case 'validationError':
      return value.toFixed(1);
    case 'trainingLoss':
      return value.toFixed(3);
    case 'firstSlope':
    case 'lastSlope':
      return value.toFixed(2);
    case 'imagesPerSecond':
      return String(Math.round(value));
    default:
      return assertNever(measure);
  }
}
