import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { Problem } from '../../../src/network/analysis/analysis';
import { applyEdit } from '../../../src/network/graph/edits';
import { findRemedies } from '../../../src/network/remedies/findRemedies';
import { documents } from '../graph/documentArbitraries';

const words = ({ node, message }: Problem) => `${node}: ${message}`;

describe('a remedy of any network', () => {
  it('solves its problem, makes none where all was well, and is undone exactly', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, choice) => {
        const before = analyse(document);
        const problem = before.problems[choice % before.problems.length];
        if (problem === undefined) return;
        for (const { edit } of findRemedies(document, before, problem)) {
          const { document: changed, inverse } = applyEdit(document, edit);
          const after = analyse(changed);
          expect(after.problems.map(words)).not.toContain(words(problem));
          const present = new Set(before.problems.map(words));
          for (const other of after.problems.filter((candidate) => !present.has(words(candidate))))
            if (other.node !== null) expect(before.nodes.get(other.node)?.outputShape).toBeNull();
          expect(JSON.stringify(applyEdit(changed, inverse).document)).toBe(JSON.stringify(document));
        }
      }),
      { numRuns: 150 },
    );
  });
});
