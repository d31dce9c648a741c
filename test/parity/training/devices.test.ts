import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../unit/cli/runCommand';

/** One process has one TensorFlow, so that the first test decides for all. */
describe('with --device cpu --threads 1', () => {
  const words = ['--device', 'cpu', '--threads', '1', '--json'];

  it('the command line says what is used, and what was found', async () => {
    const { code, stdout } = await runCommand(['devices', ...words]);
    expect(code).toBe(0);
    const { device, findings } = JSON.parse(stdout);
    expect(device).toMatchObject({ backend: 'tensorflow', device: 'cpu', threads: 1 });
    expect(device.description).toMatch(/^TensorFlow 2\.\d+\.\d+ · CPU, 1 (thread|core)$/);
    expect(findings).toMatchObject({ threads: 1, request: { kind: 'cpu', by: 'choice' } });
    // Otherwise TensorFlow takes all memory of a GPU at once.
    expect(process.env['TF_FORCE_GPU_ALLOW_GROWTH']).toBe('true');
    expect(findings.library).toMatchObject({ state: 'loaded', usesGpu: false });
  });

  it('a GPU is refused in a sentence', async () => {
    const { code, stderr } = await runCommand(['train', 'lenet-5', '--device', 'gpu']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--device gpu can't be had\. .+\.\n.+\.$/m);
  });

  it('training takes no more than one core: as much processor time as time', async () => {
    const before = { processor: process.cpuUsage(), time: performance.now() };
    const { code } = await runCommand(['train', 'lenet-5', '--steps', '600', ...words]);
    expect(code).toBe(0);
    const { user, system } = process.cpuUsage(before.processor);
    const share = (user + system) / 1000 / (performance.now() - before.time);
    console.log(`cores in use: ${share.toFixed(2)}`);
    expect(share).toBeLessThan(1.2);
  });
});
