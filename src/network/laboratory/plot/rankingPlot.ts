import { inUnit, measuredText, measureNames, spreadText } from '../measureText';
import type { Series } from '../series';
import type { Summary } from '../summaries';
import type { Measure } from '../trialResult';
import { type PlotColours, plotColours, seriesColour } from './plotColours';
import { crossMark, line, type Plot, type PlotLook, type PlotMark, pointMark, text } from './plotMarks';
import { type ValueScale, valueScale } from './valueScale';

const left = 190;
const right = 96;
const top = 52;
const row = 28;
const below = 46;

interface Ranked {
  readonly label: string;
  /** That of its line in other plots, for its colour. */
  readonly number: number;
  readonly point: Summary;
}

/** The ways to build the deepest networks from the best to the worst, with mean and standard deviation over the seeds. */
export function rankingPlot(series: readonly Series[], measure: Measure, { theme, width }: PlotLook): Plot {
  const colours = plotColours(theme);
  const { name, unit } = measureNames[measure];
  const ranked = rank(series, measure);
  const values = valueScale([0, ...ranked.flatMap(({ point }) => extent(point, measure))]);
  const bottom = top + row * ranked.length;
  const x = (value: number) => left + (width - left - right) * values.share(inUnit(measure, value));
  const layers = Math.max(...ranked.map(({ point }) => point.layers));
  const title = `Ranking by ${name.toLowerCase()}, ${layers} layers`;
  return {
    title,
    width,
    height: bottom + below,
    background: colours.background,
    marks: [
      text(16, 24, title, colours.text, { size: 13, bold: true }),
      ...axisMarks(values, bottom, `${name} (${unit}), mean ± standard deviation over seeds`, colours, width),
      ...ranked.flatMap(({ label, number, point }, index) => {
        const y = top + row * (index + 0.5);
        const spread = point.measured[measure];
        const colour = seriesColour(colours, number);
        const words =
          spread === null ? (point.diverged > 0 ? 'diverged' : 'not measured') : spreadText(measure, spread);
        const deviation = spread?.deviation ?? 0;
        return [
          text(left - 12, y + 4, label, colours.text, { anchor: 'end' }),
          text(width - 16, y + 4, words, colours.text, { anchor: 'end' }),
          ...(spread === null
            ? [crossMark(width - right - 6, y, colour)]
            : [
                line(
                  [
                    [x(spread.mean - deviation), y],
                    [x(spread.mean + deviation), y],
                  ],
                  colour,
                  { width: 2 },
                ),
                pointMark(x(spread.mean), y, number, colour, `${label}: ${measuredText(measure, spread)}`),
              ]),
        ];
      }),
    ],
  };
}

function rank(series: readonly Series[], measure: Measure): readonly Ranked[] {
  const ranked = series.flatMap(({ label, points }, number) => {
    const point = points.findLast(({ done }) => done > 0);
    return point === undefined ? [] : [{ label, number, point }];
  });
  const value = ({ point }: Ranked) => point.measured[measure]?.mean ?? Number.POSITIVE_INFINITY;
  return ranked.toSorted((one, other) => (value(one) === value(other) ? 0 : value(one) - value(other)));
}

function extent({ measured }: Summary, measure: Measure): readonly number[] {
  const spread = measured[measure];
  return spread === null ? [] : [inUnit(measure, spread.mean + (spread.deviation ?? 0))];
}

function axisMarks(
  values: ValueScale,
  bottom: number,
  name: string,
  colours: PlotColours,
  width: number,
): readonly PlotMark[] {
  return [
    ...values.ticks.flatMap((tick) => {
      const at = left + (width - left - right) * values.share(tick);
      return [
        line(
          [
            [at, top],
            [at, bottom],
          ],
          colours.grid,
          { width: 0.75 },
        ),
        text(at, bottom + 16, tick.toFixed(values.decimals), colours.quiet, { anchor: 'middle' }),
      ];
    }),
    text((left + width - right) / 2, bottom + 35, name, colours.quiet, { anchor: 'middle' }),
  ];
}
