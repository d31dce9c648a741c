import type { EngineStatus } from '../../protocol/windowChannels';
import type { PageAudience } from '../enginePlace';
import type { LogFile } from './logFile';

/** A page of which the log hears what it is told about its engine. */
export function withStatusLines(page: PageAudience, log: LogFile): PageAudience {
  return {
    sendStatus(status) {
      const words = wordsOf(status);
      if (words !== null) log.problem('engine', words);
      page.sendStatus(status);
    },
    connect(port, machine) {
      log.note('engine', machine === null ? 'Connected to the window' : 'Connected to another machine');
      page.connect(port, machine);
    },
  };
}

/** Null for what is as it should be; what the engine printed stands before it. */
function wordsOf(status: EngineStatus): string | null {
  switch (status.state) {
    case 'unresponsive':
      return `Silent for ${Math.round(status.silentSeconds)} s`;
    case 'cutOff':
      return `Cut off (${status.cause})${status.machine?.problem ? `: ${status.machine.problem.message}` : ''}`;
    case 'lost':
    case 'broken':
      return status.message;
    default:
      return null;
  }
}
