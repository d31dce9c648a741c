/**
 * Entry of the engine's own process in Electron. Main hands it a MessagePort to the window over `parentPort`:
 * commands come down and events go up that port, and main hears heartbeats. The engine is one for the life of the
 * process: a page that is loaded anew gets another port and joins the run under way. Its one argument is the folder
 * that runs are kept in.
 */
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type EngineSignal, engineControlSchema, heartbeatMilliseconds } from '../protocol/engineControl';
import { engineCommandSchema } from '../protocol/engineMessages';
import { ResidentEngine } from './attachment/residentEngine';

// Training keeps every core busy: the window goes first, so that it answers at once. Its threads inherit this.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const { parentPort } = process;
const batchWorker = fileURLToPath(new URL('./batchWorker.js', import.meta.url));
const [, , runsFolder] = process.argv;
const engine = new ResidentEngine({
  batchWorker,
  ...(runsFolder !== undefined && { runsFolder }),
  onSpent: () => signal({ type: 'spent' }),
});
let current: Electron.MessagePortMain | null = null;

parentPort.on('message', ({ data, ports: [port] }) => {
  const control = engineControlSchema.safeParse(data);
  if (control.success && port !== undefined) connect(port);
  else console.error('Main sent a message that the engine does not know.', control.error);
});

setInterval(() => signal({ type: 'heartbeat' }), heartbeatMilliseconds);

function signal(message: EngineSignal): void {
  parentPort.postMessage(message);
}

function connect(port: Electron.MessagePortMain): void {
  current?.close();
  current = port;
  port.on('message', ({ data }) => {
    const command = engineCommandSchema.safeParse(data);
    if (command.success) engine.handle(command.data);
    else console.error('The window sent a command that the engine does not know.', command.error);
  });
  const detach = engine.attach((event) => port.postMessage(event));
  port.on('close', detach);
  port.start();
}
