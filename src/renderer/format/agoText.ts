import { translation } from '../language/translation';

const second = 1000;
const units = [
  ['year', 365 * 86_400 * second],
  ['month', 30 * 86_400 * second],
  ['day', 86_400 * second],
  ['hour', 3600 * second],
  ['minute', 60 * second],
  ['second', second],
] as const;

/** How long ago that was, in the largest unit and the window's language: `3 hours ago`, `yesterday`. Times in ms since 1970. */
export function agoText(moment: number, now: number): string {
  const passed = Math.max(0, now - moment);
  const [unit, length] = units.find(([, least]) => passed >= least) ?? (['second', second] as const);
  const words = new Intl.RelativeTimeFormat(translation.language, { numeric: 'auto' });
  // Minus 0 would be "in 0 seconds".
  return passed < second ? words.format(0, 'second') : words.format(-Math.floor(passed / length), unit);
}
