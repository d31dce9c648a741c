import { useEffect, useMemo, useRef } from 'react';
import type { CodeLine } from '../../network/code/codeLines';
import { useRowsInView } from '../controls/useRowsInView';
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import styles from './CodeLines.module.css';
import { splitComment } from './splitComment';

/** Height of a line in px, as its style says. */
const lineHeight = 24;

/** A program of which the lines in view are drawn. Those of the chosen layers are marked; a click on a line chooses its layer. */
export function CodeLines({ lines }: { lines: readonly CodeLine[] }) {
  const selected = useEditor((state) => state.selection.nodes);
  const numbered = useMemo(() => lines.map((line, place) => ({ line, number: place + 1 })), [lines]);
  const [scroller, { first, end }] = useRowsInView(lines.length, lineHeight);
  // A layer that was chosen here is in view already.
  const chosenHere = useRef<string | null>(null);
  const opened = useRef(false);
  useEffect(() => {
    const [node] = selected;
    const box = scroller.current;
    if (box === null || (opened.current && (node === undefined || chosenHere.current === node))) return;
    chosenHere.current = null;
    // What comes before the first layer is of less interest.
    const place = lines.findIndex((line) => (node === undefined ? line.node !== null : line.node === node));
    const top = place * lineHeight;
    if (place >= 0 && (top < box.scrollTop || top + lineHeight > box.scrollTop + box.clientHeight))
      box.scrollTop = Math.max(0, opened.current ? top - box.clientHeight / 3 : top - lineHeight);
    opened.current = true;
  }, [selected, lines, scroller]);
  const choose = (node: string) => {
    chosenHere.current = node;
    useEditor.getState().focusLayer(node);
  };
  return (
    <section ref={scroller} className={styles['scroller']} aria-label={t`Program`}>
      <ol
        className={styles['lines']}
        style={{
          '--room-before': `${first * lineHeight}px`,
          '--room-after': `${(lines.length - end) * lineHeight}px`,
        }}
      >
        {numbered.slice(first, end).map(({ line, number }) => (
          <Line
            key={number}
            number={number}
            line={line}
            selected={line.node !== null && selected.includes(line.node)}
            onChoose={choose}
          />
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  number: number;
  line: CodeLine;
  selected: boolean;
  onChoose(node: string): void;
}

function Line({ number, line: { text, node }, selected, onChoose }: LineProps) {
  const [code, comment] = splitComment(text);
  const content = (
    <>
      {code}
      {comment !== '' && <i>{comment}</i>}
    </>
  );
  return (
    <li className={styles['line']} data-selected={selected}>
      <span className={styles['number']} aria-hidden="true">
        {number}
      </span>
      {node === null ? (
        <code>{content}</code>
      ) : (
        <button type="button" title={t`Show the layer on the canvas`} onClick={() => onChoose(node)}>
          <code>{content}</code>
        </button>
      )}
    </li>
  );
}
