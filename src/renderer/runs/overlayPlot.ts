import { plotColours, seriesColour, seriesDash } from '../../network/laboratory/plot/plotColours';
import {
  line,
  type Plot,
  type PlotLook,
  type PlotMark,
  pointMark,
  text,
} from '../../network/laboratory/plot/plotMarks';
import { valueScale } from '../../network/laboratory/plot/valueScale';
import type { LossScale } from '../charts/curveAxes';
import type { StepRange } from '../charts/stepRange';
import type { Smoothing } from '../charts/trainingSeries';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import type { LookedAt } from './lookedAt';
import { type CurveAxis, lossAxis, shareAxis } from './overlayAxes';
import { type CurvePoint, inRange, runCurves, unbroken } from './overlayCurves';

const left = 52;
const right = 14;
const keyTop = 34;
const keyRow = 17;
const panelHeight = 172;
const between = 34;
const below = 42;
const longestName = 44;
const validationDash = '4 3';

interface Panel {
  readonly top: number;
  readonly name: string;
  readonly axis: CurveAxis;
  x(step: number): number;
  y(value: number): number;
}

/** How the curves of runs are drawn. */
interface OverlayLook extends PlotLook {
  /** Steps that are shown; null for all. */
  readonly range?: StepRange | null;
  readonly scale?: LossScale;
  readonly smoothing?: Smoothing;
}

/** The last step that any of the runs has measured. */
export function lastStepOf(runs: readonly LookedAt[]): number {
  return runs.reduce((last, { curves: { steps, epochs } }) => {
    return Math.max(last, steps.at(-1) ?? 1, epochs.at(-1)?.step ?? 1);
  }, 1);
}

/** Where steps stand on a plot that is so many px wide. */
export function overlayAcross(width: number, { first, last }: StepRange) {
  const across = width - left - right;
  return {
    x: (step: number) => left + (across * (step - first)) / (last - first),
    stepAt: (place: number) => first + ((place - left) / across) * (last - first),
  };
}

/** Loss above accuracy against steps; each run in a colour of its own, training whole and validation dashed. */
export function overlayPlot(
  runs: readonly LookedAt[],
  { theme, width, range = null, scale = 'auto', smoothing = 'medium' }: OverlayLook,
): Plot {
  const colours = plotColours(theme);
  const { first, last } = range ?? { first: 0, last: lastStepOf(runs) };
  const curves = runs.map(({ curves: read }) => {
    const { loss, accuracy, validationLoss, validationAccuracy } = runCurves(read, smoothing);
    const shown = (points: readonly CurvePoint[]) => inRange(points, { first, last });
    return {
      loss: shown(loss),
      accuracy: shown(accuracy),
      validationLoss: shown(validationLoss),
      validationAccuracy: shown(validationAccuracy),
    };
  });
  const stepScale = valueScale([first, last], 4);
  const { x } = overlayAcross(width, { first, last });
  const top = keyTop + keyRow * (runs.length + 1) + 30;
  const panel = (place: number, name: string, axis: CurveAxis): Panel => {
    const panelTop = top + place * (panelHeight + between);
    return { top: panelTop, name, axis, x, y: (value) => panelTop + panelHeight * (1 - axis.share(value)) };
  };
  const valuesOf = (...names: readonly (keyof (typeof curves)[number])[]) =>
    curves.flatMap((curve) => names.flatMap((name) => curve[name].map(({ value }) => value)));
  const loss = panel(0, t`Loss (nats)`, lossAxis(valuesOf('loss', 'validationLoss'), scale, range !== null));
  const accuracy = panel(1, 'Accuracy (%)', shareAxis(valuesOf('accuracy', 'validationAccuracy')));
  const bottom = accuracy.top + panelHeight;
  const frame = { colours, width, count: runs.length };
  return {
    title: t`Loss and accuracy`,
    width,
    height: bottom + below,
    background: colours.background,
    marks: [
      text(14, 20, t`Loss and accuracy`, colours.text, { size: 13, bold: true }),
      ...runs.flatMap(({ name }, number) => keyMarks(name, number, frame)),
      ...lineKey(runs.length, frame),
      ...[loss, accuracy].flatMap((each) => axisMarks(each, frame)),
      ...stepScale.ticks
        .filter((tick) => tick >= first && tick <= last)
        .map((tick) =>
          text(x(tick), bottom + 16, formatInteger(tick), colours.quiet, {
            anchor: tickAnchor((tick - first) / (last - first)),
          }),
        ),
      text((left + width - right) / 2, bottom + 33, 'Step', colours.quiet, { anchor: 'middle' }),
      ...curves.flatMap((curve, number) => [
        ...trainingMarks(curve.loss, loss, number, frame),
        ...validationMarks(curve.validationLoss, loss, number, frame),
        ...trainingMarks(curve.accuracy, accuracy, number, frame),
        ...validationMarks(curve.validationAccuracy, accuracy, number, frame),
      ]),
    ],
  };
}

