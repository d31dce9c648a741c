import { compareSpreads } from './compareSpreads';
import { measuredText } from './measureText';
import type { Series } from './series';
import type { Spread } from './spread';

/** The order by validation error where there is one depth only, and which of them seeds don't tell apart from the best. */
export function rankingSentences(series: readonly Series[]): readonly string[] {
  const ranked = series
    .flatMap(({ label, points: [point] }) => {
      const error = point?.measured.validationError ?? null;
      return error === null ? [] : [{ label, error }];
    })
    .sort((one, other) => one.error.mean - other.error.mean);
  const [best, ...others] = ranked;
  if (best === undefined || others.length === 0) return [];
  const order = ranked.map(({ label, error }) => `${label} (${measuredText('validationError', error)})`);
  const level = others.filter(({ error }) => isLevel(error, best.error)).map(({ label }) => label);
  return [
    `By validation error the order is ${order.join('; ')}.`,
    level.length === 0
      ? `Seeds tell all of them apart from the best, ${best.label}.`
      : `Seeds don’t tell these apart from the best, ${best.label}: ${level.join('; ')}.`,
  ];
}

function isLevel(error: Spread, best: Spread): boolean {
  const comparison = compareSpreads(error, best);
  return comparison === 'level' || comparison === 'unknown';
}
