import type { Language } from './languages';

const names: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, trillion: 1e12 };

/** "24 million" as a language counts it: Korean has names for other powers, 2400만; null where it is no such number. */
export function namedNumber(text: string, language: Language): string | null {
  const [digits, name, ...rest] = text.split(' ');
  const power = name === undefined ? undefined : names[name];
  if (power === undefined || rest.length > 0 || !Number.isFinite(Number(digits))) return null;
  return new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 }).format(
    Number(digits) * power,
  );
}
