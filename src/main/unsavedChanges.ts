import { type BrowserWindow, dialog } from 'electron';
import type { OpenProjects } from '../protocol/keptProjects';
import { type CommandId, saveAllCommand, saveFilesCommand } from '../protocol/nativeMenu';
import { t } from './language/t';

type OpenProject = OpenProjects['projects'][number];

const save = 0;
const discard = 1;

/** Guards a window against closing over changes that are not saved. */
export class UnsavedChanges {
  readonly #window: BrowserWindow;
  readonly #send: (command: CommandId) => void;
  readonly #beforeClosing: () => Promise<void>;
  /** The projects with unsaved changes. */
  #unsaved: readonly OpenProject[] = [];
  /** A question or the last work is under way. */
  #closing = false;
  /** What is being saved: the window closes, or asks about the rest, as soon as the page says that it is. */
  #awaited: 'files' | 'all' | null = null;
  /** The page is gone, and unsaved changes with it, of which there are the drafts alone. */
  #orphaned = false;

  /** `beforeClosing` is the last thing that happens when nothing is left that needs a draft. */
  constructor(window: BrowserWindow, send: (command: CommandId) => void, beforeClosing: () => Promise<void>) {
    this.#window = window;
    this.#send = send;
    this.#beforeClosing = beforeClosing;
    window.on('close', (event) => {
      event.preventDefault();
      if (!this.#closing) void this.#close();
    });
  }

  /** Takes what the page says about its projects, and shows the one in view in the title. */
  describe({ projects, shown }: OpenProjects): void {
    this.#unsaved = projects.filter(({ unsavedChanges }) => unsavedChanges);
    this.#orphaned = false;
    const front = projects.find(({ project }) => project === shown);
    this.#window.setTitle(`${front?.projectName ?? ''}${front?.unsavedChanges ? ' •' : ''} – Layerwise`);
    this.#window.setDocumentEdited(this.#unsaved.length > 0);
    if (this.#awaited !== null && this.#left(this.#awaited).length === 0) this.#window.close();
  }

  /** Passes a save's answer on. A save that came to nothing keeps the window open. */
  noteSave<Answer extends { readonly status: string }>(answer: Answer): Answer {
    if (answer.status !== 'done') this.#awaited = null;
    return answer;
  }

  /** The page is gone: until the next one speaks, closing asks nothing and leaves the drafts where they are. */
  losePage(): void {
    this.#orphaned ||= this.#unsaved.length > 0;
    this.#unsaved = [];
    this.#awaited = null;
  }

  async #close(): Promise<void> {
    this.#closing = true;
    this.#awaited = null;
    if (this.#unsaved.length > 0 && !(await this.#mayDiscard())) {
      this.#closing = false;
      return;
    }
    try {
      if (!this.#orphaned) await this.#beforeClosing();
    } finally {
      this.#window.destroy();
    }
  }

  #left(what: 'files' | 'all'): readonly OpenProject[] {
    return what === 'all' ? this.#unsaved : this.#unsaved.filter(({ savesItself }) => savesItself);
  }

  /** Projects that save themselves are saved; one question is asked about all others. */
  async #mayDiscard(): Promise<boolean> {
    if (this.#left('files').length > 0) {
      this.#awaited = 'files';
      this.#send(saveFilesCommand);
      return false;
    }
    const names = this.#unsaved.map(({ projectName }) => projectName);
    const [only = '', ...others] = names;
    const lost = t`They are lost if you close the window without saving.`;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'warning',
      ...(others.length === 0
        ? { message: t`Save the changes to ${only}?`, detail: lost }
        : {
            message: t`Save the changes to ${names.length} projects?`,
            detail: [...names, '', lost].join('\n'),
          }),
      buttons: [others.length === 0 ? t`Save` : t`Save all`, t`Don’t save`, t`Cancel`],
      defaultId: save,
      cancelId: 2,
      noLink: true,
    });
    if (response === save) {
      this.#awaited = 'all';
      this.#send(saveAllCommand);
    }
    return response === discard;
  }
}
