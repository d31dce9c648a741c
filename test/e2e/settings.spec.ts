import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { closeApplication, expect, launchApplication, test } from './launchApplication';
import { cards } from './networkCanvas';
import { picture } from './pictures';

test('settings are found, changed, taken back, and hold after a restart', async ({ folder, playwright }) => {
  const profile = join(folder, 'profile');
  const first = await launchApplication(playwright._electron, profile);
  const page = await first.firstWindow();
  const root = page.locator(':root');
  const settings = page.getByRole('region', { name: 'Settings', exact: true });
  await page.getByRole('button', { name: 'Settings', exact: true }).waitFor();

  await test.step('the keyboard leads from the search to a setting', async () => {
    await page.keyboard.press('Control+,');
    await picture(page, 'settings-light');
    await page.keyboard.type('projector');
    await expect(settings.getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await expect(root).toHaveAttribute('data-lecture', 'true');
    await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(1.25);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await picture(page, 'settings-lecture-dark');
    await page.keyboard.press('Control+Shift+l');
    await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(1);
  });

  await test.step('the theme follows the desktop until it is chosen', async () => {
    await settings.getByRole('textbox', { name: 'Search settings' }).fill('');
    const theme = settings.getByRole('radiogroup', { name: 'Theme' });
    await expect(theme.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await theme.getByRole('radio', { name: 'System' }).click();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(root).toHaveAttribute('data-theme', 'light');
    await theme.getByRole('radio', { name: 'Dark' }).click();
    await expect(root).toHaveAttribute('data-theme', 'dark');
  });

  await test.step('a number out of its limits is told, and does not hold', async () => {
    const interval = settings.getByRole('textbox', { name: 'Keep a draft every' });
    await interval.fill('900');
    await expect(settings.getByRole('alert')).toContainText('from 1 to 300');
    await interval.fill('20');
    await expect(settings.getByRole('alert')).toBeHidden();
  });

  await test.step('all go back to their defaults, and return', async () => {
    await settings.getByRole('button', { name: 'Reset all' }).click();
    await expect(settings.getByRole('textbox', { name: 'Keep a draft every' })).toHaveValue('1');
    await settings.getByRole('button', { name: 'Take the reset back' }).click();
    await expect(settings.getByRole('textbox', { name: 'Keep a draft every' })).toHaveValue('20');
    await settings
      .getByRole('radiogroup', { name: 'Smoothing' })
      .getByRole('radio', { name: 'Strong' })
      .click();
    await settings.getByRole('button', { name: 'Reset: Smoothing' }).click();
    await page.keyboard.press('Escape');
    await expect(settings).toBeHidden();
  });

  await test.step('a command gets other keys, which are taken from another', async () => {
    await page.keyboard.press('Control+,');
    await page.keyboard.type('tidy layout');
    await settings.getByRole('button', { name: 'Change the keys: Tidy layout' }).click();
    await page.keyboard.press('l');
    await expect(settings.getByRole('alert')).toContainText('Taken by “Connect to…”');
    await picture(page, 'keys-conflict-dark');
    await settings.getByRole('button', { name: 'Take them over' }).click();
    await expect(settings.getByRole('button', { name: 'Change the keys: Tidy layout' })).toBeFocused();
    await page.keyboard.press('Escape');
    await cards(page).first().click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('l');
    await expect(page.getByRole('button', { name: /^Undo: Tidy/ })).toBeVisible();
    expect(await menuKeys(first, 'Tidy layout')).toBe('L');
    expect(await menuKeys(first, 'Connect to…')).toBe('');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tidy');
    await expect(page.getByRole('option', { name: 'Tidy layout' })).toContainText('L');
    await page.keyboard.press('Escape');
  });

  await closeApplication(first);
  const second = await launchApplication(playwright._electron, profile);
  const later = await second.firstWindow();
  await expect(later.locator(':root')).toHaveAttribute('data-theme', 'dark');
  // The theme is there before the window listens to keys.
  await expect(later.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  await later.keyboard.press('Control+,');
  await expect(later.getByRole('textbox', { name: 'Keep a draft every' })).toHaveValue('20');
  await expect(later.getByRole('button', { name: 'Reset: Smoothing' })).toBeHidden();
  await expect(later.getByRole('button', { name: 'Its own keys again: Tidy layout' })).toBeEnabled();
  await closeApplication(second);
});

/** The keys that the application's menu shows for an entry. */
function menuKeys(application: ElectronApplication, label: string): Promise<string> {
  return application.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const item = items.find((each) => each.label.replace('&', '') === wanted);
    return String(item?.accelerator ?? '');
  }, label);
}
