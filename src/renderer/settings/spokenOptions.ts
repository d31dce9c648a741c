import type { Segment } from '../controls/SegmentedControl';
import { say } from '../language/say';
import type { ChoiceSetting } from './setting';

/** What a setting can be chosen among, in the window's language. */
export function spokenOptions<Value extends string>({
  options,
}: ChoiceSetting<Value>): readonly Segment<Value>[] {
  return options.map(({ value, label }) => ({ value, label: say(label) }));
}
