import { RunObserver } from '../../engine/observation/runObserver';
import type { EpochLine, StepLine } from '../../engine/runs/metricLine';
import { epochLine, stepLines } from '../../engine/runs/metricLine';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { diagnose } from '../../network/health/diagnose';
import type { DataFacts } from '../../network/health/observation';
import type { Device, EngineEvent, EngineEventOf } from '../../protocol/engineMessages';
import { verdictLines } from '../verdictLines';
import { type EndLine, RunSummary } from './runSummary';
import { type StartLine, startLine } from './startLine';

export type ReportLine = StartLine | StepLine | EpochLine | EndLine;

/** Speed and time left, which come with sampled steps but are no result of theirs. */
export type Pace = Pick<EngineEventOf<'telemetry'>, 'imagesPerSecond' | 'secondsLeft'>;

/** Shows the lines of a run, for people or for programs. */
export interface ReportWriter {
  line(line: ReportLine): void;
  pace(pace: Pace): void;
}

export interface ReportedRun {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  /** Of the training images; null where they were not looked at. */
  readonly data: DataFacts | null;
}

/** Turns the events of a run into lines. */
export class TrainReport {
  readonly #document: NetworkDocument;
  readonly #analysis: Analysis;
  readonly #writer: ReportWriter;
  readonly #summary: RunSummary;
  readonly #observer: RunObserver;
  #device: Device | null = null;
  #started: EngineEventOf<'started'> | null = null;

  constructor({ document, analysis, data }: ReportedRun, writer: ReportWriter, now: () => number) {
    this.#document = document;
    this.#analysis = analysis;
    this.#writer = writer;
    this.#summary = new RunSummary(now);
    this.#observer = new RunObserver(document, analysis, data);
  }

  hear(event: EngineEvent): void {
    this.#summary.hear(event);
    this.#observer.hear(event);
    const started = this.#started;
    if (event.type === 'ready') this.#device = event.device;
    else if (event.type === 'started') {
      this.#started = event;
      if (this.#device !== null)
        this.#writer.line(startLine(this.#document, this.#analysis, this.#device, event));
    } else if (event.type === 'telemetry' && started !== null) {
      this.#writer.pace(event);
      for (const line of stepLines(started, event)) this.#writer.line(line);
    } else if (event.type === 'epoch') this.#writer.line(epochLine(event));
    else if (event.type === 'ended')
      this.#writer.line(this.#summary.end(event, verdictLines(diagnose(this.#observer.observation))));
  }
}
