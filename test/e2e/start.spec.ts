import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { closeApplication, launchApplication } from './launchApplication';
import { card, cards } from './networkCanvas';
import { picture } from './pictures';
import { closeWindow, saveAs, setFilters, title } from './projectWindow';

const start = (page: Page) => page.getByRole('region', { name: 'Start', exact: true });

async function begin(application: ElectronApplication): Promise<Page> {
  const page = await application.firstWindow();
  await page.waitForLoadState('load');
  return page;
}

test('the first start offers the story, samples and the lesson; later ones recent projects with their networks', async ({
  playwright,
}, info) => {
  const folder = info.outputPath();
  const profile = join(folder, 'profile');
  const first = await launchApplication(playwright._electron, profile, {
    settings: { 'starting.reopenTabs': false },
  });
  const page = await begin(first);
  const story = start(page).getByRole('list').first().getByRole('button');
  await expect(story).toHaveCount(6);
  await expect(start(page).locator('ol svg')).toHaveCount(6);
  await picture(page, 'start-light');
  await story.filter({ hasText: 'LeNet-5' }).click();
  await expect(start(page)).toBeHidden();
  await setFilters(page, '9');
  await saveAs(first, page, join(folder, 'digits.layerwise'));

  await page.getByRole('button', { name: 'Start screen' }).click();
  await start(page).getByRole('button', { name: 'A network to repair' }).click();
  await expect(page.getByText('Fix 1 error to train')).toBeVisible();
  await expect.poll(() => title(first)).toBe('A network to repair – Layerwise');
  const closed = page.waitForEvent('close');
  await closeWindow(first);
  await closed;
  await first.close();

  const second = await launchApplication(playwright._electron, profile);
  const again = await begin(second);
  const recent = start(again).getByRole('button', { name: /^digits (now|\d+ seconds? ago)/ });
  await expect(recent.locator('svg path').first()).toBeAttached();
  await recent.click();
  await expect(start(again)).toBeHidden();
  await expect(card(again, 'conv1')).toHaveAccessibleName(/28×28×9/);

  await again.getByRole('button', { name: 'Start screen' }).click();
  await again.getByRole('button', { name: 'Take digits.layerwise off the list' }).click();
  await expect(start(again).getByText('Projects that you open or save stand here')).toBeVisible();
  await again.getByRole('switch', { name: 'Show this at every start' }).click();
  await again.keyboard.press('Escape');
  await expect(start(again)).toBeHidden();
  await expect(card(again, 'conv1')).toBeVisible();
  await closeApplication(second);

  const third = await launchApplication(playwright._electron, profile);
  const last = await begin(third);
  await expect(cards(last).first()).toBeVisible();
  await expect(start(last)).toBeHidden();
  await closeApplication(third);
});

test('a project that was asked for is opened without the start screen', async ({ playwright }, info) => {
  const application = await launchApplication(playwright._electron, info.outputPath('profile'), {
    settings: {},
    file: 'resources/examples/residual-digits.layerwise',
  });
  const page = await begin(application);
  await expect.poll(() => title(application)).toBe('Shortcuts that carry it – Layerwise');
  await expect(start(page)).toBeHidden();
  await closeApplication(application);
});
