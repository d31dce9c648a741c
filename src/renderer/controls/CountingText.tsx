/**
 * Words whose figures count on, such as seconds: inside a status or an alert they are there to be read, and are not
 * spoken again at each change.
 */
export function CountingText({ words }: { words: string }) {
  const [, before = words, figure = '', behind = ''] = /^(\D*)(\d+)(.*)$/s.exec(words) ?? [];
  return (
    <>
      {before}
      {figure !== '' && <span aria-live="off">{figure}</span>}
      {behind !== '' && <CountingText words={behind} />}
    </>
  );
}
