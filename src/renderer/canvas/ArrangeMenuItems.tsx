import { t } from '../language/t';
import { CommandItem, Separator, Submenu } from './MenuItems';

/** What the menu of the right mouse button offers to put several cards in line. */
export function ArrangeMenuItems() {
  return (
    <Submenu label={t`Arrange`}>
      <CommandItem id="arrange.alignLeft" />
      <CommandItem id="arrange.alignCentre" />
      <CommandItem id="arrange.alignRight" />
      <Separator />
      <CommandItem id="arrange.alignTop" />
      <CommandItem id="arrange.alignMiddle" />
      <CommandItem id="arrange.alignBottom" />
      <Separator />
      <CommandItem id="arrange.distributeAcross" />
      <CommandItem id="arrange.distributeDown" />
    </Submenu>
  );
}
