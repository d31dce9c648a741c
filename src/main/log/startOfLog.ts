import { release } from 'node:os';
import { app, type WebContents } from 'electron';
import { version } from '../../../package.json';
import type { LogFile } from './logFile';

/** What runs here, in one line. */
export function versionsLine(): string {
  const { electron, chrome, node } = process.versions;
  const made = app.isPackaged ? 'packaged' : 'from a checkout';
  return `Layerwise ${version} (${made}), Electron ${electron}, Chromium ${chrome}, Node ${node}, ${process.platform} ${release()} ${process.arch}`;
}

/** Notes the start, and from now on what goes wrong in this process and its children, and the end. */
export function beginLog(log: LogFile): void {
  log.note('main', versionsLine());
  process.on('uncaughtExceptionMonitor', (error, origin) => {
    log.problem('main', `${origin}: ${wordsOf(error)}`);
  });
  process.on('unhandledRejection', (reason) => {
    log.problem('main', `Unhandled rejection: ${wordsOf(reason)}`);
    console.error(reason);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit')
      log.problem('main', `${name ?? type} is gone: ${reason}, exit status ${exitCode}`);
  });
  app.on('quit', (_event, exitCode) => log.note('main', `Ended, exit status ${exitCode}`));
}

/** Notes what befalls the page as a whole; what happens in it the page tells by itself. */
export function logPage(log: LogFile, contents: WebContents): void {
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit')
      log.problem('window', `The page is gone: ${reason}, exit status ${exitCode}`);
  });
  contents.on('did-fail-load', (_event, code, description) => {
    log.problem('window', `The page could not be loaded: ${description} (${code})`);
  });
  contents.on('preload-error', (_event, _path, error) => log.problem('window', wordsOf(error)));
  contents.on('unresponsive', () => log.problem('window', 'The page does not respond'));
  contents.on('responsive', () => log.note('window', 'The page responds again'));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
