import type { Locator, Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Milliseconds between the moves of a pointer: a mouse reports itself about as often as a screen is drawn. */
const pace = 16;

/** Moves the pointer along a line as a hand does, in moves of a mouse's pace. */
export async function moveSlowly(page: Page, from: Point, to: Point, moves: number): Promise<void> {
  for (let move = 1; move <= moves; move += 1) {
    const share = move / moves;
    await paced(() => page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share));
  }
}

/** Presses at one place, moves to another, and lets go there. */
export async function drag(page: Page, from: Point, to: Point, moves: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await moveSlowly(page, from, to, moves);
  await page.mouse.up();
}

/** Turns the wheel by `delta` px, `turns` times. */
export async function turnWheel(page: Page, delta: Point, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await paced(() => page.mouse.wheel(delta.x, delta.y));
}

/** Does something, and waits for what is left of a mouse's pace. */
export async function paced(act: () => Promise<void>, milliseconds = pace): Promise<void> {
  const until = performance.now() + milliseconds;
  await act();
  const left = until - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

/** The middle of what an element takes up on the screen. */
export async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`${element} has no place on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
