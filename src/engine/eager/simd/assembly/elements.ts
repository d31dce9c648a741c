/** target = slopes where values > 0, 0 elsewhere */
export function reluGradient(values: usize, slopes: usize, count: i32, target: usize): void {
  const zero = f32x4.splat(0);
  const end = values + ((<usize>count) << 2);
  const endOfVectors = values + ((<usize>(count & ~3)) << 2);
  const toSlope = slopes - values;
  const toTarget = target - values;
  let value = values;
  while (value < endOfVectors) {
    const positive = f32x4.gt(v128.load(value), zero);
    v128.store(value + toTarget, v128.and(v128.load(value + toSlope), positive));
    value += 16;
  }
  while (value < end) {
    store<f32>(value + toTarget, load<f32>(value) > 0 ? load<f32>(value + toSlope) : 0);
    value += 4;
  }
}

/** target = values + offsets, which repeat every `channels` */
export function addToChannels(values: usize, count: i32, channels: i32, offsets: usize, target: usize): void {
  const inVectors = (<usize>(channels & ~3)) << 2;
  const row = (<usize>channels) << 2;
  let from = values;
  let to = target;
  for (let pixel = 0; pixel < count; pixel++) {
    let place: usize = 0;
    while (place < inVectors) {
      v128.store(to + place, f32x4.add(v128.load(from + place), v128.load(offsets + place)));
      place += 16;
    }
    while (place < row) {
      store<f32>(to + place, load<f32>(from + place) + load<f32>(offsets + place));
      place += 4;
    }
    from += row;
    to += row;
  }
}
