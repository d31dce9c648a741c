import { create } from 'zustand';
import type { FileProblem } from '../../protocol/fileProblem';
import type { MachineAnswer, MachineChoice, MachineOrder } from '../../protocol/machineChoice';

type Certificate = Extract<MachineAnswer, { readonly status: 'certificate' }>;

interface MachineState {
  /** As main told it last; null before it has. */
  readonly choice: MachineChoice | null;
  /** The settings are open at the form for another machine. */
  readonly formOpen: boolean;
  /** The machine is being asked. */
  readonly asking: boolean;
  readonly problem: FileProblem | null;
  /** What the person has to decide on first. */
  readonly certificate: Certificate | null;
  refresh(): Promise<void>;
  showForm(): void;
  hideForm(): void;
  /** Goes to another machine; what is wrong is told here. */
  connect(order: MachineOrder): Promise<void>;
  /** Back to this machine. */
  leave(): Promise<void>;
}

/** The other machine that the engine runs on, or may. */
export const useMachine = create<MachineState>((set, get) => ({
  choice: null,
  formOpen: false,
  asking: false,
  problem: null,
  certificate: null,
  async refresh() {
    set({ choice: await window.layerwise.call('describeMachine', undefined) });
  },
  showForm() {
    set({ formOpen: true, problem: null, certificate: null });
    void get().refresh();
  },
  hideForm: () => set({ formOpen: false, problem: null, certificate: null }),
  async connect(order) {
    set({ asking: true, problem: null, certificate: null });
    const answer = await window.layerwise.call('connectMachine', order);
    set({ asking: false });
    if (answer.status === 'failed') set({ problem: answer.problem });
    else if (answer.status === 'certificate') set({ certificate: answer });
    else {
      get().hideForm();
      await get().refresh();
    }
  },
  async leave() {
    await window.layerwise.call('leaveMachine', undefined);
    await get().refresh();
  },
}));