interface Frame {
  readonly colours: ReturnType<typeof plotColours>;
  readonly width: number;
  /** Of runs. */
  readonly count: number;
}

/** The first and the last number of an axis stay within it. */
function tickAnchor(share: number): 'start' | 'middle' | 'end' {
  if (share === 0) return 'start';
  return share > 0.97 ? 'end' : 'middle';
}

function horizontal(from: number, to: number, y: number): readonly (readonly [number, number])[] {
  return [
    [from, y],
    [to, y],
  ];
}

function keyMarks(name: string, number: number, { colours }: Frame): readonly PlotMark[] {
  const y = keyTop + keyRow * number + 8;
  const colour = seriesColour(colours, number);
  const words = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
  return [
    line(horizontal(14, 36, y), colour, { width: 2, dash: seriesDash(colours, number) }),
    pointMark(25, y, number, colour),
    text(44, y + 4, words, colours.text),
  ];
}

/** What whole and dashed lines stand for. */
function lineKey(rows: number, { colours }: Frame): readonly PlotMark[] {
  const y = keyTop + keyRow * rows + 10;
  return [
    line(horizontal(14, 36, y), colours.quiet, { width: 2 }),
    text(44, y + 4, t`training, running mean`, colours.quiet),
    line(horizontal(188, 210, y), colours.quiet, { width: 1.5, dash: validationDash }),
    text(218, y + 4, 'validation', colours.quiet),
  ];
}

function axisMarks({ top, name, axis, y }: Panel, { colours, width }: Frame): readonly PlotMark[] {
  return [
    text(14, top - 9, name, colours.quiet),
    ...axis.ticks.flatMap(({ value, label }) => [
      line(horizontal(left, width - right, y(value)), colours.grid, { width: 0.75 }),
      text(left - 7, y(value) + 4, label, colours.quiet, { anchor: 'end' }),
    ]),
  ];
}

function trainingMarks(
  points: readonly CurvePoint[],
  { x, y }: Panel,
  number: number,
  { colours, count }: Frame,
): readonly PlotMark[] {
  // Earlier ones are wider, so that one which coincides with a later one is seen on both sides of it.
  const width = 1.75 + 3 * (1 - (number + 1) / count);
  return unbroken(points).map((part) =>
    line(
      part.map(({ step, value }) => [x(step), y(value)] as const),
      seriesColour(colours, number),
      { width, dash: seriesDash(colours, number) },
    ),
  );
}

function validationMarks(
  points: readonly CurvePoint[],
  { x, y }: Panel,
  number: number,
  { colours }: Frame,
): readonly PlotMark[] {
  const colour = seriesColour(colours, number);
  const finite = points.filter(({ value }) => Number.isFinite(value));
  return [
    line(
      finite.map(({ step, value }) => [x(step), y(value)] as const),
      colour,
      { width: 1.5, dash: validationDash },
    ),
    ...finite.map(({ step, value }) => pointMark(x(step), y(value), number, colour)),
  ];
}
