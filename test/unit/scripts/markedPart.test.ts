import { expect, it } from 'vitest';
import { withMarkedPart } from '../../../scripts/markedPart.mjs';

const document = 'Before.\n\n<!-- soak:start -->\n\nold\n\n<!-- soak:end -->\n\nAfter.\n';

it('puts a text between the marks of its name, as often as one likes, and leaves the rest', () => {
  const once = withMarkedPart(document, 'soak', 'new');
  expect(once).toBe(document.replace('old', 'new'));
  expect(withMarkedPart(once, 'soak', 'new')).toBe(once);
});

it('says which marks a document lacks', () => {
  expect(() => withMarkedPart(document, 'window', 'new')).toThrow('<!-- window:start -->');
});
