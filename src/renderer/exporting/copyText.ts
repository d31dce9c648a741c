import { useNotice } from '../editor/noticeStore';

/**
 * Puts text onto the system's clipboard, and says so. Over plain HTTP from another machine, a page has no clipboard to
 * write to; elsewhere, a person may have refused it.
 */
export async function copyText(what: string, text: string): Promise<void> {
  const copied = await writeText(text);
  useNotice.getState().show(
    copied
      ? { message: `Copied ${what}.`, advice: 'Paste it where you need it.' }
      : {
          message: `The browser did not let Layerwise copy ${what}.`,
          advice: 'Save it as a file instead.',
        },
  );
}

async function writeText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
