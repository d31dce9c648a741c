import { assertNever } from '../../assertNever';
import { element, textElement, titleElement } from '../../drawing/markup';
import type { Plot, PlotMark } from './plotMarks';

/** The plot as an SVG file that needs nothing beside it. */
export function plotSvg({ title, width, height, background, marks }: Plot): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': 'Inter, system-ui, sans-serif',
      role: 'img',
      'aria-label': title,
    },
    [element('rect', { width, height, rx: 8, fill: background }), ...marks.map(markElement)],
  );
}

function markElement(mark: PlotMark): string {
  switch (mark.type) {
    case 'path': {
      const { d, stroke, width, dash, fill, tip } = mark;
      return element(
        'path',
        {
          ...{ d, stroke, fill, 'stroke-width': width, 'stroke-linejoin': 'round' },
          ...(dash !== null && { 'stroke-dasharray': dash }),
        },
        tip === null ? [] : [titleElement(tip)],
      );
    }
    case 'text': {
      const { x, y, fill, anchor, size, bold, turn } = mark;
      return textElement(
        {
          ...{ x, y, fill, 'text-anchor': anchor, 'font-size': size, 'font-weight': bold ? 620 : 420 },
          ...(turn !== 0 && { transform: `rotate(${turn} ${x} ${y})` }),
        },
        mark.text,
      );
    }
    default:
      return assertNever(mark);
  }
}
