import { formatPerTen } from '../../network/twin/twinGradient';
import { count, percent, significant } from '../numberText';
import { formatTable } from '../table';
import { verdictTexts } from '../verdictLines';
import type { TwinReport } from './twinReport';

type Row = readonly [name: string, one: string, other: string];
type Pair<Value> = readonly [Value, Value];

/** A comparison as people read it: in what the networks differ, how they did, and what their gradients do. */
export function readableTwin(report: TwinReport): readonly string[] {
  const { networks, comparison, settings, differences, sharedWeights, weights } = report;
  const difference = differences.length === 0 ? 'none' : differences.join(', ');
  return [
    '',
    `${differences.length === 1 ? 'Only difference' : 'Differences'}: ${difference}.`,
    `Same seed ${settings.seed}, same batches, same first values of ${sharedWeights} of ${weights} weights.`,
    '',
    ...formatTable<Row>(
      [
        { title: '', align: 'left', cell: ([name]) => name },
        { title: networks[0].name, align: 'right', cell: ([, one]) => one },
        { title: networks[1].name, align: 'right', cell: ([, , other]) => other },
      ],
      rowsOf(report),
    ),
    '',
    ...comparison.gradients.map(({ headline }) => headline),
    ...networks.flatMap(({ name, folder }, place) => [
      ...endOf(report, place === 0 ? 0 : 1),
      ...verdictTexts(comparison.verdicts[place === 0 ? 0 : 1]).map((text) =>
        text.startsWith(' ') ? text : `${name}: ${text}`,
      ),
      ...(folder === null ? [] : [`${name} is written to ${folder}.`]),
    ]),
  ];
}

function endOf({ networks }: TwinReport, place: 0 | 1): readonly string[] {
  const { name, end } = networks[place];
  if (end === null) return [`${name}: the run failed.`];
  if (end.reason === 'finished') return [];
  return [`${name}: ${end.reason} at step ${count(end.step)}. ${end.message ?? ''}`.trimEnd()];
}

function rowsOf({ comparison, networks }: TwinReport): readonly Row[] {
  const row = (
    name: string,
    [one, other]: Pair<number | null>,
    text: (value: number) => string,
    none = '–',
  ): Row => [name, one === null ? none : text(one), other === null ? none : text(other)];
  const size = (name: string, value: (network: TwinReport['networks'][0]) => number) =>
    row(name, [value(networks[0]), value(networks[1])], count);
  const { validationAccuracy, trainingAccuracy, trainingLoss, stepsTo90Percent, imagesPerSecond } =
    comparison;
  return [
    size('Trainable parameters', ({ trainable }) => trainable),
    size('Multiply-adds', ({ macs }) => macs),
    row('Validation accuracy', validationAccuracy, percent),
    row('Training accuracy', trainingAccuracy, percent),
    row('Training loss', trainingLoss, significant),
    row('Steps to 90 %', stepsTo90Percent, count, 'never'),
    row('Images/s', imagesPerSecond, count),
    ...comparison.gradients.flatMap((gradient): readonly Row[] => {
      const at = `at step ${count(gradient.step)}`;
      const norms = (layer: typeof gradient.firstLayer): readonly Row[] =>
        layer === null
          ? []
          : [row(`‖∂L/∂a‖ of ${layer.label} ${at}`, layer.activationGradientNorms, significant)];
      return [
        ...norms(gradient.lastLayer),
        ...norms(gradient.firstLayer),
        row(`Per 10 layers ${at}`, gradient.decadesPer10Layers, formatPerTen),
        [
          `Healthy layers ${at}`,
          `${gradient.healthyLayers[0]} of ${gradient.layers[0]}`,
          `${gradient.healthyLayers[1]} of ${gradient.layers[1]}`,
        ],
      ];
    }),
  ];
}
