import { describe, expect, it } from 'vitest';
import { machineAddress, machineName } from '../../../src/main/machine/machineAddress';

describe('the address of another machine', () => {
  it.each([
    ['https://gpu-box:8373', 'https://gpu-box:8373'],
    ['  HTTPS://GPU-box.example.org:8373/ ', 'https://gpu-box.example.org:8373'],
    ['https://gpu-box:443', 'https://gpu-box'],
    ['https://[fd00::5]:8373', 'https://[fd00::5]:8373'],
    ['http://127.0.0.1:8373', 'http://127.0.0.1:8373'],
    ['http://localhost:9000/', 'http://localhost:9000'],
    ['http://[::1]:8373', 'http://[::1]:8373'],
  ])('%s is %s', (text, address) => {
    expect(machineAddress(text)).toBe(address);
  });

  it.each([
    ['', 'No address was given.'],
    ['gpu-box:8373', 'does not begin with https:// or http://'],
    ['ssh://gpu-box', 'does not begin with https:// or http://'],
    ['https://', 'is no address'],
    ['https://gpu-box:99999', 'is no address'],
    ['https://person:secret@gpu-box', 'more in this address'],
    ['https://gpu-box/?token=abc', 'more in this address'],
    ['https://gpu-box/machine', 'more in this address'],
    ['http://gpu-box:8373', 'would not be encrypted'],
    ['http://127.0.0.1.evil.example:8373', 'would not be encrypted'],
    ['http://localhost.evil.example', 'would not be encrypted'],
    ['http://10.0.0.1', 'would not be encrypted'],
  ])('%j is refused with advice: %s', (text, words) => {
    const attempt = () => machineAddress(text);
    expect(attempt).toThrow(words);
    expect(attempt).toThrow(expect.objectContaining({ advice: expect.stringMatching(/ssh -L/) }));
  });

  it('gives the name for people: that of the machine itself behind a tunnel', () => {
    expect(machineName('https://gpu-box:8373', 'a1b2c3')).toBe('gpu-box');
    expect(machineName('http://127.0.0.1:8373', 'a1b2c3')).toBe('a1b2c3');
  });
});
