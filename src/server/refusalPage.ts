/** A page for people who are not let in: what happened, and what to do. It has no script and no style of its own. */
export function refusalPage(title: string, advice: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title}</title>
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
export const unknownBrowser = refusalPage('Layerwise does not know this browser', again);

/** The token is wrong, or was used before. */
export const spentAddress = refusalPage('This address was used before, or is not complete', again);
