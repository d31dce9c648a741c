import { spokenLocale } from './locale';

/** `14:32`, or `24 November, 14:32` where that was another day; `11월 24일 14:32` in Korean. */
export function momentText(moment: Date, now: Date): string {
  const locale = spokenLocale();
  const time = moment.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (moment.toDateString() === now.toDateString()) return time;
  const year = moment.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  const day = moment.toLocaleDateString(locale, { day: 'numeric', month: 'long', year });
  return locale === 'ko-KR' ? `${day} ${time}` : `${day}, ${time}`;
}

/** `24 November 2026`, `2026년 11월 24일`. */
export function dayText(day: Date): string {
  return day.toLocaleDateString(spokenLocale(), { day: 'numeric', month: 'long', year: 'numeric' });
}
