import type { Page } from '@playwright/test';

/** Drags a file of the system over the middle of the window, as a file manager does, and drops it there or goes on holding it. */
export async function dragFile(page: Page, path: string, end: 'drop' | 'hold'): Promise<void> {
  // Only a file input gives a test such a file.
  await page.evaluate(() => {
    const input = document.body.appendChild(document.createElement('input'));
    input.type = 'file';
    input.id = 'dragged';
    input.hidden = true;
  });
  await page.locator('#dragged').setInputFiles(path);
  await page.evaluate(
    (kinds) => {
      const input = document.querySelector<HTMLInputElement>('#dragged');
      const file = input?.files?.[0];
      if (file === undefined) throw new Error('No file was chosen.');
      input?.remove();
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      for (const kind of kinds)
        target?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    end === 'drop' ? ['dragover', 'drop'] : ['dragover'],
  );
}
