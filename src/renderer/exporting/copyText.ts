import { useNotice } from '../editor/noticeStore';
import { t } from '../language/t';

/**
 * Puts text onto the system's clipboard, and says so. Over plain HTTP from another machine, a page has no clipboard to
 * write to; elsewhere, a person may have refused it.
 */
export async function copyText(what: string, text: string): Promise<void> {
  const copied = await writeText(text);
  useNotice.getState().show(
    copied
      ? { message: t`Copied ${what}.`, advice: t`Paste it where you need it.` }
      : {
          message: t`The browser did not let Layerwise copy ${what}.`,
          advice: t`Save it as a file instead.`,
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
