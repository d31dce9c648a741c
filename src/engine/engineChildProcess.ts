/**
 * Entry of the engine's own process under the server, as a plain Node process: the messages of all windows come and
 * go through the channel to the server, numbered. It ends with the server. Its one argument is the folder that runs
 * are kept in.
 */
import { fileURLToPath } from 'node:url';
import { assertNever } from '../network/assertNever';
import {
  type EngineSignal,
  heartbeatMilliseconds,
  type ServerControl,
  serverControlSchema,
  type WindowEvent,
} from '../protocol/engineControl';
import { ResidentEngine } from './attachment/residentEngine';

const batchWorker = fileURLToPath(new URL('./batchWorker.js', import.meta.url));
const [, , runsFolder] = process.argv;
const engine = new ResidentEngine({
  batchWorker,
  ...(runsFolder !== undefined && { runsFolder }),
  onSpent: () => tell({ type: 'spent' }),
});
/** The ways to leave, by connection. */
const windows = new Map<number, () => void>();

process.on('message', (message) => {
  const control = serverControlSchema.safeParse(message);
  if (control.success) obey(control.data);
  else console.error('The server sent a message that the engine does not know.', control.error);
});
process.on('disconnect', () => process.exit());
// The server may have been killed while this file was being loaded.
if (!process.connected) process.exit();
// Ctrl-C in the server's terminal reaches this process too; the server decides when it ends.
process.on('SIGINT', () => {});
setInterval(() => tell({ type: 'heartbeat' }), heartbeatMilliseconds);

function obey(control: ServerControl): void {
  switch (control.type) {
    case 'connect': {
      const { connection } = control;
      windows.get(connection)?.();
      windows.set(
        connection,
        engine.attach((event) => tell({ type: 'event', connection, event })),
      );
      break;
    }
    case 'disconnect':
      windows.get(control.connection)?.();
      windows.delete(control.connection);
      break;
    case 'command':
      engine.handle(control.command);
      break;
    default:
      assertNever(control);
  }
}

function tell(message: EngineSignal | WindowEvent): void {
  // The channel closes before the process hears of it, where the server was killed.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}
