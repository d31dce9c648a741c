import { updateSettingId } from '../../../protocol/updateChoice';
import { type SettingGroup, toggle } from '../setting';

export const updateSetting = toggle({
  id: updateSettingId,
  label: 'Look for updates at the start',
  help: 'Reads one small file at the address that this copy was made with, and sends nothing about you. Nothing is fetched unasked.',
  default: true,
});

export const updates: SettingGroup = { id: 'updates', label: 'Updates', settings: [updateSetting] };
