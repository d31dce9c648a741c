import { inUnit, measuredText, measureNames } from '../measureText';
import type { Series } from '../series';
import type { Measure } from '../trialResult';
import { type PlotColours, plotColours, seriesColour, seriesDash } from './plotColours';
import { crossMark, line, type Plot, type PlotLook, type PlotMark, pointMark, text } from './plotMarks';
import { type ValueScale, valueScale } from './valueScale';

const plotHeight = 230;
const left = 58;
const right = 18;
const titleHeight = 40;
const keyRow = 18;
const keyColumns = 2;
const below = 44;
const capWidth = 4;

interface Frame {
  readonly width: number;
  readonly colours: PlotColours;
  readonly values: ValueScale;
  readonly depths: readonly number[];
  readonly top: number;
  x(layers: number): number;
  y(value: number): number;
}

/** A measure against depth: a line for each way to build the network, with mean and standard deviation over the seeds. */
export function depthPlot(series: readonly Series[], measure: Measure, { theme, width }: PlotLook): Plot {
  const colours = plotColours(theme);
  const { name, unit } = measureNames[measure];
  const top = titleHeight + keyRow * Math.ceil(series.length / keyColumns) + 10;
  const frame = frameOf(series, measure, colours, { top, width });
  const title = `${name} against depth`;
  return {
    title,
    width,
    height: top + plotHeight + below,
    background: colours.background,
    marks: [
      text(16, 24, title, colours.text, { size: 13, bold: true }),
      text(width - right, 24, 'mean ± standard deviation over seeds', colours.quiet, { anchor: 'end' }),
      ...series.flatMap(({ label }, number) => keyMarks(label, number, colours, width)),
      ...axisMarks(frame, `${name} (${unit})`),
      ...series.flatMap((one, number) => seriesMarks(one, number, measure, frame)),
    ],
  };
}

function frameOf(
  series: readonly Series[],
  measure: Measure,
  colours: PlotColours,
  { top, width }: Pick<Frame, 'top' | 'width'>,
): Frame {
  const depths = [...new Set(series.flatMap(({ points }) => points.map(({ layers }) => layers)))].sort(
    (a, b) => a - b,
  );
  const values = valueScale([
    ...(measure === 'imagesPerSecond' ? [] : [0]),
    ...series.flatMap((one) => extents(one, measure)),
  ]);
  const [first = 0, last = 0] = [depths[0], depths.at(-1)];
  const inner = width - left - right - 40;
  return {
    ...{ colours, values, depths, top, width },
    x: (layers) => left + 20 + (last === first ? inner / 2 : (inner * (layers - first)) / (last - first)),
    y: (value) => top + plotHeight * (1 - values.share(value)),
  };
}

function extents({ points }: Series, measure: Measure): readonly number[] {
  return points.flatMap(({ measured }) => {
    const spread = measured[measure];
    if (spread === null) return [];
    const deviation = spread.deviation ?? 0;
    return [spread.mean - deviation, spread.mean + deviation].map((value) => inUnit(measure, value));
  });
}

function keyMarks(label: string, number: number, colours: PlotColours, width: number): readonly PlotMark[] {
  const x = left + (number % keyColumns) * ((width - left) / keyColumns);
  const y = titleHeight + keyRow * Math.floor(number / keyColumns);
  const colour = seriesColour(colours, number);
  return [
    line(
      [
        [x, y],
        [x + 22, y],
      ],
      colour,
      { width: 2, dash: seriesDash(colours, number) },
    ),
    pointMark(x + 11, y, number, colour),
    text(x + 30, y + 4, label, colours.text),
  ];
}

function axisMarks({ width, colours, values, depths, top, x, y }: Frame, name: string): readonly PlotMark[] {
  const bottom = top + plotHeight;
  return [
    ...values.ticks.flatMap((tick) => [
      line(
        [
          [left, y(tick)],
          [width - right, y(tick)],
        ],
        colours.grid,
        { width: tick === 0 ? 1.5 : 0.75 },
      ),
      text(left - 8, y(tick) + 4, signed(tick.toFixed(values.decimals)), colours.quiet, { anchor: 'end' }),
    ]),
    ...depths.map((layers) =>
      text(x(layers), bottom + 17, String(layers), colours.quiet, { anchor: 'middle' }),
    ),
    text((left + width - right) / 2, bottom + 35, 'Depth (layers)', colours.quiet, { anchor: 'middle' }),
    text(16, top + plotHeight / 2, name, colours.quiet, { anchor: 'middle', turn: -90 }),
  ];
}

function seriesMarks(
  { label, points }: Series,
  number: number,
  measure: Measure,
  frame: Frame,
): readonly PlotMark[] {
  const { colours, x, y, top } = frame;
  const colour = seriesColour(colours, number);
  const placed = points.flatMap(({ layers, measured }) => {
    const spread = measured[measure];
    if (spread === null) return [];
    const at = (value: number) => y(inUnit(measure, value));
    const deviation = spread.deviation ?? 0;
    return [
      {
        tip: `${label}, ${layers} layers: ${measuredText(measure, spread)}`,
        x: x(layers),
        y: at(spread.mean),
        high: at(spread.mean + deviation),
        low: at(spread.mean - deviation),
      },
    ];
  });
  const lost = points.filter(({ measured, diverged }) => measured[measure] === null && diverged > 0);
  return [
    line(
      placed.map((point) => [point.x, point.y] as const),
      colour,
      { width: 2, dash: seriesDash(colours, number) },
    ),
    ...placed.filter(({ high, low }) => high !== low).flatMap((point) => errorBar(point, colour)),
    ...placed.map((point) => pointMark(point.x, point.y, number, colour, point.tip)),
    ...lost.flatMap(({ layers }) => [
      crossMark(x(layers), top + 8 + 11 * number, colour),
      text(x(layers) - 9, top + 12 + 11 * number, 'diverged', colour, { anchor: 'end' }),
    ]),
  ];
}

function errorBar(
  { x, high, low }: { readonly x: number; readonly high: number; readonly low: number },
  colour: string,
): readonly PlotMark[] {
  const cap = (y: number) =>
    line(
      [
        [x - capWidth, y],
        [x + capWidth, y],
      ],
      colour,
      { width: 1.25 },
    );
  return [
    line(
      [
        [x, high],
        [x, low],
      ],
      colour,
      { width: 1.25 },
    ),
    cap(high),
    cap(low),
  ];
}

function signed(number: string): string {
  return number.replace('-', '−');
}
