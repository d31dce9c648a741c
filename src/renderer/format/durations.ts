import { t } from '../language/t';

/** `26 s`, `4 min`, `3.5 h`: no finer than an estimate is. */
export function roughDuration(seconds: number): string {
  if (seconds < 90) return t`${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? t`${Math.round(seconds / 60)} min` : t`${(seconds / 3600).toFixed(1)} h`;
}
