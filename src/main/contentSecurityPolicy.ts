/**
 * The style sheets that components of the page's libraries write into it, by their digest. The versions are
 * pinned; a new version with another sheet shows as an error in the page's console, which names its digest.
 */
const libraryStyles = [
  // react-remove-scroll-bar 2.3.8, under Radix's dialogs, menus and selects
  'sha256-YR2KRkjJP6xmin5kOXgavuDFOo/xHLUmG5gv6gcyWvk=',
  // Select.Viewport of radix-ui 1.8.1
  'sha256-441zG27rExd4/il+NvIqyL8zFx5XmyNQtE381kSkUJk=',
];

/**
 * What the page may load: its own files and nothing else. No inline script, no style sheet but the above, no
 * network, no frames, no forms. What React and React Flow set on single elements goes through the CSSOM, which
 * the policy allows.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${libraryStyles.map((digest) => `'${digest}'`).join(' ')}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
