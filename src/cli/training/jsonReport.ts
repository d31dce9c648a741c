import { type CommandIo, writeJson } from '../commandIo';
import type { ReportWriter } from './trainReport';

/** One JSON object a line. */
export function jsonReport(io: CommandIo): ReportWriter {
  return { line: (line) => writeJson(io, line), pace: () => {} };
}
