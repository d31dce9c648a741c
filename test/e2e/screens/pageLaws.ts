import type { Page } from '@playwright/test';

/**
 * What breaks a law that holds on every screen, a line each: the page itself never scrolls, no text is cut off that
 * neither scrolls nor ends in an ellipsis, what is pressed is 24 px wide and high, stands clear of its neighbours or is
 * a word of a sentence (WCAG 2.5.8), and nothing moves, since less motion is asked for. Cards of the canvas may be as
 * small as the person zooms them, and so may the layers of a chart, which the canvas and a table have, too.
 */
export function brokenLaws(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const smallestTarget = 24;
    const tolerance = 1.5;
    const targets =
      'button, a[href], input:not([type="hidden"]), select, textarea, summary, [role="tab"], [role="radio"], [role="switch"], [role="option"], [role="menuitem"], [role="menuitemradio"]';

    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('[inert]') === null;
    const named = (element: Element) => {
      const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return `${element.tagName.toLowerCase()}.${element.classList.item(0) ?? ''} “${text.trim().slice(0, 60)}”`;
    };
    const onCanvas = (element: Element) =>
      element.closest('.react-flow__viewport, .react-flow__minimap') !== null;
    const inChart = (element: Element) => element.closest('figure') !== null;
    const above = [...document.querySelectorAll('dialog[open], [role="dialog"], [role="menu"]')];
    const root = above.at(-1) ?? document.body;

    /** For screen readers alone. */
    const isUnseen = (element: Element) => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { clip, clipPath, position } = getComputedStyle(at);
        if (position === 'absolute' && (clip !== 'auto' || clipPath !== 'none')) return true;
      }
      return false;
    };

    /** The nearest element around a text that cuts it off at an edge, in that direction. */
    const cutBy = (element: Element, axis: 'overflowX' | 'overflowY') => {
      for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.position === 'fixed') return null;
        if (style[axis] === 'auto' || style[axis] === 'scroll') return null;
        if (axis === 'overflowX' && style.textOverflow === 'ellipsis') return null;
        if (axis === 'overflowY' && style.webkitLineClamp !== 'none') return null;
        if (style[axis] === 'hidden' || style[axis] === 'clip') return at;
      }
      return null;
    };

    const cutTexts = () => {
      const found: string[] = [];
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (element === null || texts.currentNode.textContent?.trim() === '') continue;
        if (!isShown(element) || onCanvas(element) || isUnseen(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const text = range.getBoundingClientRect();
        if (text.width === 0) continue;
        const [across, along] = [cutBy(element, 'overflowX'), cutBy(element, 'overflowY')];
        const [sides, ends] = [across?.getBoundingClientRect(), along?.getBoundingClientRect()];
        if (
          sides !== undefined &&
          (text.right > sides.right + tolerance || text.left < sides.left - tolerance)
        )
          found.push(`cut off at a side: ${named(element)}`);
        // A line is higher than its letters.
        if (ends !== undefined && (text.bottom > ends.bottom + 4 || text.top < ends.top - 4))
          found.push(`cut off above or below: ${named(element)}`);
        const block = element.closest<HTMLElement>(
          'button, [role], label, td, th, caption, dt, dd, p, h1, h2, h3, li, div',
        );
        if (
          block !== null &&
          getComputedStyle(block).overflowX === 'visible' &&
          getComputedStyle(element).overflowX === 'visible' &&
          element.namespaceURI !== 'http://www.w3.org/2000/svg' &&
          getComputedStyle(element).position !== 'absolute' &&
          text.right > block.getBoundingClientRect().right + tolerance
        )
          found.push(`runs over its box: ${named(element)} in ${named(block)}`);
      }
      return found;
    };

    /** What is left of an element beside the edges of what scrolls around it; whole where it is scrolled out half. */
    const seenPart = (element: Element) => {
      const box = element.getBoundingClientRect();
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        const { overflowX } = getComputedStyle(at);
        if (overflowX !== 'auto' && overflowX !== 'scroll') continue;
        const edge = at.getBoundingClientRect();
        const [left, right] = [Math.max(box.left, edge.left), Math.min(box.right, edge.right)];
        if (right - left >= smallestTarget) return new DOMRect(left, box.top, right - left, box.height);
      }
      return box;
    };

    /** What an element is scrolled in, and whether that hides some of it now. */
    const scrolling = (element: Element, { left, right, top, bottom }: DOMRect) => {
      const scrolls = (overflow: string, whole: number, seen: number) =>
        (overflow === 'auto' || overflow === 'scroll') && whole > seen;
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        const along = scrolls(overflowY, at.scrollHeight, at.clientHeight);
        if (!along && !scrolls(overflowX, at.scrollWidth, at.clientWidth)) continue;
        const edge = at.getBoundingClientRect();
        const outside = left < edge.left || right > edge.right || top < edge.top || bottom > edge.bottom;
        return { scroller: at, hidden: outside };
      }
      return { scroller: null, hidden: false };
    };
    const isOfSentence = ({ parentElement, textContent }: Element) =>
      parentElement?.tagName === 'P' && parentElement.textContent !== textContent;

    const smallTargets = () => {
      const shown = [...root.querySelectorAll<HTMLElement>(targets)]
        .map((element) => element.closest('label') ?? element)
        .filter(
          (element) =>
            isShown(element) &&
            !onCanvas(element) &&
            !inChart(element) &&
            !isUnseen(element) &&
            !isOfSentence(element),
        )
        .map((element) => {
          const box = seenPart(element);
          return { element, box, ...scrolling(element, box) };
        })
        .filter(({ element, box }) => box.width > 0 && getComputedStyle(element).display !== 'inline');
      const isSmall = ({ width, height }: DOMRect) =>
        width < smallestTarget - 0.5 || height < smallestTarget - 0.5;
      // A circle of 24 px around a small one touches neither another target nor its circle.
      const isClear = ({ element, box, scroller, hidden }: (typeof shown)[number]) => {
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return shown.every(({ element: other, box: far, ...its }) => {
          // One of them is to be scrolled to where it meets the other no more.
          if (scroller !== its.scroller && (hidden || its.hidden)) return true;
          if (other === element || other.contains(element) || element.contains(other)) return true;
          const distance = isSmall(far)
            ? Math.hypot(far.x + far.width / 2 - x, far.y + far.height / 2 - y) - smallestTarget / 2
            : Math.hypot(Math.max(far.left - x, 0, x - far.right), Math.max(far.top - y, 0, y - far.bottom));
          return distance >= smallestTarget / 2 - 0.5;
        });
      };
      return shown
        .filter((target) => isSmall(target.box) && !isClear(target))
        .map(({ element, box }) => `too small to press: ${named(element)} ${box.width}×${box.height}`);
    };

    const { scrollWidth, scrollHeight } = document.documentElement;
    const scrolls =
      scrollWidth > innerWidth || scrollHeight > innerHeight
        ? [`the page scrolls: ${scrollWidth}×${scrollHeight}`]
        : [];
    const moving = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => effect instanceof KeyframeEffect && effect.target)
      .map((target) => `moves though motion is reduced: ${target instanceof Element ? named(target) : ''}`);
    return [...new Set([...scrolls, ...cutTexts(), ...smallTargets(), ...moving])];
  });
}
