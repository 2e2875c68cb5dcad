const STEP = 5;

/** How late timers of this process fire while `work` runs: what a click in the window would have to wait. */
export async function delaysDuring(work) {
  const delays = [];
  let expected = performance.now() + STEP;
  let isOver = false;
  const tick = () => {
    delays.push(Math.max(0, performance.now() - expected));
    expected = performance.now() + STEP;
    if (!isOver) setTimeout(tick, STEP);
  };
  setTimeout(tick, STEP);
  const began = performance.now();
  await work();
  const time = performance.now() - began;
  // A freeze that lasted until the end is seen by the timer that it held up.
  await new Promise((done) => setTimeout(done, 3 * STEP));
  isOver = true;
  return { time, delays };
}
