import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { EngineControl } from '../protocol/engineControl';
import { ElectronChild } from './electronChild';

/** The engine as a utility process of Electron, which takes MessagePorts. */
export class ElectronEngine extends ElectronChild {
  /** Runs are kept in `runsFolder`; `variables` are set for the process, besides those of this one. */
  constructor(modulePath: string, runsFolder: string, variables: Readonly<Record<string, string>>) {
    super(modulePath, { parameters: [runsFolder], variables, serviceName: 'Layerwise engine' });
  }

  /** Gives the engine one end of a new connection and returns the other, for the page. The one before it ends. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    const connect: EngineControl = { type: 'connect' };
    this.process.postMessage(connect, [port2]);
    return port1;
  }
}
