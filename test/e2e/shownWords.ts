import type { Page } from '@playwright/test';

/** Whatever is read on the page, by eyes or by a screen reader, each once. */
export function shownWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = new Set<string>();
    const visible = (element: Element | null) =>
      element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === true;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode;
      if (visible(parentElement) && parentElement?.closest('code, kbd, [lang="en"]') === null)
        words.add(textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
        if (visible(element)) words.add(element.getAttribute(name) ?? '');
    return [...words].filter((text) => text !== '');
  });
}

/** Titles of layers and of papers, which stay as they are everywhere. */
const names =
  /\b(max|avg|average) pool|(Depthwise|Separable|Transposed) conv|Trainable subsampling|(Batch|Layer|Group|Local response) norm|Zero padding|Zero-pad shortcut|Spatial dropout|Stochastic depth|Sparse-table|Proceedings of the IEEE|Gradient-Based Learning Applied to Document Recognition|Bottou, Bengio and Haffner|Leaky ReLU/gi;

/** English in what is shown: two words of small letters in a row. */
export async function englishShown(page: Page): Promise<string[]> {
  const words = await shownWords(page);
  return words.filter((text) =>
    /[a-z’]{2,}[,:]? [a-z’]{2,}/.test(
      text.replaceAll(/https?:\S+|“[^”]*”|"[^"]*"/g, '').replaceAll(names, ''),
    ),
  );
}

/** Buttons, tabs and labels whose text is cut off, besides those that say the rest on hover. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, [role="tab"], [role="radio"], label, h1, h2, h3, th, dt',
      ),
    ]
      .filter(
        (element) =>
          element.checkVisibility() &&
          element.textContent.trim() !== '' &&
          element.closest('.react-flow') === null,
      )
      .filter(
        ({ scrollWidth, clientWidth, offsetParent }) =>
          offsetParent !== null && clientWidth > 0 && scrollWidth > clientWidth + 1,
      )
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute('aria-label') ?? ''} “${element.textContent}” ${element.scrollWidth} > ${element.clientWidth}`,
      ),
  );
}
