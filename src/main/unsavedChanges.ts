import { type BrowserWindow, dialog } from 'electron';
import type { MenuCommand, RequestOf } from '../protocol/windowChannels';

const save = 0;
const discard = 1;

/** Guards a window against closing over changes that are not saved. */
export class UnsavedChanges {
  readonly #window: BrowserWindow;
  readonly #send: (command: MenuCommand) => void;
  #unsaved = false;
  #projectName = '';
  #asking = false;
  /** The person chose Save in the question: the window closes as soon as the page says that all is saved. */
  #closesWhenSaved = false;

  constructor(window: BrowserWindow, send: (command: MenuCommand) => void) {
    this.#window = window;
    this.#send = send;
    window.on('close', (event) => {
      if (!this.#unsaved) return;
      event.preventDefault();
      if (!this.#asking) void this.#ask();
    });
  }

  /** Takes what the page says about its project, and shows it in the title. */
  describe({ projectName, unsavedChanges }: RequestOf<'describeWindow'>): void {
    this.#projectName = projectName;
    this.#unsaved = unsavedChanges;
    this.#window.setTitle(`${projectName}${unsavedChanges ? ' •' : ''} – Layerwise`);
    this.#window.setDocumentEdited(unsavedChanges);
    if (this.#closesWhenSaved && !unsavedChanges) this.#window.close();
  }

  /** Passes a save's answer on. A save that came to nothing keeps the window open. */
  noteSave<Answer extends { readonly status: string }>(answer: Answer): Answer {
    if (answer.status !== 'done') this.#closesWhenSaved = false;
    return answer;
  }

  /** The page is gone, and its changes with it: there is nothing left to ask about. */
  forget(): void {
    this.#unsaved = false;
    this.#closesWhenSaved = false;
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'warning',
      message: `Save the changes to ${this.#projectName}?`,
      detail: 'They are lost if you close the window without saving.',
      buttons: ['Save', 'Don’t save', 'Cancel'],
      defaultId: save,
      cancelId: 2,
      noLink: true,
    });
    this.#asking = false;
    this.#closesWhenSaved = response === save;
    if (response === save) this.#send('save');
    if (response === discard) this.#window.destroy();
  }
}
