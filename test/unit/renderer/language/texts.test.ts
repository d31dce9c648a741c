import fc from 'fast-check';
import { createElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spokenLanguage } from '../../../../src/language/languages';
import { SentencePatterns } from '../../../../src/language/sentencePatterns';
import { rich } from '../../../../src/renderer/language/rich';
import { say } from '../../../../src/renderer/language/say';
import { t } from '../../../../src/renderer/language/t';
import { addCatalogs, translation } from '../../../../src/renderer/language/translation';

const catalog = {
  Stop: '중지',
  'Connect {{0}} to {{1}}': '{{1}}에 {{0}} 연결',
  'Press {{0}} to search': '{{0}} 키로 검색',
  '{{0}} is connected to {{1}} already.': '{{0}}: {{1}}에 이미 연결되어 있습니다.',
  'Choose another layer.': '다른 레이어를 고르십시오.',
  'the last layer': '마지막 레이어',
};

describe('texts of the window', () => {
  const element = createElement('kbd', null, '/');

  it('are their own English', () => {
    expect(t`Connect ${'a'} to ${2}`).toBe('Connect a to 2');
    expect(say('Choose another layer.')).toBe('Choose another layer.');
    expect(rich`Press ${element} to search`).toMatchObject({
      props: { children: ['Press ', element, ' to search'] },
    });
  });

  describe('in Korean', () => {
    beforeAll(async () => {
      addCatalogs('ko', { texts: catalog, sentences: catalog });
      await translation.changeLanguage('ko');
    });
    afterAll(() => translation.changeLanguage('en'));

    it('are looked up by their pattern, and filled in where the language puts it', () => {
      expect(t`Stop`).toBe('중지');
      expect(t`Connect ${'a'} to ${2}`).toBe('2에 a 연결');
      expect(say('c1 is connected to c2 already. Choose another layer.')).toBe(
        'c1: c2에 이미 연결되어 있습니다. 다른 레이어를 고르십시오.',
      );
      expect(rich`Press ${element} to search`).toMatchObject({
        props: { children: ['', element, ' 키로 검색'] },
      });
    });

    it('take names as they are, whatever is in them', () => {
      const name = fc.string().filter((text) => !text.includes(' '));
      fc.assert(
        fc.property(name, name, (one, other) => t`Connect ${one} to ${other}` === `${other}에 ${one} 연결`),
      );
    });
  });
});

describe('recognised sentences', () => {
  const patterns = new SentencePatterns({ texts: catalog, sentences: catalog }, 'ko');

  it('are translated as a whole, by their pattern, and in parts, and otherwise left', () => {
    expect(patterns.translate('Connect conv1 to the last layer')).toBe('마지막 레이어에 conv1 연결');
    expect(patterns.translate('Odd. Choose another layer.')).toBe('Odd. 다른 레이어를 고르십시오.');
    expect(patterns.translate('What is this?')).toBe('What is this?');
  });

  it('count large numbers as the language does', () => {
    expect(patterns.translate('24 million')).toBe('2400만');
    expect(patterns.translate('390 million')).toBe('3.9억');
    expect(patterns.translate('several million')).toBe('several million');
  });

  it('keep the names that people gave, even such as are texts of the window', () => {
    expect(patterns.translate('Connect Stop to constructor')).toBe('constructor에 Stop 연결');
    expect(patterns.translate('constructor')).toBe('constructor');
  });
});

describe('the language of a system', () => {
  it.each([
    [['ko-KR', 'en-US'], 'ko'],
    [['de-DE', 'ko'], 'ko'],
    [['en-GB', 'ko'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('%j is spoken as %s', (preferred, language) => {
    expect(spokenLanguage(preferred)).toBe(language);
  });
});
