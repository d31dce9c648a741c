import { describe, expect, it } from 'vitest';
import { explainFileError } from '../../../src/main/fileProblems';

const systemError = (code: string): Error => Object.assign(new Error(`${code}: said the system`), { code });

describe('explainFileError', () => {
  it.each([
    ['ENOSPC', 'net.layerwise could not be saved: the disk is full.', 'Free some space'],
    ['EACCES', 'net.layerwise could not be saved: you may not write there.', 'read-only for you'],
    ['EPERM', 'net.layerwise could not be saved: you may not write there.', 'read-only for you'],
    ['EROFS', 'net.layerwise could not be saved: the disk is read-only.', 'another folder'],
    ['ENOTDIR', 'net.layerwise could not be saved: its folder does not exist.', 'moved or deleted'],
    ['EISDIR', 'net.layerwise could not be saved: it is a folder.', 'another name'],
  ])('%s', (code, message, advice) => {
    const problem = explainFileError(systemError(code), 'save', 'net.layerwise');
    expect(problem.message).toBe(message);
    expect(problem.advice).toContain(advice);
  });

  it('gives the words of an error that it does not know', () => {
    const problem = explainFileError(systemError('EWHAT'), 'open', 'net.layerwise');
    expect(problem.message).toBe('net.layerwise could not be opened: EWHAT: said the system.');
    expect(problem.advice).not.toBe('');
  });
});
