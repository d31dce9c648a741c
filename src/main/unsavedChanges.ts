import { type BrowserWindow, dialog } from 'electron';
import { type CommandId, saveCommand } from '../protocol/nativeMenu';
import type { RequestOf } from '../protocol/windowChannels';
import { t } from './language/t';

const save = 0;
const discard = 1;

/** Guards a window against closing over changes that are not saved. */
export class UnsavedChanges {
  readonly #window: BrowserWindow;
  readonly #send: (command: CommandId) => void;
  readonly #beforeClosing: () => Promise<void>;
  #unsaved = false;
  #projectName = '';
  /** Unsaved changes go to the project's file without a question. */
  #savesItself = false;
  /** A question or the last work is under way. */
  #closing = false;
  /** The person chose Save in the question: the window closes as soon as the page says that all is saved. */
  #closesWhenSaved = false;
  /** The page is gone, and unsaved changes with it, of which there is the draft alone. */
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

  /** Takes what the page says about its project, and shows it in the title. */
  describe({ projectName, unsavedChanges, savesItself }: RequestOf<'describeWindow'>): void {
    this.#projectName = projectName;
    this.#unsaved = unsavedChanges;
    this.#savesItself = savesItself;
    this.#orphaned = false;
    this.#window.setTitle(`${projectName}${unsavedChanges ? ' •' : ''} – Layerwise`);
    this.#window.setDocumentEdited(unsavedChanges);
    if (this.#closesWhenSaved && !unsavedChanges) this.#window.close();
  }

  /** Passes a save's answer on. A save that came to nothing keeps the window open. */
  noteSave<Answer extends { readonly status: string }>(answer: Answer): Answer {
    if (answer.status !== 'done') this.#closesWhenSaved = false;
    return answer;
  }

  /** The page is gone: until the next one speaks, closing asks nothing and leaves the draft where it is. */
  losePage(): void {
    this.#orphaned ||= this.#unsaved;
    this.#unsaved = false;
    this.#closesWhenSaved = false;
  }

  async #close(): Promise<void> {
    this.#closing = true;
    if (this.#unsaved && !(await this.#mayDiscard())) {
      this.#closing = false;
      return;
    }
    try {
      if (!this.#orphaned) await this.#beforeClosing();
    } finally {
      this.#window.destroy();
    }
  }

  async #mayDiscard(): Promise<boolean> {
    if (this.#savesItself) {
      this.#closesWhenSaved = true;
      this.#send(saveCommand);
      return false;
    }
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'warning',
      message: t`Save the changes to ${this.#projectName}?`,
      detail: t`They are lost if you close the window without saving.`,
      buttons: [t`Save`, t`Don’t save`, t`Cancel`],
      defaultId: save,
      cancelId: 2,
      noLink: true,
    });
    this.#closesWhenSaved = response === save;
    if (response === save) this.#send(saveCommand);
    return response === discard;
  }
}
