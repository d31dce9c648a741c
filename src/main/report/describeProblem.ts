import {
  type ReportPart,
  type ReportPartId,
  reportPartIds,
  type WindowFindings,
} from '../../protocol/problemReport';

/** What main knows, as it is; null where there is nothing. */
export interface MainFindings {
  readonly versions: string;
  readonly settings: object;
  readonly log: string;
  readonly run: unknown;
}

/** The parts of a report that there is something for, with nothing private in them. */
export function describeProblem(
  { problem, device, network }: WindowFindings,
  { versions, settings, log, run }: MainFindings,
  redact: (text: string) => string,
): ReportPart[] {
  const texts: Readonly<Record<ReportPartId, string | null>> = {
    problem,
    versions,
    device,
    // It comes when the driver has answered.
    machine: null,
    settings: json(settings),
    log: log === '' ? null : log,
    network,
    run: run === null ? null : json(run),
  };
  return reportPartIds.flatMap((id) => {
    const text = texts[id];
    return text === null ? [] : [{ id, text: redact(text) }];
  });
}

/** The part of the machine, which takes as long as its driver. */
export function machinePart(machine: object, redact: (text: string) => string): ReportPart {
  return { id: 'machine', text: redact(json(machine)) };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
