import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CountingText } from '../../../src/renderer/controls/CountingText';
import { readSourceFiles } from '../architecture/sourceFiles';

/** The opening tags of an element in a component, with what stands behind each; expressions may hold a ">". */
function tagsOf(element: string, source: string): readonly string[] {
  return [...source.matchAll(new RegExp(`<${element}\\b`, 'g'))].map(({ index }) => {
    let depth = 0;
    for (let at = index; at < source.length; at += 1) {
      const sign = source[at];
      if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      else if (sign === '>' && depth === 0) return source.slice(index, at + 60);
    }
    return source.slice(index);
  });
}

describe('what screen readers are told', () => {
  it.each(['table', 'progress', 'canvas'])('each <%s> has a name, or is hidden from them', (element) => {
    const nameless = [...readSourceFiles('src/renderer', ['.tsx'])].flatMap(([path, source]) =>
      tagsOf(element, source)
        .filter((tag) => !/aria-(label|labelledby|hidden)\b|<caption/.test(tag))
        .map((tag) => `${path}: ${tag}`),
    );
    expect(nameless).toEqual([]);
  });

  it('figures that count on are in no live region, and the words around them are', () => {
    const markup = renderToStaticMarkup(
      createElement(CountingText, { words: 'No answer for 12 s, next try in 3 s' }),
    );
    const silent = /<span aria-live="off">(\d+)<\/span>/g;
    expect([...markup.matchAll(silent)].map(([, figure]) => figure)).toEqual(['12', '3']);
    expect(markup.replaceAll(silent, '')).toBe('No answer for  s, next try in  s');
  });
});
