/**
 * Correlates one padded image with a kernel: for each position p and channel c
 *
 *   output[p, c] = Σ over taps t and k < depth of image[p + t, k] · kernel[t, k, c]
 *
 * Positions are pairs of byte offsets, into the image and into the output; a tap is the byte offset from a position to
 * where it looks. The kernel lies in panels of 8 channels (the last of 4, where 4 or fewer are left), each with
 * its taps in order, rows of `depth` within them, and zeros for channels that aren't there.
 */
export function correlate(
  positions: usize,
  positionCount: i32,
  taps: usize,
  tapCount: i32,
  depth: i32,
  image: usize,
  kernel: usize,
  output: usize,
  channels: i32,
): void {
  const positionsEnd = positions + ((<usize>positionCount) << 3);
  const last = positionsEnd - 8;
  const tapsEnd = taps + ((<usize>tapCount) << 2);
  const depthBytes = (<usize>depth) << 2;
  let panel = kernel;
  for (let channel = 0; channel < channels; channel += 8) {
    const left = channels - channel;
    const target = output + ((<usize>channel) << 2);
    for (let position = positions; position < positionsEnd; position += 32) {
      // Of a tile that isn't full the last position is computed several times.
      const second = min(position + 8, last);
      const third = min(position + 16, last);
      const fourth = min(position + 24, last);
      const i0 = image + <usize>load<u32>(position);
      const i1 = image + <usize>load<u32>(second);
      const i2 = image + <usize>load<u32>(third);
      const i3 = image + <usize>load<u32>(fourth);
      const o0 = target + <usize>load<u32>(position, 4);
      const o1 = target + <usize>load<u32>(second, 4);
      const o2 = target + <usize>load<u32>(third, 4);
      const o3 = target + <usize>load<u32>(fourth, 4);
      if (left > 4) eightChannels(taps, tapsEnd, depthBytes, panel, i0, i1, i2, i3, o0, o1, o2, o3, left);
      else fourChannels(taps, tapsEnd, depthBytes, panel, i0, i1, i2, i3, o0, o1, o2, o3, left);
    }
    panel += (<usize>tapCount * depthBytes) << 3;
  }
}

function eightChannels(
  taps: usize,
  tapsEnd: usize,
  depthBytes: usize,
  kernel: usize,
  i0: usize,
  i1: usize,
  i2: usize,
  i3: usize,
  o0: usize,
  o1: usize,
  o2: usize,
  o3: usize,
  channels: i32,
): void {
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0);
  let s21 = f32x4.splat(0);
  let s30 = f32x4.splat(0);
  let s31 = f32x4.splat(0);
  let k = kernel;
  for (let tap = taps; tap < tapsEnd; tap += 4) {
    const offset = <usize>load<u32>(tap);
    let p0 = i0 + offset;
    let p1 = i1 + offset;
    let p2 = i2 + offset;
    let p3 = i3 + offset;
    const end = p0 + depthBytes;
    while (p0 < end) {
      const first = v128.load(k);
      const second = v128.load(k, 16);
      const x0 = v128.load_splat<f32>(p0);
      s00 = f32x4.add(s00, f32x4.mul(x0, first));
      s01 = f32x4.add(s01, f32x4.mul(x0, second));
      const x1 = v128.load_splat<f32>(p1);
      s10 = f32x4.add(s10, f32x4.mul(x1, first));
      s11 = f32x4.add(s11, f32x4.mul(x1, second));
      const x2 = v128.load_splat<f32>(p2);
      s20 = f32x4.add(s20, f32x4.mul(x2, first));
      s21 = f32x4.add(s21, f32x4.mul(x2, second));
      const x3 = v128.load_splat<f32>(p3);
      s30 = f32x4.add(s30, f32x4.mul(x3, first));
      s31 = f32x4.add(s31, f32x4.mul(x3, second));
      k += 32;
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
    }
  }
  storeEight(o0, s00, s01, channels);
  storeEight(o1, s10, s11, channels);
  storeEight(o2, s20, s21, channels);
  storeEight(o3, s30, s31, channels);
}

function fourChannels(
  taps: usize,
  tapsEnd: usize,
  depthBytes: usize,
  kernel: usize,
  i0: usize,
  i1: usize,
  i2: usize,
  i3: usize,
  o0: usize,
  o1: usize,
  o2: usize,
  o3: usize,
  channels: i32,
): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  let k = kernel;
  for (let tap = taps; tap < tapsEnd; tap += 4) {
    const offset = <usize>load<u32>(tap);
    let p0 = i0 + offset;
    let p1 = i1 + offset;
    let p2 = i2 + offset;
    let p3 = i3 + offset;
    const end = p0 + depthBytes;
    while (p0 < end) {
      const row = v128.load(k);
      s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<f32>(p0), row));
      s1 = f32x4.add(s1, f32x4.mul(v128.load_splat<f32>(p1), row));
      s2 = f32x4.add(s2, f32x4.mul(v128.load_splat<f32>(p2), row));
      s3 = f32x4.add(s3, f32x4.mul(v128.load_splat<f32>(p3), row));
      k += 16;
      p0 += 4;
      p1 += 4;
      p2 += 4;
      p3 += 4;
    }
  }
  storeUpToFour(o0, s0, channels);
  storeUpToFour(o1, s1, channels);
  storeUpToFour(o2, s2, channels);
  storeUpToFour(o3, s3, channels);
}

function storeEight(output: usize, first: v128, second: v128, channels: i32): void {
  v128.store(output, first);
  storeUpToFour(output + 16, second, channels - 4);
}

function storeUpToFour(output: usize, values: v128, count: i32): void {
  if (count >= 4) {
    v128.store(output, values);
    return;
  }
  f32.store(output, f32x4.extract_lane(values, 0));
  if (count > 1) f32.store(output, f32x4.extract_lane(values, 1), 4);
  if (count > 2) f32.store(output, f32x4.extract_lane(values, 2), 8);
}
