import type { Page } from '@playwright/test';
import { engineProcessId, isAlive } from './engineProcess';
import { closeApplication, expect, launchApplication, test } from './launchApplication';
import { card, cards } from './networkCanvas';
import { curvePoints, shownStep, train } from './trainingRun';

const networkCards = 10;

async function expectNetwork(page: Page): Promise<void> {
  await expect(cards(page)).toHaveCount(networkCards);
}

/** The charts show a line through several points each. */
async function expectCurves(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Loss & accuracy' }).click();
  for (const chart of ['Loss', 'Accuracy']) expect(await curvePoints(page, chart)).toBeGreaterThan(2);
}

test('a killed engine costs nothing: the run goes on from its last checkpoint', async ({
  page,
  application,
}) => {
  await train(page);
  // A checkpoint is taken at the end of the first epoch.
  await expect.poll(() => shownStep(page), { timeout: 60_000 }).toBeGreaterThan(1_000);
  const engine = await engineProcessId(application);
  process.kill(engine, 'SIGKILL');

  const notice = page.getByRole('alert');
  await expect(notice).toContainText('The engine stopped: the system or another program killed it (SIGKILL)');
  await expect(notice).toContainText(/What was measured up to step [\d,]+ is kept/);
  await expectNetwork(page);
  // The cards and the charts still show what was measured.
  expect(await shownStep(page)).toBeGreaterThan(30);
  await expect(card(page, 'conv1')).toHaveAccessibleName(/gradient −?\d/);
  await expectCurves(page);

  expect(await engineProcessId(application)).not.toBe(engine);
  await expect(notice).toContainText('A new engine is ready', { timeout: 30_000 });
  await notice.getByRole('button', { name: /Resume from step [\d,]+/ }).click();
  await expect.poll(() => shownStep(page), { timeout: 60_000 }).toBeGreaterThan(1_000);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled();
  await expectCurves(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
});

test('an engine that hangs is noticed and can be restarted', async ({ page, application }) => {
  await train(page);
  const engine = await engineProcessId(application);
  process.kill(engine, 'SIGSTOP');

  await expect(page.getByText(/The engine has not responded for \d+ s/)).toBeVisible({ timeout: 15_000 });
  await expectNetwork(page);
  // The window itself goes on working.
  await card(page, 'fc1').click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('fc1');

  await page.getByRole('button', { name: 'Restart engine' }).click();
  await expect.poll(() => isAlive(engine)).toBe(false);
  expect(await engineProcessId(application)).not.toBe(engine);
  await expect(page.getByText(/has not responded/)).toBeHidden({ timeout: 30_000 });
  await expectNetwork(page);
  await expectCurves(page);
  await train(page);
});

test('an engine that goes on after a silence goes on with its run', async ({ page, application }) => {
  await train(page);
  const engine = await engineProcessId(application);
  process.kill(engine, 'SIGSTOP');
  await expect(page.getByText(/has not responded/)).toBeVisible({ timeout: 15_000 });
  process.kill(engine, 'SIGCONT');
  await expect(page.getByText(/has not responded/)).toBeHidden();
  expect(await engineProcessId(application)).toBe(engine);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled();
});

test('an engine that fails again and again is left to the person', async ({ page, application }) => {
  for (let failure = 1; failure <= 4; failure += 1) {
    const engine = await engineProcessId(application);
    process.kill(engine, 'SIGKILL');
    await expect.poll(() => isAlive(engine)).toBe(false);
  }
  await expect(page.getByRole('alert')).toContainText('It failed again and again');
  await expectNetwork(page);
  await page.getByRole('button', { name: 'Restart engine' }).click();
  await engineProcessId(application);
  await expect(page.getByText('It failed again and again')).toBeHidden();
  await train(page);
});

test('an engine that hangs does not outlive the application', async ({ playwright, folder }) => {
  const application = await launchApplication(playwright._electron, `${folder}/profile`);
  await application.firstWindow();
  const engine = await engineProcessId(application);
  process.kill(engine, 'SIGSTOP');
  await closeApplication(application);
  await expect.poll(() => isAlive(engine)).toBe(false);
});
