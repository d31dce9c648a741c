import { expect, type Page } from '@playwright/test';
import { type Card, cardOfKind, cardsOnScreen, groundOnScreen } from './cardsOnScreen';
import { drag, moveSlowly, paced, turnWheel } from './hand';

/** Something that a person does to a network, and to which the window should answer at once. */
export interface Interaction {
  readonly name: string;
  /** Brings the window into the state from which it is done. */
  readonly prepare?: (page: Page) => Promise<void>;
  readonly act: (page: Page) => Promise<void>;
  /** Fails where it did not do what it should, so that nothing is measured that didn't happen. */
  readonly check: (page: Page) => Promise<void>;
}

/** Milliseconds between two keys of somebody who types quickly. */
const typing = 80;

/** What is done with a network that is only looked at. */
export const looking: readonly Interaction[] = [
  {
    name: 'Move the view with the wheel',
    act: async (page) => {
      await overGround(page);
      await turnWheel(page, { x: 0, y: 30 }, 25);
      await turnWheel(page, { x: 0, y: -30 }, 25);
    },
    check: somethingInView,
  },
  {
    name: 'Move the view by dragging it',
    act: async (page) => {
      const from = await groundOnScreen(page);
      await drag(page, from, { x: from.x - 260, y: from.y - 120 }, 25);
      await drag(page, { x: from.x - 260, y: from.y - 120 }, from, 25);
    },
    check: somethingInView,
  },
  {
    name: 'Zoom out and in with the wheel',
    act: async (page) => {
      await overGround(page);
      await page.keyboard.down('Control');
      await turnWheel(page, { x: 0, y: 60 }, 16);
      await turnWheel(page, { x: 0, y: -60 }, 16);
      await page.keyboard.up('Control');
    },
    check: somethingInView,
  },
  {
    name: 'Point at cards and edges',
    act: async (page) => {
      const cards = await cardsOnScreen(page);
      const [first, last] = [cards[0], cards[Math.min(cards.length - 1, 5)]];
      if (first === undefined || last === undefined) throw new Error('No cards are in view.');
      await moveSlowly(page, first.middle, last.middle, 40);
    },
    check: somethingInView,
  },
  {
    name: 'Select cards by clicks',
    act: async (page) => {
      const cards = (await cardsOnScreen(page)).filter((_, index) => index % 2 === 0).slice(0, 12);
      for (const { middle } of cards) await paced(() => page.mouse.click(middle.x, middle.y), typing);
    },
    check: (page) => expect(selectedCards(page)).toHaveCount(1),
  },
];

/** What is done at any zoom. */
export const moving: readonly Interaction[] = [
  ...looking,
  {
    name: 'Walk along the cards with the arrow keys',
    prepare: async (page) => click(page, await cardOfKind(page, 'conv2d')),
    act: async (page) => {
      for (let step = 0; step < 12; step += 1) await paced(() => page.keyboard.press('ArrowRight'), typing);
    },
    check: (page) => expect(selectedCards(page)).toHaveCount(1),
  },
  {
    name: 'Drag a card',
    act: async (page) => {
      const { middle } = await cardOfKind(page, 'conv2d');
      await drag(page, middle, { x: middle.x + 90, y: middle.y + 130 }, 40);
    },
    check: (page) => undoSays(page, /Move conv2d_/),
  },
];

