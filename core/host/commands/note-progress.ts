/**
 * Notes how far a command is, a line every `percentsPerLine`, however long it takes; `lineOf` says it in words. What is returned
 * takes how much is done of how much, of 1 for a share.
 */
export function noteProgress(
  note: (line: string) => void,
  lineOf: (done: number, all: number) => string,
  percentsPerLine = 10,
): (done: number, all?: number) => void {
  let noted = 0;
  return (done, all = 1) => {
    const percent = all === 0 ? 100 : Math.floor((100 * done) / all);
    if (percent < noted + percentsPerLine) return;
    noted = percent - (percent % percentsPerLine);
    note(lineOf(done, all));
  };
}
