import { choice, type SettingGroup } from '../setting';

export const smoothingSetting = choice({
  id: 'charts.smoothing',
  label: 'Smoothing',
  help: 'How many steps the thick curves of loss and accuracy average over. The thin ones show each step as it was measured.',
  options: [
    { value: 'none', label: 'None' },
    { value: 'light', label: 'Slight' },
    { value: 'medium', label: 'Medium' },
    { value: 'strong', label: 'Strong' },
  ],
  default: 'medium',
});

export const lossScaleSetting = choice({
  id: 'charts.lossScale',
  label: 'Scale of the loss',
  help: 'A logarithmic scale shows progress that a linear one presses flat. The chart has the same choice.',
  options: [
    { value: 'linear', label: 'Linear' },
    { value: 'log', label: 'Log' },
  ],
  default: 'linear',
});

export const charts: SettingGroup = {
  id: 'charts',
  label: 'Charts',
  settings: [smoothingSetting, lossScaleSetting],
};
