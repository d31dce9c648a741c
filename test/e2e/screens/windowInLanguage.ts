import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import type { Language } from '../../../src/language/languages';

const folder = new URL('../../../src/language/ko/', import.meta.url);

const korean: ReadonlyMap<string, string> = new Map(
  readdirSync(fileURLToPath(folder)).flatMap((file) =>
    Object.entries(
      z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
    ),
  ),
);

/** The window as a person sees it who speaks a language; names are given in English and looked up as they are shown. */
export class WindowInLanguage {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  /** What the window says in place of an English text, and what is filled into it. */
  readonly said = (english: string, filling = ''): string => {
    const text = this.language === 'en' ? english : (korean.get(english) ?? english);
    return text.replace('{{0}}', filling);
  };

  button(english: string): Locator {
    return this.page.getByRole('button', { name: this.said(english), exact: true });
  }

  /** Does a command that the palette knows by its id. */
  async perform(command: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.locator(`[data-value=${JSON.stringify(command)}]`).click();
    await expect(this.page.locator('[data-value]').first()).toBeHidden();
  }

  /** Back to the network, whatever is open over it. */
  async leave(): Promise<void> {
    const over = this.page
      .locator('dialog[open], [role="dialog"], [role="menu"]')
      .or(this.button('Back to the network'))
      .or(
        this.page.getByRole('region', {
          name: new RegExp(`^(${this.said('Start')}|${this.said('Templates')})$`),
        }),
      );
    for (let tries = 0; tries < 6 && (await over.count()) > 0; tries += 1)
      await this.page.keyboard.press('Escape');
    await expect(over).toHaveCount(0);
  }
}

/** Makes the window speak another language. */
export async function speak(from: WindowInLanguage, language: Language): Promise<WindowInLanguage> {
  if (from.language === language) return from;
  await from.button('Language').click();
  await from.page
    .getByRole('menuitemradio', { name: language === 'en' ? 'English' : '한국어', exact: true })
    .click();
  await expect(from.page.locator(':root')).toHaveAttribute('lang', language);
  return new WindowInLanguage(from.page, language);
}
