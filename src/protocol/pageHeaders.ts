/**
 * The style sheets that components of the page's libraries write into it, by their digest. The versions are
 * pinned; a new version with another sheet shows as an error in the page's console, which names its digest.
 */
const libraryStyles = [
  // react-remove-scroll-bar 2.3.8, under Radix's dialogs, menus and selects
  'sha256-YR2KRkjJP6xmin5kOXgavuDFOo/xHLUmG5gv6gcyWvk=',
  // The same under Radix's modal dialogs, whose body is positioned
  'sha256-nzTgYzXYDNe6BAHiiI7NNlfK8n/auuOAhh2t92YvuXo=',
  // Select.Viewport of radix-ui 1.8.1
  'sha256-441zG27rExd4/il+NvIqyL8zFx5XmyNQtE381kSkUJk=',
];

const own = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${libraryStyles.map((digest) => `'${digest}'`).join(' ')}`,
  "img-src 'self' data:",
  "font-src 'self'",
];
const closed = ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];

/**
 * What the page may load: its own files and nothing else. No inline script, no style sheet but the above, no
 * frames, no forms; no network but the sources in `connections`, by which a browser reaches its engine. What React
 * and React Flow set on single elements goes through the CSSOM, which the policy allows.
 */
function contentSecurityPolicy(connections: readonly string[]): string {
  const connect = connections.length === 0 ? [] : [`connect-src ${connections.join(' ')}`];
  return [...own, ...connect, ...closed].join('; ');
}

/** Headers of every file of the page, in the application and served alike. */
export function pageHeaders(contentType: string, connections: readonly string[]): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy(connections),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
