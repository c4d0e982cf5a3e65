const pieceMs = 8;

/**
 * Runs a job that yields between its steps, a few milliseconds at a time, so that typing and scrolling never wait for it. Returns
 * how to give it up; `onDone` is not called then. A small job is done before this returns.
 */
export function runInPieces<Result>(job: Iterator<unknown, Result>, onDone: (result: Result) => void): () => void {
  let isWanted = true;
  function run(): void {
    if (!isWanted) return;
    const end = performance.now() + pieceMs;
    for (;;) {
      const step = job.next();
      if (step.done === true) {
        onDone(step.value);
        return;
      }
      if (performance.now() > end) break;
    }
    setTimeout(run);
  }
  run();
  return () => {
    isWanted = false;
  };
}
