import { app, type Session, session } from 'electron';

/** What the page may ask the system for: copying text, for the details of a failure. */
const permitted = 'clipboard-sanitized-write';

/**
 * Keeps every page of the application where it is: no other address, window, frame or permission. The page may
 * load itself anew only where `reloads` says so, for the development server.
 */
export function guardPages(pageOrigin: string, reloads: boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { readonly url: string; preventDefault(): void }): void => {
      if (!reloads || originOf(event.url) !== pageOrigin) event.preventDefault();
    };
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  guardPermissions(session.defaultSession, pageOrigin);
  guardNetwork(session.defaultSession, pageOrigin);
}

/** What never leaves the machine: the page's own files, and what it makes itself. */
const withinMachine = new Set(['layerwise:', 'data:', 'blob:', 'devtools:', 'chrome-devtools:']);

/**
 * Refuses every request of the page's session that would go over a network, whatever its content security policy says.
 * Updates have a session of their own.
 */
function guardNetwork(pages: Session, pageOrigin: string): void {
  const development = originOf(pageOrigin).replace(/^http/, 'ws');
  pages.webRequest.onBeforeRequest(({ url }, answer) => {
    const own = originOf(url) === originOf(pageOrigin) || originOf(url) === development;
    answer({ cancel: !own && !withinMachine.has(protocolOf(url)) });
  });
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}

function guardPermissions(pages: Session, pageOrigin: string): void {
  pages.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === permitted && originOf(contents.getURL()) === pageOrigin);
  });
  pages.setPermissionCheckHandler((_contents, permission, requestingOrigin) => {
    return permission === permitted && originOf(requestingOrigin) === pageOrigin;
  });
  pages.setDevicePermissionHandler(() => false);
}

/** URL.origin is "null" for our own scheme in Node, which does not know that it has origins. */
function originOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
