import type { BrowserWindow } from 'electron';
import { entryLimit } from '../log/entryLimit';
import type { WindowCallHandlers } from '../windowCallHandlers';
import { ReportDesk, type ReportSources } from './reportDesk';

type ReportCall =
  | 'describeApplication'
  | 'showLicences'
  | 'showLog'
  | 'noteInLog'
  | 'describeProblem'
  | 'describeReportedMachine'
  | 'saveReport';

/** The window's calls about the log and what is told of this copy of Layerwise. */
export function reportCalls(
  window: BrowserWindow,
  sources: ReportSources,
): Pick<WindowCallHandlers, ReportCall> {
  const desk = new ReportDesk(window, sources);
  const takesEntry = entryLimit();
  return {
    describeApplication: () => desk.describeApplication(),
    showLicences: () => desk.showLicences(),
    showLog: (what) => desk.showLog(what),
    noteInLog: ({ source, kind, text }) => {
      if (takesEntry()) sources.log[kind](source, text);
    },
    describeProblem: (found) => desk.describeProblem(found),
    describeReportedMachine: () => desk.describeReportedMachine(),
    saveReport: (report) => desk.saveReport(report),
  };
}
