import type { EngineCommand, EngineEvent } from '../../protocol/engineMessages';
import type { MachineAnswer, MachineChoice, MachineOrder } from '../../protocol/machineChoice';
import { machineTokenSchema } from '../../protocol/machineMessages';
import type { EnginePlace, PageAudience } from '../enginePlace';
import type { KeptMachine } from './keptMachine';
import { machineAddress, machineName } from './machineAddress';
import { MachineClient } from './machineClient';
import { MachineFault, machineFault } from './machineFault';
import { RemoteEngine } from './remoteEngine';

/** Has the window's engine run on this machine, or on another that a person names. */
export class EngineSwitch {
  readonly #ownEngine: () => EnginePlace;
  readonly #kept: KeptMachine;
  readonly #runsFolder: string;
  readonly #page: PageAudience;
  #place: EnginePlace;
  /** Of the network that the other machine was told to train last. */
  #ordered = '';
  #remote: { readonly engine: RemoteEngine; readonly name: string } | null = null;

  /** `ownEngine` makes that of this machine; copies of runs go to `runsFolder`. */
  constructor(ownEngine: () => EnginePlace, kept: KeptMachine, runsFolder: string, page: PageAudience) {
    this.#ownEngine = ownEngine;
    this.#kept = kept;
    this.#runsFolder = runsFolder;
    this.#page = page;
    this.#place = ownEngine();
  }

  get place(): EnginePlace {
    return this.#place;
  }

  describe(): MachineChoice {
    const { machine, token, keepsTokens } = this.#kept;
    const inUse = this.#remote?.name ?? null;
    if (machine === null) return { inUse, last: null, keepsTokens };
    const { address, name, training } = machine;
    return { inUse, last: { address, name, training, tokenKnown: token !== null }, keepsTokens };
  }

  /** Goes to another machine, once it has answered. */
  async connect(order: MachineOrder): Promise<MachineAnswer> {
    try {
      const address = machineAddress(order.address);
      const access = {
        address,
        token: this.#tokenOf(order, address),
        fingerprint: this.#pinOf(order, address),
      };
      const client = new MachineClient(access);
      const hello = await client.hello().catch((error: unknown) => {
        client.dispose();
        throw error;
      });
      const name = machineName(address, hello.name);
      this.#kept.keep(access, name);
      const engine = new RemoteEngine(client, name, this.#runsFolder, this.#page, {
        onCommand: (command) => this.#order(command),
        onEvent: (event) => this.#hear(event),
      });
      this.#goTo(engine);
      this.#remote = { engine, name };
      return { status: 'connected', name };
    } catch (error) {
      const { message, advice, fingerprint } = machineFault(order.address, error);
      const problem = { message, advice };
      return fingerprint === null
        ? { status: 'failed', problem }
        : { status: 'certificate', problem, fingerprint };
    }
  }

  /** Back to this machine's engine; a run on the other machine goes on there. */
  leave(): void {
    if (this.#remote !== null) this.#goTo(this.#ownEngine());
    this.#remote = null;
  }

  /** Tries at once to get a lost connection back. */
  retry(): void {
    this.#remote?.engine.retry();
  }

  #goTo(place: EnginePlace): void {
    this.#place.dispose();
    this.#place = place;
    place.start();
    place.pageLoaded();
  }

  #tokenOf({ token }: MachineOrder, address: string): string {
    const known = this.#kept.machine?.address === address ? this.#kept.token : null;
    const words = token === null || token.trim() === '' ? known : token.trim();
    if (words !== null && machineTokenSchema.safeParse(words).success) return words;
    throw new MachineFault(
      'token',
      words === null
        ? 'The token is missing.'
        : 'This is no token: one has 32 characters or more, and no spaces.',
      'Copy the one that “layerwise serve” has printed on the other machine.',
    );
  }

  /** What the person has accepted for this address before holds on. */
  #pinOf({ fingerprint }: MachineOrder, address: string): string | null {
    const { machine } = this.#kept;
    return fingerprint ?? (machine?.address === address ? machine.fingerprint : null);
  }

  #order(command: EngineCommand): void {
    if (command.type === 'train' || command.type === 'trainTwin') this.#ordered = command.project.name;
  }

  #hear(event: EngineEvent): void {
    if (event.type === 'attached' || event.type === 'opened')
      this.#ordered = ('run' in event ? event.run?.project.name : event.project.name) ?? '';
    if (event.type === 'started') this.#kept.noteTraining(this.#ordered);
    const over = event.type === 'ended' || event.type === 'failed' || event.type === 'interrupted';
    if (over || (event.type === 'attached' && event.run === null)) this.#kept.noteTraining(null);
  }
}
