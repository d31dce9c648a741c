import type { TermId } from '../../network/glossary/glossary';
import { bytesQuantity } from '../format/bytes';
import { formatInteger, type Quantity, quantity } from '../format/numbers';
import { ExplainedTerm } from '../glossary/ExplainedTerm';
import { t } from '../language/t';
import styles from './CostSection.module.css';
import { Section } from './Section';

interface CostSectionProps {
  trainable: number;
  nonTrainable: number;
  /** Of those not trained, the ones that would be if their layer weren't frozen. */
  frozen: number;
  /** Multiply-adds for one example. */
  macs: number;
  /** What else is known of a layer or of the whole network. */
  memory?: CostFact | undefined;
  /** Height and width in px: `11×11`. */
  receptiveField?: string | undefined;
}

interface CostFact {
  readonly name: string;
  readonly bytes: number;
  readonly title: string;
}

/** What a layer or a network costs: parameters, multiply-adds and memory; and how much of the input a layer sees. */
export function CostSection(props: CostSectionProps) {
  const { trainable, nonTrainable, frozen, macs, memory, receptiveField } = props;
  const others = nonTrainable - frozen;
  return (
    <Section title={t`Cost`}>
      <dl className={styles['facts']}>
        <Fact name={t`Params`} term="parameters" value={{ digits: formatInteger(trainable), prefix: '' }} />
        <Fact
          name={t`MACs per image`}
          term="multiplyAdds"
          value={quantity(macs)}
          title={t`Multiply-adds for one image`}
        />
        {memory !== undefined && (
          <Fact name={memory.name} value={bytesQuantity(memory.bytes)} title={memory.title} />
        )}
        {receptiveField !== undefined && (
          <Fact
            name={t`Receptive field`}
            term="receptiveField"
            value={{ digits: receptiveField, prefix: receptiveField.includes('×') ? 'px' : '' }}
            title={t`Height and width of the part of the input that one value of this layer depends on`}
          />
        )}
        {frozen > 0 && (
          <Fact
            name={t`Frozen`}
            value={{ digits: formatInteger(frozen), prefix: '' }}
            title={t`Parameters that training leaves as they are`}
          />
        )}
        {others > 0 && <Fact name={t`Not trained`} value={{ digits: formatInteger(others), prefix: '' }} />}
      </dl>
    </Section>
  );
}

interface FactProps {
  name: string;
  /** What the name means, where it is one that a student may not know. */
  term?: TermId;
  value: { readonly digits: string; readonly prefix: Quantity['prefix'] };
  title?: string;
}

function Fact({ name, term, value: { digits, prefix }, title }: FactProps) {
  return (
    <div title={title}>
      <dt>{term === undefined ? name : <ExplainedTerm term={term} label={name} />}</dt>
      <dd>
        {digits}
        {prefix !== '' && <small> {prefix}</small>}
      </dd>
    </div>
  );
}
