import { cards } from '../networkCanvas';
import { byCommand, dockTab, type Screen } from './screen';

/** What a run of a deep plain network shows while it is paused. */
export const pausedScreens: readonly Screen[] = [
  byCommand('training-category', 'view.colour.category'),
  byCommand('training', 'view.colour.gradient', async (window) => {
    await window.perform('view.dock.gradients');
    await cards(window.page).nth(1).click();
  }),
  dockTab('loss', 'loss'),
  dockTab('diagnosis', 'diagnosis'),
];

/** The same run beside its twin with shortcuts. */
export const comparedScreens: readonly Screen[] = [dockTab('compare', 'compare')];

/** What was kept of both. */
export const keptScreens: readonly Screen[] = [
  byCommand('runs', 'view.runs', async ({ page }) => {
    for (const box of await page.getByRole('row').getByRole('checkbox').all()) await box.check();
  }),
  byCommand('use', 'view.use'),
  {
    ...byCommand('lesson', 'view.lesson'),
    close: (window) => window.perform('view.lesson'),
  },
];

/** A canvas without layers. */
export const emptyScreens: readonly Screen[] = [{ name: 'empty', open: async () => {} }];

/** What is looked at in windows of other sizes. */
export const mainScreens: readonly Screen[] = [
  dockTab('training', 'gradients'),
  byCommand('gallery', 'view.gallery'),
  byCommand('settings', 'view.settings'),
  byCommand('data', 'training.dataset'),
];
