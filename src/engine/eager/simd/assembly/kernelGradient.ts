/**
 * Adds one image's share to a kernel's gradient: for each row r (a tap and a channel, as a byte offset into the padded
 * image) and filter f
 *
 *   sums[r, f] += Σ over positions p of image[p + r] · slopes[p, f]
 *
 * Positions lie in lines, `imageLine` and `slopeLine` bytes apart, and `imageStep` and `slopeStep` within them. `filters` is a
 * multiple of 4; a row of the sums is `sumsRow` bytes long.
 */
export function addKernelGradient(
  rows: usize,
  rowCount: i32,
  image: usize,
  imageLine: usize,
  imageStep: usize,
  slopes: usize,
  slopeLine: usize,
  slopeStep: usize,
  lines: i32,
  columns: i32,
  filters: i32,
  sums: usize,
  sumsRow: usize,
): void {
  const last = rows + ((<usize>(rowCount - 1)) << 2);
  // So many lines at once that their values stay in the first cache, and sums are seldom loaded and stored.
  const together = max(1, 64 / columns);
  for (let line = 0; line < lines; line += together) {
    const count = min(together, lines - line);
    const from = image + <usize>line * imageLine;
    const through = slopes + <usize>line * slopeLine;
    for (let filter = 0; filter < filters; filter += 8) {
      const slope = through + ((<usize>filter) << 2);
      const target = sums + ((<usize>filter) << 2);
      for (let row = 0; row < rowCount; row += 4) {
        const first = rows + ((<usize>row) << 2);
        // Of a tile that isn't full the last row is computed several times.
        const second = min(first + 4, last);
        const third = min(first + 8, last);
        const fourth = min(first + 12, last);
        const r0 = from + <usize>load<u32>(first);
        const r1 = from + <usize>load<u32>(second);
        const r2 = from + <usize>load<u32>(third);
        const r3 = from + <usize>load<u32>(fourth);
        const t0 = target + ((first - rows) >> 2) * sumsRow;
        const t1 = target + ((second - rows) >> 2) * sumsRow;
        const t2 = target + ((third - rows) >> 2) * sumsRow;
        const t3 = target + ((fourth - rows) >> 2) * sumsRow;
        if (filters - filter >= 8)
          addEight(
            r0,
            r1,
            r2,
            r3,
            imageLine,
            imageStep,
            slope,
            slopeLine,
            slopeStep,
            count,
            columns,
            t0,
            t1,
            t2,
            t3,
          );
        else
          addFour(
            r0,
            r1,
            r2,
            r3,
            imageLine,
            imageStep,
            slope,
            slopeLine,
            slopeStep,
            count,
            columns,
            t0,
            t1,
            t2,
            t3,
          );
      }
    }
  }
}

function addEight(
  r0: usize,
  r1: usize,
  r2: usize,
  r3: usize,
  imageLine: usize,
  imageStep: usize,
  slopes: usize,
  slopeLine: usize,
  slopeStep: usize,
  lines: i32,
  columns: i32,
  t0: usize,
  t1: usize,
  t2: usize,
  t3: usize,
): void {
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0);
  let s21 = f32x4.splat(0);
  let s30 = f32x4.splat(0);
  let s31 = f32x4.splat(0);
  const length = <usize>columns * slopeStep;
  let jump: usize = 0;
  let slopeStart = slopes;
  for (let line = 0; line < lines; line++) {
    let p0 = r0 + jump;
    let p1 = r1 + jump;
    let p2 = r2 + jump;
    let p3 = r3 + jump;
    let slope = slopeStart;
    const end = slope + length;
    while (slope < end) {
      const first = v128.load(slope);
      const second = v128.load(slope, 16);
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
      p0 += imageStep;
      p1 += imageStep;
      p2 += imageStep;
      p3 += imageStep;
      slope += slopeStep;
    }
    jump += imageLine;
    slopeStart += slopeLine;
  }
  s00 = f32x4.add(s00, v128.load(t0));
  s01 = f32x4.add(s01, v128.load(t0, 16));
  s10 = f32x4.add(s10, v128.load(t1));
  s11 = f32x4.add(s11, v128.load(t1, 16));
  s20 = f32x4.add(s20, v128.load(t2));
  s21 = f32x4.add(s21, v128.load(t2, 16));
  s30 = f32x4.add(s30, v128.load(t3));
  s31 = f32x4.add(s31, v128.load(t3, 16));
  v128.store(t0, s00);
  v128.store(t0, s01, 16);
  v128.store(t1, s10);
  v128.store(t1, s11, 16);
  v128.store(t2, s20);
  v128.store(t2, s21, 16);
  v128.store(t3, s30);
  v128.store(t3, s31, 16);
}

function addFour(
  r0: usize,
  r1: usize,
  r2: usize,
  r3: usize,
  imageLine: usize,
  imageStep: usize,
  slopes: usize,
  slopeLine: usize,
  slopeStep: usize,
  lines: i32,
  columns: i32,
  t0: usize,
  t1: usize,
  t2: usize,
  t3: usize,
): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  const length = <usize>columns * slopeStep;
  let jump: usize = 0;
  let slopeStart = slopes;
  for (let line = 0; line < lines; line++) {
    let p0 = r0 + jump;
    let p1 = r1 + jump;
    let p2 = r2 + jump;
    let p3 = r3 + jump;
    let slope = slopeStart;
    const end = slope + length;
    while (slope < end) {
      const four = v128.load(slope);
      s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<f32>(p0), four));
      s1 = f32x4.add(s1, f32x4.mul(v128.load_splat<f32>(p1), four));
      s2 = f32x4.add(s2, f32x4.mul(v128.load_splat<f32>(p2), four));
      s3 = f32x4.add(s3, f32x4.mul(v128.load_splat<f32>(p3), four));
      p0 += imageStep;
      p1 += imageStep;
      p2 += imageStep;
      p3 += imageStep;
      slope += slopeStep;
    }
    jump += imageLine;
    slopeStart += slopeLine;
  }
  s0 = f32x4.add(s0, v128.load(t0));
  s1 = f32x4.add(s1, v128.load(t1));
  s2 = f32x4.add(s2, v128.load(t2));
  s3 = f32x4.add(s3, v128.load(t3));
  v128.store(t0, s0);
  v128.store(t1, s1);
  v128.store(t2, s2);
  v128.store(t3, s3);
}
