import { expect } from '@playwright/test';
import { cards } from '../networkCanvas';
import { byCommand, dockTab, type Screen } from './screen';
import type { WindowInLanguage } from './windowInLanguage';

/** What there is to see before anything is trained, in a window that has LeNet-5. */
export const untrainedScreens: readonly Screen[] = [
  { name: 'building', open: selectConvolution },
  byCommand('start', 'project.start'),
  byCommand('gallery', 'view.gallery'),
  byCommand('gallery-detail', 'view.gallery', async ({ page }) => {
    await page.getByRole('option', { name: /^ResNet-34, \d{4}/ }).click();
  }),
  byCommand('laboratory', 'view.laboratory'),
  byCommand('runs-empty', 'view.runs'),
  byCommand('use-empty', 'view.use'),
  settings('settings', 'Appearance'),
  settings('settings-keys', 'Keys'),
  byCommand('keys', 'view.keys'),
  byCommand('glossary', 'view.glossary'),
  { name: 'commands', open: ({ page }) => page.keyboard.press('Control+k') },
  {
    name: 'commands-found',
    open: async ({ page }) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('conv');
    },
  },
  byCommand('data', 'training.dataset', async ({ page }) => {
    await expect(page.getByRole('dialog').getByRole('img').first()).toBeVisible();
  }),
  byCommand('convert', 'network.convertToResidual'),
  {
    name: 'connect',
    open: async (window) => {
      await selectConvolution(window);
      await window.page.keyboard.press('l');
    },
  },
  {
    name: 'shortcut',
    open: async (window) => {
      await selectConvolution(window);
      await window.page.keyboard.press('s');
    },
  },
  { name: 'layer-menu', open: ({ page }) => cards(page).nth(3).click({ button: 'right' }) },
  { name: 'several-selected', open: ({ page }) => page.keyboard.press('Control+a') },
  { name: 'project-menu', open: (window) => window.button('Project menu').click() },
  { name: 'training-settings', open: (window) => window.button('Training settings').click() },
  {
    name: 'device',
    open: (window) =>
      window.page
        .getByRole('banner')
        .getByRole('button', { name: new RegExp(`^${window.said('Device')} `) })
        .click(),
  },
  {
    name: 'fault',
    open: async ({ page, said }) => {
      await page.getByRole('button', { name: /^flatten, / }).click();
      await page.keyboard.press('Delete');
      await page.getByRole('button', { name: said('Error at {{0}}', 'fc1') }).focus();
    },
    close: ({ page }) => page.keyboard.press('Control+z'),
  },
  dockTab('loss-empty', 'loss'),
  dockTab('gradients-empty', 'gradients'),
  dockTab('diagnosis-empty', 'diagnosis'),
  dockTab('compare-empty', 'compare'),
  dockTab('costs', 'costs'),
  dockTab('code', 'code'),
];

async function selectConvolution({ page }: WindowInLanguage): Promise<void> {
  await cards(page).nth(1).click();
}

/** The settings, scrolled to a section. */
function settings(name: string, section: string): Screen {
  return byCommand(name, 'view.settings', (window) =>
    window.page
      .getByRole('navigation', { name: window.said('Sections') })
      .getByRole('button', { name: window.said(section), exact: true })
      .click(),
  );
}
