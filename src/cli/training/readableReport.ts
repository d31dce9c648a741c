import type { EpochLine, JsonNumber, StepLine } from '../../engine/runs/metricLine';
import { assertNever } from '../../network/assertNever';
import { datasetFacts } from '../../network/datasets/datasetFacts';
import { type CommandIo, writeLine } from '../commandIo';
import { count, duration, percent, significant } from '../numberText';
import { formatTable } from '../table';
import { verdictTexts } from '../verdictLines';
import type { EndLine } from './runSummary';
import type { StartLine } from './startLine';
import type { Pace, ReportWriter } from './trainReport';

/** Clears the line that the progress stands on. */
const clearLine = '\r\u001b[2K';

/** A line for each epoch, one that keeps moving on a terminal, and the gradients of the last sampled step. */
export function readableReport(io: CommandIo): ReportWriter {
  const live = io.stdout.isTTY === true;
  let start: StartLine | null = null;
  let lastStep: StepLine | null = null;
  let pace: Pace = { imagesPerSecond: 0, secondsLeft: 0 };
  const say = (text: string) => writeLine(io.stdout, `${live ? clearLine : ''}${text}`);
  return {
    pace(latest) {
      pace = latest;
    },
    line(line) {
      switch (line.type) {
        case 'start':
          start = line;
          for (const text of describeStart(line)) say(text);
          return;
        case 'step':
          lastStep = line;
          if (live && start !== null) io.stdout.write(`${clearLine}${describeStep(line, start, pace)}`);
          return;
        case 'epoch':
          say(describeEpoch(line, start?.epochs ?? line.epoch));
          return;
        case 'end':
          if (lastStep !== null) for (const text of describeGradients(lastStep)) say(text);
          say(describeEnd(line));
          for (const text of verdictTexts(line.verdicts)) say(text);
          return;
        default:
          assertNever(line);
      }
    },
  };
}

function describeStart(line: StartLine): readonly string[] {
  const { settings } = line;
  const rate = `${settings.optimizer.type}, learning rate ${settings.learningRate}`;
  return [
    `${line.network} · ${count(line.trainable)} trainable parameters${line.frozen === 0 ? '' : `, ${count(line.frozen)} frozen`} · ${datasetFacts(settings.dataset).label}: ${count(line.trainingImages)} training and ${count(line.validationImages)} validation images`,
    `${line.description}${line.note === null || line.backend === 'wasm' ? '' : ` · ${line.note}`}`,
    `${line.epochs} ${line.epochs === 1 ? 'epoch' : 'epochs'} of ${count(line.stepsPerEpoch)} steps · batch ${settings.batchSize} · ${rate} · seed ${settings.seed}`,
    '',
  ];
}

function describeStep(line: StepLine, start: StartLine, { imagesPerSecond, secondsLeft }: Pace): string {
  const epoch = Math.ceil(line.step / start.stepsPerEpoch);
  return [
    `Epoch ${epoch} of ${start.epochs}`,
    `step ${count(line.step)}`,
    `loss ${number(line.loss)}`,
    `accuracy ${share(line.accuracy)}`,
    `${count(imagesPerSecond)} images/s`,
    `${duration(secondsLeft)} left`,
  ].join(' · ');
}

function describeEpoch(line: EpochLine, epochs: number): string {
  const validated =
    line.validationLoss === null
      ? 'not validated'
      : `validation loss ${number(line.validationLoss)} · validation accuracy ${share(line.validationAccuracy)}`;
  return `Epoch ${line.epoch} of ${epochs} · loss ${number(line.loss)} · accuracy ${share(line.accuracy)} · ${validated} · ${count(line.imagesPerSecond ?? 0)} images/s`;
}

function describeGradients({ step, gradients }: StepLine): readonly string[] {
  const table = formatTable<StepLine['gradients']['nodes'][number]>(
    [
      { title: 'Layer', align: 'left', cell: ({ label }) => label },
      {
        title: '‖∂L/∂a‖',
        align: 'right',
        cell: ({ activationGradientNorm }) => number(activationGradientNorm),
      },
    ],
    gradients.nodes.filter(({ activationGradientNorm }) => activationGradientNorm !== null),
  );
  return ['', `Gradients at step ${count(step)}`, ...table, ''];
}

function describeEnd(line: EndLine): string {
  const place = `${count(line.step)} steps in ${duration(line.seconds)}`;
  switch (line.reason) {
    case 'finished':
      return `Finished: ${place}.`;
    case 'stopped':
      return `Stopped: ${place}.`;
    case 'diverged':
      return `Diverged: ${line.message ?? place}`;
    default:
      return assertNever(line.reason);
  }
}

function number(value: JsonNumber): string {
  return value === null ? '–' : significant(value);
}

function share(value: JsonNumber): string {
  return value === null ? '–' : percent(value);
}
