import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { networkPicture } from '../../../src/network/drawing/networkPicture';
import { visibleItems } from '../../../src/network/graph/blocks/visibleItems';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { findTemplate } from '../../../src/network/templates/templates';
import { chainOf } from '../analysis/networks';

const pictureOf = (document: NetworkDocument) => networkPicture(document, analyse(document), 'light');

/** Whether tags close in the order in which they were opened, and no character stands where markup could start. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [tag, end = '', name = '', , closed = ''] of svg.matchAll(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<>]*")*)(\/?)>/g,
  )) {
    if (end === '/' && open.pop() !== name) return false;
    if (end === '' && closed === '') open.push(name);
    if (tag === '') return false;
  }
  const text = svg.replaceAll(/<[^<>]*>/g, '');
  return open.length === 0 && !/[<>]|&(?!(amp|lt|gt|quot);)/.test(text);
}

const drawn = ['lenet-5', 'resnet-34', 'plain-20-cifar', 'resnet-20-cifar'].map((id) => [id] as const);

describe('networkPicture', () => {
  it.each(drawn)('draws each card of %s once, within the picture', (id) => {
    const document = findTemplate(id)?.create() ?? chainOf([]);
    const { svg, width, height } = pictureOf(document);
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    const names = visibleItems(document).items.map((item) =>
      item.type === 'layer' ? item.layer.label : item.block.label,
    );
    for (const name of new Set(names)) expect(svg).toMatch(new RegExp(`>${name}( ×\\d+)?</text>`));
  });

  it('keeps names from becoming markup', () => {
    const document = chainOf([
      ['input', 'input'],
      ['fc1', 'dense'],
    ]);
    const hostile = '</text><script>alert("1")</script>&\u0000';
    const { svg } = pictureOf({
      ...document,
      name: hostile,
      nodes: document.nodes.map((node) => ({ ...node, label: hostile })),
    });
    expect(svg).not.toContain('<script');
    expect(isWellFormed(svg)).toBe(true);
  });

  it('is empty but whole for a network without layers', () => {
    expect(isWellFormed(pictureOf(chainOf([])).svg)).toBe(true);
  });
});
