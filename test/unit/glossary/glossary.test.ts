import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { korean } from '../../../src/language/korean';
import { glossary, termIds } from '../../../src/network/glossary/glossary';
import { findTerms, linkTerms, termNames } from '../../../src/network/glossary/linkTerms';
import { layerKinds } from '../../../src/network/layers/registry';
import { templates } from '../../../src/network/templates/templates';
import {
  numberSettings,
  optimizerParameters,
  scheduleParameters,
} from '../../../src/renderer/training/settings/settingFields';

const fields = [
  ...layerKinds.flatMap(({ kind, fields: own }) =>
    Object.entries(own).map(([name, field]) => [`${kind}.${name}`, field] as const),
  ),
  ...templates.flatMap(({ id, settings }) =>
    Object.entries(settings).map(([name, field]) => [`${id}.${name}`, field] as const),
  ),
  ...[numberSettings, optimizerParameters, scheduleParameters].flatMap((settings) =>
    Object.entries(settings),
  ),
];
const texts = [
  ...fields.map(([, { help }]) => help),
  ...layerKinds.map(({ summary }) => summary),
  ...termIds.map((id) => glossary[id].sentence),
];

describe('the glossary', () => {
  it.each(termIds.map((id) => [id, glossary[id]] as const))('says what %s is', (_id, term) => {
    expect(term.name).toMatch(/^\p{Lu}/u);
    expect(term.sentence).toMatch(/^\p{Lu}.{20,240}\.$/su);
    if (term.paper !== null) expect(term.paper).toMatch(/^.+ \d{4}: \p{Lu}.+[^.]$/u);
    expect(term.formula).not.toBe('');
  });

  it('gives each word to one term', () => {
    const words = termIds.flatMap((id) => [glossary[id].name, ...glossary[id].spellings]);
    const lower = words.map((word) => word.toLowerCase());
    expect(new Set(lower).size).toBe(lower.length);
  });

  it('finds every term by its name, and by its author', () => {
    for (const id of termIds) expect(findTerms(glossary[id].name)).toContain(id);
    expect(findTerms('stride')[0]).toBe('stride');
    expect(findTerms('ioffe')).toContain('batchNorm');
    expect(findTerms('xyzzy')).toEqual([]);
  });
});

describe('help', () => {
  it.each(fields)('is there for %s, and what it links to exists', (_name, { help, term }) => {
    expect(help).toMatch(/^[\p{Lu}\p{N}].{10,}\.$/su);
    if (term !== undefined) expect(termIds).toContain(term);
    for (const { term: linked } of linkTerms(help)) if (linked !== null) expect(termIds).toContain(linked);
  });

  it('explains the same setting in the same way, whatever layer has it', () => {
    for (const name of ['kernelSize', 'strides', 'dilations', 'filters', 'initialiser', 'useBias'])
      for (const { kind, fields: own } of layerKinds) {
        const field = own[name];
        if (field !== undefined) expect([kind, name, field.term]).toEqual([kind, name, expect.any(String)]);
      }
  });
});

describe('a text with its terms', () => {
  it('is the same text, and links each term once', () => {
    for (const text of texts) {
      const parts = linkTerms(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      const linked = parts.flatMap(({ term }) => (term === null ? [] : [term]));
      expect(new Set(linked).size).toBe(linked.length);
    }
    fc.assert(
      fc.property(
        fc.string(),
        (text) =>
          linkTerms(text)
            .map((part) => part.text)
            .join('') === text,
      ),
    );
  });

  it.each([
    ['Not needed in front of batch norm.', ['batch norm']],
    ['Takes logits, not Logits.', ['logits']],
    ['The stridency of a dropouts batchwise', []],
    ['He initialization, or Glorot’s', ['He initialization']],
  ])('%s', (text, expected) => {
    expect(linkTerms(text).flatMap(({ text: part, term }) => (term === null ? [] : [part]))).toEqual(
      expected,
    );
  });

  const spoken = termNames((text) => korean[text] ?? text);
  it.each([
    ['배치에서 채널마다 평균을 구합니다.', ['batch', 'channel']],
    ['배치 정규화의 기울기가 커집니다.', ['batchNorm', 'gradient']],
    ['ReLU를 지나는 기울기 소실.', ['relu', 'vanishingGradient']],
    ['재배치와 미손실', []],
  ])('links %s in Korean, whatever particle is behind a name', (text, expected) => {
    expect(linkTerms(text, null, spoken).flatMap(({ term }) => (term === null ? [] : [term]))).toEqual(
      expected,
    );
  });
});
