import { element, textElement } from '../../network/drawing/markup';
import type { Picture } from '../exporting/paintPicture';
import type { Quantity } from '../quantities/quantity';
import { drawnPage } from './drawnPage';
import { figureFont } from './drawnSvg';
import { scaleDrawing, scaleHeight } from './scaleDrawing';
import { pageColour } from './solidColour';

/** A chart that is to leave the window. */
export interface Figure {
  /** What is drawn: a chart with its titles, or an SVG or a canvas alone. */
  readonly part: Element;
  /** The network and the run. */
  readonly title: string;
  /** What its colours mean, which is told beneath it; null where they tell nothing by themselves. */
  readonly scale: Quantity | null;
}

const margin = 20;
const heading = 34;
/** A title and a scale need so much. */
const narrowest = 560;

/**
 * A chart as it looks now, as an SVG file that needs nothing beside it: title, axes with their units, the legend of its
 * colours, and colours and letters that other programs know.
 */
export function figurePicture({ part, title, scale }: Figure): Picture {
  const box = part.getBoundingClientRect();
  const width = Math.ceil(Math.max(narrowest, box.width) + 2 * margin);
  const legend = scale === null ? 0 : scaleHeight + 12;
  const height = Math.ceil(box.height + 2 * margin + heading + legend);
  const origin = { x: box.left - margin, y: box.top - margin - heading };
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    [
      element('rect', { width, height, fill: pageColour('--bg') }),
      textElement(
        {
          ...{ x: margin, y: margin + 14, fill: pageColour('--fg') },
          ...{ 'font-family': figureFont, 'font-size': 16, 'font-weight': 600 },
        },
        title,
      ),
      ...drawnPage(part, origin),
      ...(scale === null ? [] : [scaleDrawing(scale, margin, height - margin - scaleHeight)]),
    ],
  );
  return { svg, width, height };
}
