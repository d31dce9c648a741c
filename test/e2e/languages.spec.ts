import type { Page } from '@playwright/test';
import { recordSaveDialogs } from './dialogs';
import { expect, test } from './launchApplication';
import { picture } from './pictures';
import { cutOff, englishShown } from './shownWords';

/** What the window can show, by the names of the buttons that lead there. */
const english = { language: 'Language', views: ['Templates', 'Laboratory', 'Runs', 'Settings'] } as const;
const korean = { language: '언어', views: ['템플릿', '실험실', '실행 기록', '설정'] } as const;
const tabs = ['diagnosis', 'compare', 'cost', 'code'] as const;

async function speak(page: Page, menu: string, language: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitemradio', { name: language }).click();
}

test('in both languages and themes every view speaks it, and nothing is cut off', async ({
  page,
  application,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const open = (name: string) =>
    page.getByRole('navigation').getByRole('button', { name, exact: true }).click();

  await test.step('English', async () => {
    expect(await cutOff(page)).toEqual([]);
    for (const view of english.views) {
      await open(view);
      expect.soft(await cutOff(page), view).toEqual([]);
      await open(view);
    }
  });

  await test.step('Korean, chosen with the mouse', async () => {
    await speak(page, english.language, '한국어');
    await expect(page.locator(':root')).toHaveAttribute('lang', 'ko');
    await expect(page.getByRole('button', { name: '학습 시작', exact: true })).toBeVisible();
    await page.locator('[data-layer]').nth(1).click();
    expect.soft(await englishShown(page)).toEqual([]);
    expect.soft(await cutOff(page)).toEqual([]);
    await picture(page, 'korean-light');
    const menus = await application.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.flatMap(({ label, submenu }) => [
        label,
        ...(submenu?.items ?? []).map((item) => item.label),
      ]),
    );
    expect.soft(menus).toEqual(expect.arrayContaining(['파일', '붙여넣기', '전체 화면', '끝내기']));
    expect.soft(menus?.filter((label) => /[a-z]{2} [a-z]{2}/.test(label))).toEqual([]);
    const titles = await recordSaveDialogs(application);
    await page.keyboard.press('Control+s');
    await expect.poll(titles).toEqual(['프로젝트 저장']);
    for (const view of korean.views) {
      await open(view);
      expect.soft(await englishShown(page), view).toEqual([]);
      expect.soft(await cutOff(page), view).toEqual([]);
      await picture(page, `korean-${korean.views.indexOf(view)}-light`);
      await open(view);
    }
    await page.getByRole('button', { name: '어두운 테마' }).click();
    for (const [place] of tabs.entries()) {
      await page
        .getByRole('tab')
        .nth(place + 2)
        .click();
      expect.soft(await englishShown(page), tabs[place]).toEqual([]);
      expect.soft(await cutOff(page), tabs[place]).toEqual([]);
      await picture(page, `korean-${tabs[place]}-dark`);
    }
  });

  await test.step('with a run under way', async () => {
    const facts = page.getByRole('contentinfo');
    await page.getByRole('button', { name: '학습 시작', exact: true }).click();
    await expect(facts).toContainText(/스텝 ?\d+ \/ [\d,]+/, { timeout: 60_000 });
    expect.soft(await englishShown(page)).toEqual([]);
    expect.soft(await cutOff(page)).toEqual([]);
    await page.getByRole('button', { name: '중지', exact: true }).click();
    await expect(facts).toContainText('중지됨');
    expect.soft(((await facts.textContent()) ?? '').replaceAll('TensorFlow', '')).not.toMatch(/[a-z]{4}/);
  });

  await test.step('and back', async () => {
    await speak(page, korean.language, 'English');
    await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  });
});
