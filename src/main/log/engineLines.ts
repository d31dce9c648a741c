import type { EngineLogFile } from '../../engine/host/engineLog';
import type { LogFile } from './logFile';

/** A line that is longer is cut into several. */
const longestLine = 4_000;
/** What comes without an end of the line is written after so many milliseconds. */
const patience = 500;

/** What the engine prints as lines of the log: whole ones, so that nothing private in them is cut in two. */
export function engineLines(log: LogFile): EngineLogFile {
  let begun = '';
  let timer: NodeJS.Timeout | null = null;
  const write = (lines: string): void => {
    if (lines.trim() !== '') log.note('engine', lines);
  };
  const finish = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    write(begun);
    begun = '';
  };
  return {
    path: log.path,
    note: (event) => {
      finish();
      log.note('engine', event);
    },
    append(output) {
      begun += output;
      const end = begun.lastIndexOf('\n');
      if (end >= 0) write(begun.slice(0, end));
      begun = begun.slice(end + 1);
      if (begun.length > longestLine) finish();
      else if (begun !== '' && timer === null) timer = setTimeout(finish, patience).unref();
    },
  };
}
