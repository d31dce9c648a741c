import type { WindowInLanguage } from './windowInLanguage';

/** Something that the window can show, and the way there from the network. */
export interface Screen {
  readonly name: string;
  readonly open: (window: WindowInLanguage) => Promise<void>;
  /** What takes back what that has changed. */
  readonly close?: (window: WindowInLanguage) => Promise<void>;
}

/** A screen that a command of the palette leads to. */
export function byCommand(name: string, command: string, then?: Screen['open']): Screen {
  return {
    name,
    open: async (window) => {
      await window.perform(command);
      await then?.(window);
    },
  };
}

/** The tab of the dock. */
export function dockTab(name: string, tab: string): Screen {
  return byCommand(name, `view.dock.${tab}`);
}
