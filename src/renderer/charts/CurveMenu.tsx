import { Spline } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import menu from '../controls/Menu.module.css';
import { MenuChoice } from '../controls/MenuChoice';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import { lossScaleSetting, smoothingSetting } from '../settings/groups/charts';
import { changeSetting, useSetting } from '../settings/settingsStore';
import { spokenOptions } from '../settings/spokenOptions';
import type { LossScale } from './curveAxes';

interface CurveMenuProps<Value extends LossScale> {
  scale: Value;
  /** Scales of losses that are offered. */
  scales: readonly { readonly value: Value; readonly label: string }[];
  onScale: (scale: Value) => void;
}

/** How curves are drawn. */
export function CurveMenu<Value extends LossScale>({ scale, scales, onScale }: CurveMenuProps<Value>) {
  const smoothing = useSetting(smoothingSetting);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <ToolButton icon aria-label={t`Look of the curves`}>
          <Spline size={16} aria-hidden="true" />
        </ToolButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} align="end" sideOffset={4} collisionPadding={8}>
          <MenuChoice
            heading={t`Smoothing`}
            value={smoothing}
            options={spokenOptions(smoothingSetting)}
            onChange={(value) => changeSetting(smoothingSetting, value)}
          />
          <DropdownMenu.Separator className={menu['separator']} />
          <MenuChoice heading={t`Scale of the loss`} value={scale} options={scales} onChange={onScale} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Where the scale may also go by the values. */
export function scalesWithAuto(): CurveMenuProps<LossScale>['scales'] {
  return [{ value: 'auto', label: t`By the range of the loss` }, ...spokenOptions(lossScaleSetting)];
}
