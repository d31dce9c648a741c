import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { DeviceSettings } from '../../protocol/deviceSettings';
import { type EngineCommand, type EngineEvent, engineCommandSchema } from '../../protocol/engineMessages';
import type { AnswerOf } from '../../protocol/windowChannels';
import type { EnginePlace, PageAudience } from '../enginePlace';
import type { MachineClient } from './machineClient';
import { MachineLink } from './machineLink';

/** Whoever listens in. */
export interface RemoteListeners {
  onCommand(command: EngineCommand): void;
  onEvent(event: EngineEvent): void;
}

/** The engine of another machine, for the window: its page has a port to it as to one of this machine. */
export class RemoteEngine implements EnginePlace {
  readonly #link: MachineLink;
  readonly #page: PageAudience;
  readonly #listeners: RemoteListeners;
  /** This side's end of the page's port. */
  #port: MessagePortMain | null = null;
  #pageLoaded = false;

  /** Copies of runs go to `runsFolder`. */
  constructor(
    client: MachineClient,
    name: string,
    runsFolder: string,
    page: PageAudience,
    listeners: RemoteListeners,
  ) {
    this.#page = page;
    this.#listeners = listeners;
    this.#link = new MachineLink(client, name, runsFolder, {
      onStatus: (status) => {
        if (this.#pageLoaded) page.sendStatus(status);
      },
      onEngine: () => this.#connect(name),
      onEvent: (event) => {
        listeners.onEvent(event);
        this.#port?.postMessage(event);
      },
    });
  }

  /** It connects when the page has loaded. */
  start(): void {}

  pageLoaded(): void {
    this.#pageLoaded = true;
    this.#page.sendStatus({ state: 'starting' });
    this.#link.connect();
  }

  /** Tries at once to get a lost connection back. */
  retry(): void {
    this.#link.connect();
  }

  restart(): void {
    if (!this.#link.send({ type: 'restartEngine' })) this.#link.connect();
  }

  chooseDevice(settings: DeviceSettings): AnswerOf<'chooseDevice'> {
    if (this.#link.send({ type: 'chooseDevice', settings })) return { status: 'done', value: null };
    const message = `There is no connection to ${this.#link.name}.`;
    const advice = 'Choose the device again when it is back.';
    return { status: 'failed', problem: { message, advice } };
  }

  dispose(): void {
    this.#link.dispose();
    this.#port?.close();
  }

  #connect(name: string): void {
    this.#port?.close();
    const { port1, port2 } = new MessageChannelMain();
    port1.on('message', ({ data }) => {
      const command = engineCommandSchema.safeParse(data);
      if (command.success) {
        this.#listeners.onCommand(command.data);
        this.#link.send({ type: 'command', command: command.data });
      } else console.error('The window sent a command that the engine does not know.', command.error);
    });
    port1.start();
    this.#port = port1;
    this.#page.connect(port2, name);
  }
}
