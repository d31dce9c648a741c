import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slidingExtent } from '../../../src/network/layers/slidingWindow';

const small = (min: number, max: number) => fc.integer({ min, max });
const axis = fc.record({
  size: small(1, 30),
  window: small(1, 7),
  stride: small(1, 4),
  dilation: small(1, 3),
  before: small(0, 6),
  after: small(0, 6),
});

/** Counts the places where a window of this reach fits, one by one. */
function placesByCounting(size: number, reach: number, stride: number): number {
  let places = 0;
  for (let start = 0; start + reach <= size; start += stride) places++;
  return places;
}

describe('a sliding window', () => {
  it('stops at as many places as fit between the padded borders', () => {
    fc.assert(
      fc.property(axis, axis, (y, x) => {
        const places = [y, x].map(({ size, window, stride, dilation, before, after }) =>
          placesByCounting(size + before + after, dilation * (window - 1) + 1, stride),
        );
        const extent = slidingExtent(
          'Layer',
          { height: y.size, width: x.size },
          {
            window: [y.window, x.window],
            strides: [y.stride, x.stride],
            dilations: [y.dilation, x.dilation],
            padding: [y.before, y.after, x.before, x.after],
          },
        );
        if (places.includes(0)) expect(extent).toHaveProperty('problem');
        else expect(extent).toEqual({ height: places[0], width: places[1] });
      }),
    );
  });

  it('starts at every stride-th pixel with Same padding, whatever its reach', () => {
    fc.assert(
      fc.property(axis, axis, (y, x) => {
        const extent = slidingExtent(
          'Layer',
          { height: y.size, width: x.size },
          {
            window: [y.window, x.window],
            strides: [y.stride, x.stride],
            dilations: [y.dilation, x.dilation],
            padding: 'same',
          },
        );
        expect(extent).toEqual({
          height: placesByCounting(y.size, 1, y.stride),
          width: placesByCounting(x.size, 1, x.stride),
        });
      }),
    );
  });
});
