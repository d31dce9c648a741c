import { afterAll, describe, expect, it } from 'vitest';
import { chosenLanguage } from '../../../../src/language/languages';
import { say, speak, t } from '../../../../src/main/language/t';

describe('the system’s dialogs', () => {
  afterAll(() => speak('en'));

  it('speak the language that was wanted last, however long another one takes to load', async () => {
    const name = 'a {{0}} {{1}} b';
    await Promise.all([speak('ko'), speak('en')]);
    expect(t`Save the changes to ${name}?`).toBe(`Save the changes to ${name}?`);
    await speak('ko');
    expect(t`Save the changes to ${name}?`).toBe(`변경 사항을 저장할까요? ${name}`);
    expect(say('Comma-separated values')).toBe('쉼표로 구분된 값');
    expect(say('constructor')).toBe('constructor');
    await speak('en');
    expect(t`Open`).toBe('Open');
  });

  it.each([
    ['ko', ['en-US'], 'ko'],
    ['en', ['ko-KR'], 'en'],
    ['system', ['ko-KR'], 'ko'],
    [undefined, ['ko-KR', 'en-US'], 'ko'],
    [17, ['de-DE'], 'en'],
  ])('the setting %j on a system of %j is %s', (kept, preferred, language) => {
    expect(chosenLanguage(kept, preferred)).toBe(language);
  });
});
