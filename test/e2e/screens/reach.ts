import type { Page } from '@playwright/test';

/**
 * What can't be pressed or read where it is shown, a line each: targets that lie beyond an edge and can't be scrolled to,
 * targets that something else covers, and lists that show less than two of their lines at a time. Cards of the canvas may
 * lie anywhere, for it is panned.
 */
export function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const tolerance = 1.5;
    const leastList = 48;
    const targets =
      'button, a[href], input:not([type="hidden"]), select, textarea, summary, [role="tab"], [role="radio"], [role="switch"], [role="option"], [role="menuitem"], [role="menuitemradio"]';
    /** Shares of a target's width and height: its middle, and near its edges. */
    const points = [
      [0.5, 0.5],
      [0.15, 0.5],
      [0.85, 0.5],
      [0.5, 0.25],
      [0.5, 0.85],
    ] as const;

    const named = (element: Element) => {
      const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return `${element.tagName.toLowerCase()}.${element.classList.item(0) ?? ''} “${text.trim().slice(0, 60)}”`;
    };
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('[inert], .react-flow__viewport, .react-flow__minimap, figure') === null;
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

    /** The part of the window in which an element can be seen, and what cuts it off for good. */
    const viewOf = (element: Element, box: DOMRect) => {
      const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      let [sideways, upAndDown] = [false, false];
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        const whole = at === document.body;
        const edge = whole ? new DOMRect(0, 0, innerWidth, innerHeight) : at.getBoundingClientRect();
        const clipsAcross = whole || style.overflowX !== 'visible';
        const clipsAlong = whole || style.overflowY !== 'visible';
        sideways ||= scrolls(style.overflowX) && at.scrollWidth > at.clientWidth;
        upAndDown ||= scrolls(style.overflowY) && at.scrollHeight > at.clientHeight;
        const outAcross = box.right > edge.right + tolerance || box.left < edge.left - tolerance;
        const outAlong = box.bottom > edge.bottom + tolerance || box.top < edge.top - tolerance;
        if ((clipsAcross && !sideways && outAcross) || (clipsAlong && !upAndDown && outAlong))
          return { view, cutBy: at };
        if (clipsAcross)
          [view.left, view.right] = [Math.max(view.left, edge.left), Math.min(view.right, edge.right)];
        if (clipsAlong)
          [view.top, view.bottom] = [Math.max(view.top, edge.top), Math.min(view.bottom, edge.bottom)];
        if (style.position === 'fixed') {
          const outside =
            (!sideways && (box.left < -tolerance || box.right > innerWidth + tolerance)) ||
            (!upAndDown && (box.top < -tolerance || box.bottom > innerHeight + tolerance));
          if (outside) return { view, cutBy: document.body };
          break;
        }
      }
      return { view, cutBy: null };
    };

    /** The head or foot of a list, from under which all else is scrolled. */
    const staysInView = (element: Element) => {
      for (let at: Element | null = element; at !== null; at = at.parentElement)
        if (getComputedStyle(at).position === 'sticky') return true;
      return false;
    };

    /** What lies over it where it is pressed. */
    const coverOf = (element: Element, box: DOMRect) => {
      for (const [across, along] of points) {
        const hit = document.elementFromPoint(box.left + box.width * across, box.top + box.height * along);
        if (hit === null || element.contains(hit) || hit.contains(element)) continue;
        if (!staysInView(hit)) return hit;
      }
      return null;
    };

    const above = [...document.querySelectorAll('dialog[open], [role="dialog"], [role="menu"]')];
    const root = above.at(-1) ?? document.body;
    const found: string[] = [];
    const edges = root.getBoundingClientRect();
    if (
      edges.left < -tolerance ||
      edges.right > innerWidth + tolerance ||
      edges.top < -tolerance ||
      edges.bottom > innerHeight + tolerance
    )
      found.push(`reaches beyond the window: ${named(root)}`);
    for (const target of root.querySelectorAll(targets)) {
      const element = target.closest('label') ?? target;
      const box = element.getBoundingClientRect();
      // Those for screen readers alone have next to no size.
      if (!isShown(element) || box.width < 4 || box.height < 4) continue;
      const { view, cutBy } = viewOf(element, box);
      if (cutBy !== null) found.push(`cut off: ${named(element)} by ${named(cutBy)}`);
      const whole =
        box.left >= view.left - 1 &&
        box.right <= view.right + 1 &&
        box.top >= view.top - 1 &&
        box.bottom <= view.bottom + 1;
      const cover = cutBy === null && whole ? coverOf(element, box) : null;
      if (cover !== null) found.push(`covered: ${named(element)} by ${named(cover)}`);
    }
    for (const list of root.querySelectorAll('*'))
      if (
        list.clientHeight < leastList &&
        list.scrollHeight > list.clientHeight + tolerance &&
        list.querySelector(targets) !== null &&
        scrolls(getComputedStyle(list).overflowY) &&
        isShown(list)
      )
        found.push(`only ${list.clientHeight} px of it are seen: ${named(list)}`);
    return [...new Set(found)];
  });
}
