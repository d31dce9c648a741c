import { ChevronDown, ChevronUp } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type ComponentType, useDeferredValue } from 'react';
import { LossTab } from '../charts/LossTab';
import { CodeTab } from '../code/CodeTab';
import { ToolButton } from '../controls/ToolButton';
import { CostTab } from '../costs/CostTab';
import { DiagnosisBadge } from '../diagnosis/DiagnosisBadge';
import { DiagnosisTab } from '../diagnosis/DiagnosisTab';
import { GradientFlowTab } from '../gradients/flow/GradientFlowTab';
import { useHasGradients } from '../gradients/useHasGradients';
import { say } from '../language/say';
import { t } from '../language/t';
import { CompareTab } from '../twin/CompareTab';
import styles from './Dock.module.css';
import { DockHandle } from './DockHandle';
import { type DockTab, useDock } from './dockStore';

interface Tab {
  readonly tab: DockTab;
  readonly label: string;
  readonly Content: ComponentType;
}

const tabs: readonly Tab[] = [
  { tab: 'loss', label: 'Loss & accuracy', Content: LossTab },
  { tab: 'gradients', label: 'Gradient flow', Content: GradientFlowTab },
  { tab: 'diagnosis', label: 'Diagnosis', Content: DiagnosisTab },
  { tab: 'compare', label: 'Compare', Content: CompareTab },
  { tab: 'costs', label: 'Layers & cost', Content: CostTab },
  { tab: 'code', label: 'Code', Content: CodeTab },
];

/** What was measured, under the canvas. */
export function Dock() {
  const { tab, collapsed, height, showTab, toggle } = useDock();
  // A tab is marked at once; what is on it takes long to draw, and comes piece by piece between inputs.
  const drawn = useDeferredValue(tab);
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
        <Tabs.List className={styles['list']} aria-label={t`Charts`}>
          {tabs.map(({ tab: value, label }) => (
            <Tabs.Trigger key={value} value={value} onClick={() => showTab(value)}>
              {say(label)}
              {value === 'diagnosis' && <DiagnosisBadge />}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <span className={styles['end']}>
          {collapsed && empty && t`Train once to record gradients here`}
          <ToolButton icon aria-label={collapsed ? t`Show the charts` : t`Hide the charts`} onClick={toggle}>
            <Chevron size={16} aria-hidden="true" />
          </ToolButton>
        </span>
      </div>
      {!collapsed &&
        tabs.map(({ tab: value, Content }) => (
          <Tabs.Content key={value} value={value} className={styles['content']} tabIndex={-1}>
            {drawn === value && <Content />}
          </Tabs.Content>
        ))}
    </Tabs.Root>
  );
}
