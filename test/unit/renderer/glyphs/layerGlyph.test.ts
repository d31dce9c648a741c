import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { layerKinds } from '../../../../src/network/layers/registry';
import { LayerGlyph } from '../../../../src/renderer/glyphs/LayerGlyph';

const drawing = (glyph: string) => renderToStaticMarkup(createElement(LayerGlyph, { glyph }));

it('draws every kind, each in its own way', () => {
  const plain = drawing('a glyph that nobody has drawn');
  const drawings = new Map(layerKinds.map(({ kind, glyph }) => [kind, drawing(glyph)]));
  expect([...drawings].filter(([, markup]) => markup === plain).map(([kind]) => kind)).toEqual([]);
  expect(new Set(drawings.values()).size).toBe(drawings.size);
});
