/** The part of Electron's WebFrameMain by which a sender is recognised. */
export interface Frame {
  readonly origin: string;
  readonly parent: unknown;
}

/** Whether a message comes from the page that this window loaded: its top frame, at the page's own origin. */
export function isOwnFrame(sender: Frame | null, mainFrame: Frame, origin: string): boolean {
  return sender !== null && sender === mainFrame && sender.parent === null && sender.origin === origin;
}
