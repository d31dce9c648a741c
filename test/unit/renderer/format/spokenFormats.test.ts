import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { korean, koreanSentences } from '../../../../src/language/korean';
import { roughDuration } from '../../../../src/renderer/format/durations';
import { listText } from '../../../../src/renderer/format/lists';
import { dayText, momentText } from '../../../../src/renderer/format/moments';
import { formatCounted } from '../../../../src/renderer/format/numbers';
import { addCatalogs, translation } from '../../../../src/renderer/language/translation';

const now = new Date(2026, 10, 25, 15, 0);
const table: readonly [string, () => string, string, string][] = [
  ['a time of today', () => momentText(new Date(2026, 10, 25, 0, 5), now), '00:05', '00:05'],
  [
    'a time of this year',
    () => momentText(new Date(2026, 10, 24, 23, 59), now),
    '24 November, 23:59',
    '11월 24일 23:59',
  ],
  [
    'a time of another year',
    () => momentText(new Date(2025, 11, 31, 9, 0), now),
    '31 December 2025, 09:00',
    '2025년 12월 31일 09:00',
  ],
  ['a day', () => dayText(now), '25 November 2026', '2026년 11월 25일'],
  ['seconds', () => roughDuration(26.4), '26 s', '26초'],
  ['minutes', () => roughDuration(240), '4 min', '4분'],
  ['hours', () => roughDuration(12_600), '3.5 h', '3.5시간'],
  ['one', () => listText(['a']), 'a', 'a'],
  ['two', () => listText(['a', 'b']), 'a and b', 'a, b'],
  ['three', () => listText(['a', 'b', 'c']), 'a, b and c', 'a, b, c'],
  ['nothing', () => listText([]), '', ''],
  ['one layer', () => formatCounted(1, 'layer'), '1 layer', '레이어 1개'],
  ['many layers', () => formatCounted(1204, 'layer'), '1,204 layers', '레이어 1,204개'],
];

describe('what is counted and dated', () => {
  it.each(table)('%s in English', (_, text, english) => {
    expect(text()).toBe(english);
  });

  describe('in Korean', () => {
    beforeAll(async () => {
      addCatalogs('ko', { texts: korean, sentences: koreanSentences });
      await translation.changeLanguage('ko');
    });
    afterAll(() => translation.changeLanguage('en'));

    it.each(table)('%s', (_, text, _english, said) => {
      expect(text()).toBe(said);
    });
  });
});
