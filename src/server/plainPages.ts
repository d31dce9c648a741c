/** A page for people who see no window yet: what happened, and what to do. It has no script and no style of its own. */
function plainPage(title: string, advice: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
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

const again =
  'Look at the terminal in which Layerwise runs: it has printed a new address. Open that one in this browser; it works once.';

/** The address that was opened has no token, and this browser no session. */
export const unknownBrowser = plainPage('Layerwise does not know this browser', again);

/** The token is wrong, or was used before. */
export const spentAddress = plainPage('This address was used before, or is not complete', again);

/** Leads on to the window by itself. */
export const entrance = plainPage(
  'Layerwise',
  '<a href="/">Open the window</a>',
  '\n    <meta http-equiv="refresh" content="0; url=/" />',
);
