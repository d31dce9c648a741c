import { expect, type Page } from '@playwright/test';
import { cardsOnScreen } from '../editing/cardsOnScreen';
import { drag, middleOf, type Point, paced, turnWheel } from '../editing/hand';
import { type Interaction, looking } from '../editing/interactions';

/** Milliseconds between two clicks or keys of somebody who is quick. */
const quick = 120;

const dockTabs = ['Loss & accuracy', 'Gradient flow', 'Diagnosis', 'Layers & cost', 'Code'] as const;

/** What is done to a network that trains: its structure is locked, all else goes on. */
export const trainingInputs: readonly Interaction[] = [
  ...looking,
  {
    name: 'Walk along the cards with the arrow keys',
    prepare: async (page) => {
      const { x, y } = await firstCard(page);
      await page.mouse.click(x, y);
    },
    act: async (page) => {
      for (let step = 0; step < 16; step += 1) await paced(() => page.keyboard.press('ArrowRight'), quick);
    },
    check: (page) => expect(page.locator('[data-layer][aria-pressed="true"]')).toHaveCount(1),
  },
  {
    name: 'Drag a card',
    act: async (page) => {
      const from = await firstCard(page);
      await drag(page, from, { x: from.x + 60, y: from.y + 40 }, 30);
    },
    check: (page) => expect(page.locator('[data-layer][aria-pressed="true"]')).toHaveCount(1),
  },
  {
    name: 'Type in the command palette',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox')).toBeFocused();
    },
    act: async (page) => {
      for (const letter of 'gradient') await paced(() => page.keyboard.press(letter), quick);
      for (let key = 0; key < 8; key += 1) await paced(() => page.keyboard.press('Backspace'), quick);
      for (const letter of 'theme') await paced(() => page.keyboard.press(letter), quick);
    },
    check: async (page) => {
      await expect(page.getByRole('combobox')).toHaveValue('theme');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'Open the tabs of the dock',
    // Where the dock was closed, its tabs lie elsewhere once it is open.
    prepare: (page) => page.getByRole('tab', { name: 'Gradient flow' }).click(),
    act: async (page) => {
      const places: Point[] = [];
      for (const name of dockTabs) places.push(await middleOf(page.getByRole('tab', { name })));
      for (let round = 0; round < 2; round += 1)
        for (const { x, y } of places) await paced(() => page.mouse.click(x, y), 400);
    },
    check: (page) => expect(page.getByRole('tab', { name: 'Code' })).toHaveAttribute('aria-selected', 'true'),
  },
  {
    name: 'Scroll the table of costs',
    prepare: async (page) => {
      await page.getByRole('tab', { name: 'Layers & cost' }).click();
      const { x, y } = await middleOf(page.getByRole('tabpanel', { name: 'Layers & cost' }));
      await page.mouse.move(x, y + 40);
      await page.waitForTimeout(800);
    },
    act: async (page) => {
      await turnWheel(page, { x: 0, y: 80 }, 30);
      await turnWheel(page, { x: 0, y: -80 }, 30);
    },
    check: async (page) => {
      await page.getByRole('tab', { name: 'Gradient flow' }).click();
    },
  },
];

async function firstCard(page: Page): Promise<Point> {
  const [card] = await cardsOnScreen(page);
  if (card === undefined) throw new Error('No cards are in view.');
  return card.middle;
}
