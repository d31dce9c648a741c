import { create } from 'zustand';
import {
  type ShortcutOption,
  shortcutOptionLabels,
  shortcutOptions,
} from '../../../network/graph/shortcuts/shortcutOption';
import type { Segment } from '../../controls/SegmentedControl';

const optionKey = 'layerwise.shortcutOption';

/** What shortcuts do where shapes differ, as it was chosen last. */
export const useSkipOption = create<{ readonly option: ShortcutOption }>(() => ({
  option: readOption(localStorage.getItem(optionKey)) ?? 'B',
}));

export function chooseSkipOption(option: ShortcutOption): void {
  localStorage.setItem(optionKey, option);
  useSkipOption.setState({ option });
}

/** The options, each with its letter, as they are offered. */
export const skipOptionSegments: readonly Segment<ShortcutOption>[] = shortcutOptions.map((value) => ({
  value,
  label: `${value}: ${shortcutOptionLabels[value]}`,
}));

/** The option that a letter stands for. */
export function readOption(letter: string | null): ShortcutOption | null {
  return shortcutOptions.find((option) => option === letter?.toUpperCase()) ?? null;
}
