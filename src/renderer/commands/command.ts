import type { LucideIcon } from 'lucide-react';

/** Where a command's keys work. */
export type CommandScope =
  /** Always, except while a text box, a menu or a dialog has a use for them. */
  | 'window'
  /** Also while text is typed. */
  | 'typing'
  /** While the network is in view. */
  | 'network'
  /** While the network is in view, also while text is typed beside it. */
  | 'networkTyping'
  /** While the focus is on the canvas. */
  | 'canvas'
  /** While a layer's card has the focus, or nothing has. */
  | 'card';

/** Something that a person can do with the window: in a menu, by keys, in the palette. */
export interface Command {
  /** `group.name`; kept shortcuts and the palette's memory know it by this. */
  readonly id: string;
  /** In the window's language: "Save as…". The dots say that something is asked first. */
  label(): string;
  /** Chords, as `chordOf` writes them, the first being the one that is shown. A person may give it others. */
  readonly keys?: readonly string[];
  /** Where its keys work; in the network, where nothing is said. */
  readonly scope?: CommandScope;
  readonly icon?: LucideIcon;
  /** More words that the palette finds it by. */
  words?(): string;
  /** Why it can't be done now, in a sentence or two; null where it can. */
  obstacle?(): string | null;
  perform(): void;
  /** True where a key that is held down does it again and again. */
  readonly repeats?: boolean;
  /** True where the palette would be a detour: it is only of use by key, or comes from outside. */
  readonly unlisted?: boolean;
}

/** Commands that belong together, under a heading. */
export interface CommandGroup {
  readonly id: string;
  label(): string;
  readonly commands: readonly Command[];
}

/** Whether the network should be in view for it. */
export function isAboutNetwork({ scope = 'network' }: Pick<Command, 'scope'>): boolean {
  return scope !== 'window' && scope !== 'typing';
}
