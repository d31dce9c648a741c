import type { Command } from '../commands/command';

/** An entry of the palette: something to do, under a heading. */
export interface PaletteEntry {
  readonly command: Command;
  readonly group: string;
  /** What it is about, beside the label. */
  readonly detail?: string;
  /** Something that there is, and no command: of two that fit a search equally, the command is meant. */
  readonly found?: true;
}
