import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Electron, ElectronApplication, Page } from '@playwright/test';
import { engineProcessId, isAlive, killApplication } from '../e2e/engineProcess';
import { expect, launchApplication } from '../e2e/launchApplication';
import { describeCards } from '../e2e/networkCanvas';
import { setFilters } from '../e2e/projectWindow';

/** Which of the application's processes are killed. */
export type Victim = 'engine' | 'main' | 'both';

/** Where a control of the window takes long on a busy machine. */
const patience = { timeout: 60_000 };

/** A window with a project that no file has, whose processes are killed, and what a person does then. */
export class KilledWindow {
  readonly #electron: Electron;
  readonly #profile: string;
  #application: ElectronApplication;
  #page: Page;
  #cards: readonly string[] = [];

  private constructor(electron: Electron, profile: string, application: ElectronApplication, page: Page) {
    this.#electron = electron;
    this.#profile = profile;
    this.#application = application;
    this.#page = page;
  }

  /** Opens the project and changes it, so that only the draft has it as it is trained. */
  static async open(
    electron: Electron,
    profile: string,
    file: string,
    filters: number,
  ): Promise<KilledWindow> {
    const application = await launchApplication(electron, profile, { file });
    const page = await application.firstWindow();
    const window = new KilledWindow(electron, profile, application, page);
    await setFilters(page, String(filters));
    window.#cards = await layers(page);
    // A crash may cost what was done in the last second.
    await page.waitForTimeout(1500);
    return window;
  }

  /** Folders of all runs, as paths. */
  async runs(): Promise<readonly string[]> {
    const folder = join(this.#profile, 'runs');
    const names = await readdir(folder).catch(() => []);
    return names.map((name) => join(folder, name));
  }

  async train(): Promise<void> {
    await this.#button('Train').click(patience);
  }

  /** Waits until steps are done. */
  async underWay(): Promise<void> {
    const ended = this.#page.getByRole('button', { name: /^Continue/ });
    await expect(this.#button('Pause').and(this.#page.locator(':enabled')).or(ended)).toBeVisible(patience);
  }

  async untilEnd(): Promise<void> {
    await expect(this.#page.getByRole('button', { name: /^Continue/ })).toBeVisible(patience);
  }

  /** Kills so many milliseconds from now; `between` of them lie between engine and main where both are killed. */
  async kill(victim: Victim, milliseconds: number, between: number): Promise<void> {
    const engine = await engineProcessId(this.#application);
    await this.#page.waitForTimeout(milliseconds);
    if (victim !== 'main') process.kill(engine, 'SIGKILL');
    if (victim === 'both') await new Promise((settle) => setTimeout(settle, between));
    if (victim !== 'engine') await killApplication(this.#application);
    await expect.poll(() => isAlive(engine), patience).toBe(false);
  }

  /** Starts again what was killed, and has the project back. */
  async recover(victim: Victim): Promise<void> {
    if (victim === 'engine') {
      await engineProcessId(this.#application);
      await expect(this.#page.getByRole('alert')).toContainText('A new engine is ready', patience);
    } else {
      this.#application = await launchApplication(this.#electron, this.#profile);
      this.#page = await this.#application.firstWindow();
      const dialog = this.#page.getByRole('dialog', { name: 'Layerwise was closed unexpectedly' });
      await dialog.getByRole('button', { name: 'Recover' }).click(patience);
      await expect(dialog).toBeHidden();
    }
    await expect.poll(() => layers(this.#page), patience).toEqual(this.#cards);
  }

  /** Goes on by the button of the notice; it is offered once. */
  async resume(): Promise<void> {
    const offer = this.#page.getByRole('button', { name: /^(Resume|Resume from step [\d,]+|Start again)$/ });
    await offer.click(patience);
    await expect(this.#page.getByText(/was training when Layerwise ended|The engine stopped/)).toBeHidden(
      patience,
    );
    await expect(this.#button('Pause').or(this.#page.getByRole('button', { name: /^Continue/ }))).toBeVisible(
      patience,
    );
  }

  async close(): Promise<void> {
    await killApplication(this.#application);
  }

  #button(name: string) {
    return this.#page.getByRole('button', { name, exact: true });
  }
}

/** The network without what a run has measured of it. */
async function layers(page: Page): Promise<readonly string[]> {
  return (await describeCards(page)).map((text) => text.replace(/, gradient .*$/, ''));
}
