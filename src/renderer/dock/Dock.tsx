import { ChevronDown, ChevronUp } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { LossTab } from '../charts/LossTab';
import { ToolButton } from '../controls/ToolButton';
import { CostTab } from '../costs/CostTab';
import { DiagnosisBadge } from '../diagnosis/DiagnosisBadge';
import { DiagnosisTab } from '../diagnosis/DiagnosisTab';
import { GradientFlowTab } from '../gradients/flow/GradientFlowTab';
import { useHasGradients } from '../gradients/useHasGradients';
import { CompareTab } from '../twin/CompareTab';
import styles from './Dock.module.css';
import { DockHandle } from './DockHandle';
import { type DockTab, useDock } from './dockStore';

const tabs: readonly { readonly tab: DockTab; readonly label: string }[] = [
  { tab: 'loss', label: 'Loss & accuracy' },
  { tab: 'gradients', label: 'Gradient flow' },
  { tab: 'diagnosis', label: 'Diagnosis' },
  { tab: 'compare', label: 'Compare' },
  { tab: 'costs', label: 'Layers & cost' },
];

/** What was measured, under the canvas. */
export function Dock() {
  const { tab, collapsed, height, showTab, toggle } = useDock();
  const empty = !useHasGradients();
  const Chevron = collapsed ? ChevronUp : ChevronDown;
  return (
    <Tabs.Root
      className={styles['dock']}
      data-collapsed={collapsed}
      style={collapsed ? undefined : { height }}
      value={tab}
      onValueChange={(value) => {
        const chosen = tabs.find((candidate) => candidate.tab === value);
        if (chosen !== undefined) showTab(chosen.tab);
      }}
      activationMode="manual"
    >
      <DockHandle />
      <div className={styles['tabs']}>
        <Tabs.List className={styles['list']} aria-label="Charts">
          {tabs.map(({ tab: value, label }) => (
            <Tabs.Trigger key={value} value={value} onClick={() => showTab(value)}>
              {label}
              {value === 'diagnosis' && <DiagnosisBadge />}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <span className={styles['end']}>
          {collapsed && empty && 'Train once to record gradients here'}
          <ToolButton icon aria-label={collapsed ? 'Show the charts' : 'Hide the charts'} onClick={toggle}>
            <Chevron size={16} aria-hidden="true" />
          </ToolButton>
        </span>
      </div>
      {!collapsed && (
        <>
          <Tabs.Content value="loss" className={styles['content']} tabIndex={-1}>
            <LossTab />
          </Tabs.Content>
          <Tabs.Content value="gradients" className={styles['content']} tabIndex={-1}>
            <GradientFlowTab />
          </Tabs.Content>
          <Tabs.Content value="diagnosis" className={styles['content']} tabIndex={-1}>
            <DiagnosisTab />
          </Tabs.Content>
          <Tabs.Content value="compare" className={styles['content']} tabIndex={-1}>
            <CompareTab />
          </Tabs.Content>
          <Tabs.Content value="costs" className={styles['content']} tabIndex={-1}>
            <CostTab />
          </Tabs.Content>
        </>
      )}
    </Tabs.Root>
  );
}
