import { MachineClient } from '../../src/main/machine/machineClient';
import { MachineLink } from '../../src/main/machine/machineLink';
import type { EngineCommand, EngineEvent } from '../../src/protocol/engineMessages';
import type { EngineStatus } from '../../src/protocol/windowChannels';
import { CuttableTunnel } from './cuttableTunnel';
import type { ServedWindow } from './servedWindow';

/** An application that trains on another machine, and what its window was told. */
export class JoinedMachine {
  readonly link: MachineLink;
  readonly statuses: EngineStatus[] = [];
  /** Since the last connection, which tells everything anew. */
  events: EngineEvent[] = [];

  constructor({ port, machineToken }: ServedWindow, runsFolder: string) {
    const access = {
      address: `http://${CuttableTunnel.host}:${port}`,
      token: machineToken,
      fingerprint: null,
    };
    this.link = new MachineLink(new MachineClient(access), 'gpu-box', runsFolder, {
      onStatus: (status) => this.statuses.push(status),
      onEngine: () => {
        this.events = [];
      },
      onEvent: (event) => this.events.push(event),
    });
    this.link.connect();
  }

  order(command: EngineCommand): boolean {
    return this.link.send({ type: 'command', command });
  }

  has(type: EngineEvent['type']): boolean {
    return this.events.some((event) => event.type === type);
  }

  /** The steps that the window knows of, in the order in which they came. */
  get steps(): readonly number[] {
    return this.events.flatMap((event) => (event.type === 'telemetry' ? [...event.steps] : []));
  }
}