/** What is done where cards can be read. */
export const building: readonly Interaction[] = [
  {
    name: 'Type filters of the first convolution',
    prepare: async (page) => {
      await click(page, await cardOfKind(page, 'conv2d'));
      await page.getByRole('textbox', { name: 'Filters' }).click();
    },
    act: (page) => type(page, '24', '32', '16'),
    check: (page) => expect(page.getByRole('textbox', { name: 'Filters' })).toHaveValue('16'),
  },
  {
    name: 'Type the height of the images',
    prepare: async (page) => {
      await click(page, await cardOfKind(page, 'input'));
      await page.getByRole('textbox', { name: 'Height' }).click();
    },
    act: (page) => type(page, '24', '32', '28'),
    check: (page) => expect(page.getByRole('textbox', { name: 'Height' })).toHaveValue('28'),
  },
  {
    name: 'Add layers by a key',
    prepare: async (page) => click(page, await cardOfKind(page, 'conv2d')),
    act: (page) => press(page, 'r', 8),
    check: (page) => undoSays(page, /Insert ReLU/),
  },
  {
    name: 'Undo and redo',
    act: async (page) => {
      await press(page, 'Control+z', 6);
      await press(page, 'Control+Shift+z', 6);
    },
    check: (page) => undoSays(page, /Insert ReLU/),
  },
  {
    name: 'Delete layers',
    act: async (page) => {
      for (const { id, middle } of (await cardsOnScreen(page))
        .filter(({ id }) => /^relu\d/.test(id))
        .slice(0, 8)) {
        await paced(() => page.mouse.click(middle.x, middle.y), typing);
        await paced(() => page.keyboard.press('Delete'), typing);
        await expect(page.locator(`[data-layer="${id}"]`)).toHaveCount(0);
      }
    },
    check: (page) => undoSays(page, /Delete relu/),
  },
  {
    name: 'Draw a connection over other layers',
    act: async (page) => {
      const { source, target } = await lineInView(page);
      await drag(page, target.port, source.middle, 40);
    },
    check: (page) => expect(page.getByText(/would close a loop/)).toBeVisible(),
  },
  {
    name: 'Draw a marquee',
    prepare: async (page) => {
      await overGround(page);
      await page.keyboard.down('Control');
      await turnWheel(page, { x: 0, y: 60 }, 6);
      await page.keyboard.up('Control');
    },
    act: async (page) => {
      const cards = await cardsOnScreen(page);
      const [first, last] = [cards[0], cards.at(-1)];
      if (first === undefined || last === undefined) throw new Error('No cards are in view.');
      await page.keyboard.down('Shift');
      const from = await groundOnScreen(page);
      await drag(page, from, { x: from.x + 500, y: from.y + 350 }, 40);
      await page.keyboard.up('Shift');
    },
    check: async (page) => expect(await selectedCards(page).count()).toBeGreaterThan(10),
  },
  {
    name: 'Drag the selected cards',
    act: async (page) => {
      const middle = await selectedCards(page)
        .first()
        .evaluate((card) => {
          const { left, top, width, height } = card.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        });
      await drag(page, middle, { x: middle.x + 60, y: middle.y + 80 }, 40);
    },
    check: (page) => undoSays(page, /Move \d+ cards/),
  },
];

function selectedCards(page: Page) {
  return page.getByRole('region', { name: 'Network' }).locator('[data-layer][aria-pressed="true"]');
}

async function somethingInView(page: Page): Promise<void> {
  expect((await cardsOnScreen(page)).length).toBeGreaterThan(10);
}

/** The cards at both ends of a connection, of which the first takes connections, too: a line back would close a loop. */
async function lineInView(page: Page): Promise<{ readonly source: Card; readonly target: Card }> {
  const cards = new Map((await cardsOnScreen(page)).map((card) => [card.id, card]));
  const lines = await page
    .locator('.react-flow__edge')
    .evaluateAll((edges) => edges.map((edge) => edge.getAttribute('data-id') ?? ''));
  for (const line of lines) {
    const [from = '', to = ''] = line.split('>');
    const [source, target] = [cards.get(from), cards.get(to)];
    if (source !== undefined && target !== undefined && from !== 'input') return { source, target };
  }
  throw new Error('No connection is in view with both of its cards.');
}

/** The Undo button names what it would take back. */
async function undoSays(page: Page, edit: RegExp): Promise<void> {
  await expect(page.getByRole('button', { name: /^Undo: / })).toHaveAccessibleName(edit);
}

async function overGround(page: Page): Promise<void> {
  const { x, y } = await groundOnScreen(page);
  await page.mouse.move(x, y);
}

async function click(page: Page, { middle }: Card): Promise<void> {
  await page.mouse.click(middle.x, middle.y);
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await paced(() => page.keyboard.press(key), typing);
}

/** Replaces what a field holds by each text in turn, key by key. */
async function type(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await paced(() => page.keyboard.press('Control+a'), typing);
    for (const digit of text) await paced(() => page.keyboard.press(digit), typing);
  }
}
