import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow, shell } from 'electron';
import { version } from '../../../package.json';
import type { ApplicationDescription, ReportPart, WindowFindings } from '../../protocol/problemReport';
import type { AnswerOf, RequestOf } from '../../protocol/windowChannels';
import { askWhereToExport } from '../exportDialog';
import { exportFile } from '../exportFile';
import type { KnownWords } from '../log/knownWords';
import type { LogFile } from '../log/logFile';
import { versionsLine } from '../log/startOfLog';
import type { SettingsFile } from '../settingsFile';
import { describeProblem, machinePart } from './describeProblem';
import { lastLines } from './lastLines';
import { describeLastRun } from './lastRun';
import { machineFindings } from './machineFindings';

/** So many lines of the log go into a report. */
const logLines = 400;

export interface ReportSources {
  readonly log: LogFile;
  readonly words: KnownWords;
  readonly settings: SettingsFile;
  readonly runsFolder: string;
}

/** Shows the log, and puts a report of a problem together. */
export class ReportDesk {
  readonly #window: BrowserWindow;
  readonly #sources: ReportSources;

  constructor(window: BrowserWindow, sources: ReportSources) {
    this.#window = window;
    this.#sources = sources;
  }

  describeApplication(): ApplicationDescription {
    const { electron, chrome, node } = process.versions;
    return {
      version,
      parts: [
        { name: 'Electron', version: electron },
        { name: 'Chromium', version: chrome },
        { name: 'Node', version: node },
        { name: systemName(process.platform), version: process.arch },
      ],
    };
  }

  /** All that is known without asking a driver. */
  describeProblem(found: WindowFindings): ReportPart[] {
    const { log, words, settings, runsFolder } = this.#sources;
    const own = {
      versions: versionsLine(),
      settings: settings.settings,
      log: lastLines(log.path, logLines),
      run: describeLastRun(runsFolder),
    };
    return describeProblem(found, own, words.redact);
  }

  async describeReportedMachine(): Promise<AnswerOf<'describeReportedMachine'>> {
    return machinePart(await machineFindings(), this.#sources.words.redact);
  }

  async saveReport({ suggestedName, archive }: RequestOf<'saveReport'>): Promise<AnswerOf<'saveReport'>> {
    const file = { suggestedName, format: 'zip' as const, content: archive };
    const answer = await exportFile(file, app.getPath('desktop'), askWhereToExport(this.#window));
    if (answer.status === 'done') shell.showItemInFolder(answer.value);
    return answer;
  }

  showLog({ what }: RequestOf<'showLog'>): Promise<AnswerOf<'showLog'>> {
    const { log } = this.#sources;
    return show(what === 'file' ? log.path : log.folder);
  }

  async showLicences(): Promise<AnswerOf<'showLicences'>> {
    const file = join(dirname(app.getPath('exe')), 'LICENSES.packages.txt');
    if (app.isPackaged && existsSync(file)) return show(file);
    return {
      status: 'failed',
      problem: {
        message: 'This copy runs from a checkout, and carries no collected licences.',
        advice: 'Each package in node_modules has its own; “npm run package” collects them.',
      },
    };
  }
}

function systemName(platform: NodeJS.Platform): string {
  return { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[String(platform)] ?? platform;
}

/** Opens a file or folder with the program that the system has for it. */
async function show(path: string): Promise<AnswerOf<'showLog'>> {
  const fault = await shell.openPath(path);
  if (fault === '') return { status: 'done', value: null };
  return {
    status: 'failed',
    problem: {
      message: `${path} could not be shown: ${fault.replace(/\.$/, '')}.`,
      advice: 'Open it yourself, in a file manager or a terminal.',
    },
  };
}
