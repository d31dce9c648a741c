import { describe, expect, it } from 'vitest';
import { isOwnFrame } from '../../../src/main/ownFrame';

const origin = 'layerwise://app';
const mainFrame = { origin, parent: null };

describe('isOwnFrame', () => {
  it('knows the top frame of its own page', () => {
    expect(isOwnFrame(mainFrame, mainFrame, origin)).toBe(true);
  });

  it.each([
    ['a frame that is gone', null, mainFrame],
    ['a frame inside the page, of the same origin', { origin, parent: mainFrame }, mainFrame],
    ['the top frame of another window', { origin, parent: null }, mainFrame],
  ])('refuses %s', (_what, sender, main) => {
    expect(isOwnFrame(sender, main, origin)).toBe(false);
  });

  it.each(['https://example.com', 'null', 'file://', 'layerwise://app.example.com', ''])(
    'refuses the top frame once its origin is "%s"',
    (foreign) => {
      const frame = { origin: foreign, parent: null };
      expect(isOwnFrame(frame, frame, origin)).toBe(false);
    },
  );
});
