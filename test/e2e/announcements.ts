import type { Page } from '@playwright/test';

/** Something that a screen reader says by itself: what was said, and in ms since it began to listen. */
export interface Announcement {
  readonly at: number;
  readonly words: string;
}

/**
 * Listens for what screen readers say by themselves: a change of what a status, an alert or another live region holds.
 * The function that it returns tells what was said since.
 */
export async function listenForAnnouncements(page: Page): Promise<() => Promise<readonly Announcement[]>> {
  const heard: Announcement[] = [];
  await page.exposeFunction('noteAnnouncement', (at: number, words: string) => heard.push({ at, words }));
  await page.evaluate(() => {
    const begin = performance.now();
    /** The live region that an element is in; null where the nearest one is turned off. */
    const regionOf = (element: Element | null): Element | null => {
      const nearest = element?.closest('[aria-live], [role="status"], [role="alert"], [role="log"], output');
      return nearest == null || nearest.getAttribute('aria-live') === 'off' ? null : nearest;
    };
    const tell: unknown = Reflect.get(globalThis, 'noteAnnouncement');
    const observer = new MutationObserver((records) => {
      const regions = new Set(
        records.flatMap(({ target, addedNodes, type }) => {
          if (type === 'childList' && addedNodes.length === 0) return [];
          const added = [...addedNodes].filter((node) => node instanceof Element);
          const within = added.flatMap((element) => [
            ...element.querySelectorAll('[role="alert"], [role="status"], output'),
          ]);
          const around = target instanceof Element ? target : target.parentElement;
          return [around, ...added, ...within].map(regionOf);
        }),
      );
      for (const region of regions) {
        const words = region?.textContent?.trim() ?? '';
        if (words !== '' && typeof tell === 'function') tell(performance.now() - begin, words);
      }
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
  return async () => {
    // What has changed is told in a task of its own.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    return heard.splice(0);
  };
}
