import type { Language } from '../language/languages';

/** A page in the languages of the window. */
type PlainPages = Readonly<Record<Language, string>>;

/** A page for people who see no window yet: what happened, and what to do. It has no script and no style of its own. */
function plainPage(language: Language, title: string, advice: string, head = ''): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>${head}
  </head>
  <body>
    <h1>${title}</h1>
    <p>${advice}</p>
  </body>
</html>
`;
}

const again = {
  en: 'Look at the terminal in which Layerwise runs: it has printed a new address. Open that one in this browser; it works once.',
  ko: 'Layerwise를 실행한 터미널을 보십시오. 새 주소가 출력되어 있습니다. 그 주소를 이 브라우저에서 여십시오. 한 번만 쓸 수 있습니다.',
} as const;

/** The address that was opened has no token, and this browser no session. */
export const unknownBrowser: PlainPages = {
  en: plainPage('en', 'Layerwise does not know this browser', again.en),
  ko: plainPage('ko', 'Layerwise가 모르는 브라우저입니다', again.ko),
};

/** The token is wrong, or was used before. */
export const spentAddress: PlainPages = {
  en: plainPage('en', 'This address was used before, or is not complete', again.en),
  ko: plainPage('ko', '이미 쓴 주소이거나 온전하지 않은 주소입니다', again.ko),
};

const toWindow = '\n    <meta http-equiv="refresh" content="0; url=/" />';

/** Leads on to the window by itself. */
export const entrance: PlainPages = {
  en: plainPage('en', 'Layerwise', '<a href="/">Open the window</a>', toWindow),
  ko: plainPage('ko', 'Layerwise', '<a href="/">창 열기</a>', toWindow),
};
