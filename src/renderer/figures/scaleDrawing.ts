import { element, textElement } from '../../network/drawing/markup';
import type { Quantity } from '../quantities/quantity';
import { sideMarks, sideTone } from '../quantities/quantityMarks';
import { quantityColour } from '../quantities/quantityScale';
import { scaleTicks } from '../quantities/scaleTicks';
import { tokenValue } from '../theme/tokenValue';
import { figureFont } from './drawnSvg';
import { pageColour, solidColour } from './solidColour';

/** Height of a colour scale in px, its words included. */
export const scaleHeight = 48;

const barWidth = 300;
const samples = 48;

/** A quantity's colour scale with what it shows and its ticks, as SVG markup; `y` is its upper edge. */
export function scaleDrawing(quantity: Quantity, x: number, y: number): string {
  const { low, high, label, axis, words } = quantity;
  const colourOf = scaleColours(quantity);
  const width = barWidth / samples;
  const letters = { 'font-family': figureFont, 'font-size': 11, fill: pageColour('--fg-2') };
  const sides = (['low', 'healthy', 'high'] as const).flatMap((side) =>
    words[side] === null
      ? []
      : [{ text: `${sideMarks[side]} ${words[side]}`, tone: sideTone(quantity, side) }],
  );
  return element('g', {}, [
    textElement({ ...letters, x, y: y + 10, fill: pageColour('--fg') }, `${label}, ${axis}`),
    ...Array.from({ length: samples }, (_, index) =>
      element('rect', {
        x: x + index * width,
        y: y + 16,
        width: width + 0.3,
        height: 10,
        fill: colourOf(low + ((index + 0.5) / samples) * (high - low)),
      }),
    ),
    ...scaleTicks(quantity).map(({ share, text }) =>
      textElement(
        {
          ...letters,
          x: x + share * barWidth,
          y: y + 38,
          'text-anchor': share === 0 ? 'start' : share === 1 ? 'end' : 'middle',
        },
        text,
      ),
    ),
    ...sides.map(({ text, tone }, index) =>
      textElement({ ...letters, x: x + barWidth + 16 + index * 84, y: y + 25, fill: solidTone(tone) }, text),
    ),
  ]);
}

function solidTone(token: string): string {
  return solidColour(tokenValue(token)).hex;
}

function scaleColours(quantity: Quantity): (value: number) => string {
  const stops = quantity.stops.map(tokenValue);
  return (value) => solidColour(quantityColour(quantity, value, stops)).hex;
}
