import { expect } from '@playwright/test';
import { cards } from '../networkCanvas';
import { byCommand, type Screen } from './screen';
import { untrainedScreens } from './untrainedScreens';
import type { WindowInLanguage } from './windowInLanguage';

/** Screens of the great walk, by their names. */
export function chosen(screens: readonly Screen[], ...names: readonly string[]): readonly Screen[] {
  return names.map((name) => {
    const screen = screens.find((candidate) => candidate.name === name);
    if (screen === undefined) throw new Error(`No screen is called ${name}.`);
    return screen;
  });
}

/** A screen of which something on the canvas is a part: all of that is in view. */
export function inView(screen: Screen): Screen {
  return {
    ...screen,
    open: async (window) => {
      await window.perform('view.fit');
      await screen.open(window);
    },
  };
}

/** Dialogs, menus, lists and popovers, which find their place beside what they are about. */
export const overlays: readonly Screen[] = [
  ...chosen(untrainedScreens, 'connect', 'shortcut', 'layer-menu', 'fault').map(inView),
  ...chosen(untrainedScreens, 'project-menu', 'keys', 'glossary', 'convert'),
  ...chosen(untrainedScreens, 'device').map((device) => ({
    ...device,
    // Its button has the focus, and shows its hint.
    close: ({ page }: WindowInLanguage) => page.keyboard.press('Escape'),
  })),
  inView({
    name: 'layer-search',
    open: async ({ page }) => {
      await cards(page).nth(1).click();
      await page.keyboard.press('Shift+a');
    },
  }),
  byCommand('history', 'edit.history'),
  {
    ...byCommand('find', 'go.find'),
    close: ({ page }) => page.keyboard.press('Escape'),
  },
  byCommand('export', 'export.model.onnx', async ({ page }) => {
    await expect(page.getByRole('dialog').getByRole('radio')).toBeVisible();
  }),
  {
    name: 'export-menu',
    open: async (window) => {
      await window.button('Project menu').click();
      const { page, said } = window;
      await page.getByRole('menuitem', { name: said('Export'), exact: true }).click();
      await expect(page.getByRole('menuitem', { name: /ONNX/ })).toBeVisible();
    },
  },
  byCommand('report', 'help.report', async ({ page }) => {
    await expect(page.getByRole('dialog').getByRole('textbox')).not.toHaveValue('');
  }),
  byCommand('about', 'help.about'),
];

/** A popover at a word in the inspector, which is shown. */
export const term: Screen = {
  name: 'term',
  open: async ({ page, said }) => {
    await page.keyboard.press('Escape');
    await page
      .getByRole('complementary', { name: said('Inspector') })
      .getByRole('button', { name: said('Params'), exact: true })
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
};

/** What the first weights do to the gradient: a chart, the words beside it, and the colours of the cards. */
export const probe: Screen = byCommand('probe', 'training.probe', async ({ page, said }) => {
  await expect(page.locator('figcaption', { hasText: said('Before training') }).first()).toBeVisible({
    timeout: 60_000,
  });
});
