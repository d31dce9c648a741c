import { create } from 'zustand';
import type { LogEntry } from '../../protocol/problemReport';

interface LastProblem {
  /** The last one of this window, with its time; null where there was none. */
  readonly text: string | null;
}

/** What went wrong last, for a report. */
export const useLastProblem = create<LastProblem>(() => ({ text: null }));

/** Puts a problem into the log, and keeps it as the last one. */
export function noteProblem(source: LogEntry['source'], text: string): void {
  useLastProblem.setState({ text: `${new Date().toISOString()}\n${text}` });
  noteInLog({ source, kind: 'problem', text });
}

/** The log does without what can't be told to it any more. */
export function noteInLog(entry: LogEntry): void {
  const text = entry.text.slice(0, entryLimit);
  void window.layerwise.call('noteInLog', { ...entry, text }).catch(() => undefined);
}

/** So many characters of an entry are kept. */
const entryLimit = 16_000;
