/** Pastes what the clipboard holds, as the keys would. False where the browser, or the person, keeps it from the page. */
export async function pasteFromClipboard(): Promise<boolean> {
  const text = await navigator.clipboard.readText().catch(() => null);
  if (text === null) return false;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.body.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
  return true;
}
