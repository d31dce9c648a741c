import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { pytorchModel } from '../../../src/network/code/pytorch/pytorchModel';
import { networkPicture } from '../../../src/network/drawing/networkPicture';
import { moveCards } from '../../../src/network/graph/blocks/moveItems';
import { visibleItems } from '../../../src/network/graph/blocks/visibleItems';
import { parseLayers, serialiseLayers } from '../../../src/network/graph/clipping';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { record, redo, startHistory, undo } from '../../../src/network/graph/history';
import { noteWidths } from '../../../src/network/graph/notes/note';
import { runsIntoCard } from '../../../src/network/graph/notes/noteBox';
import { addNote, setNoteText } from '../../../src/network/graph/notes/noteEdits';
import { noteHeight, noteLines, noteText } from '../../../src/network/graph/notes/noteSize';
import { withNotesBeside } from '../../../src/network/graph/notes/notesBeside';
import { placeForNote } from '../../../src/network/graph/notes/placeForNote';
import { pasteLayers } from '../../../src/network/graph/paste';
import { tidyLayout } from '../../../src/network/graph/tidy/tidyLayout';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { templates } from '../../../src/network/templates/templates';
import { noteTexts } from './documentArbitraries';

const network = lenet5.create();
const added = addNote(network, { x: 200, y: 150 }, 'yellow');
const withNote = applyEdit(network, added.edit).document;
const noted = applyEdit(
  withNote,
  setNoteText(withNote, added.id, 'Here the <gradient> dies\nSlowly'),
).document;

function putInOrder(document: NetworkDocument): NetworkDocument {
  return applyEdit(document, withNotesBeside(document, tidyLayout(document, analyse(document)))).document;
}

describe('a note', () => {
  it('changes nothing of what the network is', () => {
    const [bare, beside] = [analyse(network), analyse(noted)];
    expect(beside).toEqual(bare);
    expect(pytorchModel(noted, beside)).toEqual(pytorchModel(network, bare));
  });

  it('is copied with layers or alone, and gets an id of its own', () => {
    const parsed = parseLayers(serialiseLayers(noted, ['conv1'], [added.id]));
    if ('problem' in parsed) throw new Error(parsed.problem.message);
    const pasted = pasteLayers(noted, parsed.layers, { offset: 24 });
    if ('problem' in pasted) throw new Error(pasted.problem.message);
    const { document } = applyEdit(noted, pasted.edit);
    expect(pasted.notes).toHaveLength(1);
    expect(document.notes?.map(({ id, text, position }) => [id, text, position.x])).toEqual([
      [added.id, 'Here the <gradient> dies\nSlowly', 200],
      [pasted.notes[0], 'Here the <gradient> dies\nSlowly', 224],
    ]);
    const alone = parseLayers(serialiseLayers(noted, [], [added.id]));
    expect('layers' in alone && alone.layers.nodes.length + (alone.layers.notes?.length ?? 0)).toBe(1);
  });

  it('stays beside the layer that it is nearest to, when the network is put in order', () => {
    const moved = {
      ...noted,
      nodes: noted.nodes.map((node) => ({
        ...node,
        position: { x: node.position.x + 900, y: node.position.y },
      })),
      notes: noted.notes?.map((note) => ({ ...note, position: { x: 1100, y: 150 } })) ?? [],
    };
    const document = putInOrder(moved);
    const place = (id: string) => document.nodes.find((node) => node.id === id)?.position ?? { x: 0, y: 0 };
    const at = document.notes?.[0]?.position;
    expect(at).toEqual({ x: place('conv1').x, y: place('conv1').y + 90 });
  });

  it('has room for all of its lines when the network is put in order, where cards are in rows', () => {
    const deep = templates.find(({ id }) => id === 'plain-20-cifar')?.create() ?? network;
    const cards = deep.nodes.map(({ position }) => position);
    const line = fc.stringMatching(/^[a-z ]{1,30}$/);
    const written = fc.record({
      by: fc.nat(cards.length - 1),
      lines: fc.array(line, { minLength: 1, maxLength: 12 }),
      width: fc.integer({ min: noteWidths.least, max: noteWidths.usual }),
    });
    fc.assert(
      fc.property(written, ({ by, lines, width }) => {
        const { x, y } = cards[by] ?? { x: 0, y: 0 };
        const note = {
          ...{ id: 'note-1', text: lines.join('\n'), position: { x, y: y + 88 }, width },
          colour: 'yellow' as const,
        };
        const noted = { ...deep, notes: [note] };
        const document = putInOrder(noted);
        const boxes = visibleItems(document).items.map(({ position }) => ({
          ...{ ...position, width: 136, height: 78 },
        }));
        for (const placed of document.notes ?? []) expect(runsIntoCard(placed, boxes)).toBe(false);
        // Who stands beneath whom stays as it was.
        const plain = applyEdit(deep, tidyLayout(deep, analyse(deep))).document;
        const heights = new Map(document.nodes.map(({ id, position }) => [id, position.y]));
        for (const one of plain.nodes)
          for (const other of plain.nodes)
            if (one.position.y < other.position.y)
              expect(heights.get(one.id) ?? 0).toBeLessThan(heights.get(other.id) ?? 0);
        expect(putInOrder(document)).toEqual(document);
      }),
      // Of one line: nearer to the corner of the card beneath it than to that of its own.
      { numRuns: 30, examples: [[{ by: 4, lines: [' '], width: 100 }]] },
    );
  });

  it('is put in order once and for all, with others anywhere among the cards', () => {
    const written = fc.record({
      by: fc.nat(),
      beside: fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) }),
      text: noteTexts,
      width: fc.integer({ min: noteWidths.least, max: noteWidths.usual }),
    });
    const several = fc.array(written, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom('plain-20-cifar', 'googlenet', 'lenet-5'), several, (template, notes) => {
        const bare = templates.find(({ id }) => id === template)?.create() ?? network;
        const noted = {
          ...bare,
          notes: notes.map(({ by, beside, ...note }, index) => {
            const { x, y } = bare.nodes[by % bare.nodes.length]?.position ?? beside;
            const position = { x: x + beside.x, y: y + beside.y };
            return { ...note, id: `note-${index}`, position, colour: 'yellow' as const };
          }),
        };
        const once = putInOrder(noted);
        expect(putInOrder(once)).toEqual(once);
      }),
      {
        numRuns: 60,
        // The row that makes room for the second note takes the first along, which is above it but nearest to it.
        examples: [
          [
            'plain-20-cifar',
            [
              { by: 22, beside: { x: -201, y: -9 }, text: 'a\n'.repeat(9), width: 102 },
              { by: 21, beside: { x: -69, y: -265 }, text: 'a\n'.repeat(7), width: 104 },
              { by: 7, beside: { x: 5, y: -171 }, text: 'a\n'.repeat(4), width: 118 },
            ],
          ],
        ],
      },
    );
  });

  it('that runs into a card is in front of it in the picture, and behind connections elsewhere', () => {
    const at = (position: { x: number; y: number }) => {
      const moved = { ...noted, notes: noted.notes?.map((note) => ({ ...note, position })) ?? [] };
      const { svg } = networkPicture(moved, analyse(moved), 'light');
      return svg.indexOf('>Slowly<') > svg.lastIndexOf('>fc3<');
    };
    expect(at(network.nodes.find(({ id }) => id === 'conv1')?.position ?? { x: 0, y: 0 })).toBe(true);
    expect(at({ x: 5000, y: 0 })).toBe(false);
  });

  it('is in the picture, its words as text', () => {
    const { svg } = networkPicture(noted, analyse(noted), 'light');
    expect(svg).toContain('>Here the &lt;gradient&gt; dies<');
    expect(svg).toContain('>Slowly<');
  });
});

