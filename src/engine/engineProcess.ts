/**
 * Entry of the engine's own process. Main hands it a MessagePort to the window over `parentPort`: commands come
 * down and events go up that port, and main hears heartbeats. Each port gets an engine of its own, for the page
 * that started a run is gone with its port.
 */
import { type EngineSignal, engineControlSchema, heartbeatMilliseconds } from '../protocol/engineControl';
import { engineCommandSchema } from '../protocol/engineMessages';
import { createEngine, type Engine } from './engine';

const { parentPort } = process;
let current: { readonly engine: Engine; readonly port: Electron.MessagePortMain } | null = null;

parentPort.on('message', ({ data, ports: [port] }) => {
  const control = engineControlSchema.safeParse(data);
  if (control.success && port !== undefined) connect(port);
  else console.error('Main sent a message that the engine does not know.', control.error);
});

setInterval(() => {
  const heartbeat: EngineSignal = { type: 'heartbeat' };
  parentPort.postMessage(heartbeat);
}, heartbeatMilliseconds);

function connect(port: Electron.MessagePortMain): void {
  disconnect();
  const engine = createEngine((event) => port.postMessage(event));
  current = { engine, port };
  port.on('message', ({ data }) => {
    const command = engineCommandSchema.safeParse(data);
    if (command.success) engine.handle(command.data);
    else console.error('The window sent a command that the engine does not know.', command.error);
  });
  port.on('close', () => {
    if (current?.port === port) disconnect();
  });
  port.start();
}

function disconnect(): void {
  const last = current;
  current = null;
  void last?.engine.dispose().then(() => last.port.close());
}