describe('the place for a new note', () => {
  const cards = network.nodes.map(({ position }) => position);

  it('is the wanted one where that is free', () => {
    for (const wanted of [
      { x: 200, y: 150 },
      { x: 5000, y: 0 },
    ])
      expect(placeForNote(network, cards, wanted)).toEqual(wanted);
  });

  it('covers no card and no other note', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 500 }), (x, y) => {
        const { position, width } = { position: placeForNote(noted, cards, { x, y }), width: 200 };
        const beside = (other: { x: number; y: number }, w: number, h: number) =>
          position.x + width <= other.x ||
          other.x + w <= position.x ||
          position.y + 38 <= other.y ||
          other.y + h <= position.y;
        expect(cards.every((card) => beside(card, 136, 78))).toBe(true);
        for (const note of noted.notes ?? [])
          expect(beside(note.position, note.width, noteHeight(note))).toBe(true);
      }),
    );
  });
});

describe('the history of a note', () => {
  it('keeps one change of all that was typed, and of a drag of layers and notes together', () => {
    const typed = ['H', 'He', 'Her', 'Here'].reduce(
      (history, text) => record(history, setNoteText(history.document, added.id, text), 'typing'),
      record(startHistory(network), added.edit, 'typing'),
    );
    expect(typed.past.map(({ redo, undo }) => [redo.changes.length, undo.changes.length])).toEqual([[1, 1]]);
    expect(undo(typed).document).toEqual(network);
    expect(redo(undo(typed)).document).toEqual(typed.document);

    const dragged = [10, 20, 30].reduce((history, x) => {
      const [layer, note] = [
        { x, y: 60 },
        { x, y: 200 },
      ];
      const edit = moveCards(history.document, { conv1: layer, conv2: note }, new Map([[added.id, note]]));
      return record(history, edit, 'drag');
    }, startHistory(noted));
    expect(dragged.past.map((entry) => entry.redo.changes.length)).toEqual([2]);
    expect(undo(dragged).document).toEqual(noted);
    expect(redo(undo(dragged)).document).toEqual(dragged.document);
  });
});

describe('the lines of a note', () => {
  const words = (text: string) => text.split(/\s+/).join('');

  it('hold all that is written, and as many lines as are written at least', () => {
    fc.assert(
      fc.property(noteTexts, fc.integer({ min: 100, max: 800 }), (text, width) => {
        const lines = noteLines({ text, width });
        expect(words(lines.join(''))).toBe(words(text));
        expect(lines.length).toBeGreaterThanOrEqual(text.split('\n').length);
        expect(noteHeight({ text, width })).toBe(lines.length * noteText.line + 2 * noteText.padding);
      }),
    );
  });

  it('are fewer the wider it is', () => {
    fc.assert(
      fc.property(noteTexts, fc.integer({ min: 100, max: 400 }), (text, width) => {
        expect(noteLines({ text, width: 2 * width }).length).toBeLessThanOrEqual(
          noteLines({ text, width }).length,
        );
      }),
    );
  });
});
