import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSeries } from './read-series.ts';

async function fileWith(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'series-')), 'series.csv');
  await writeFile(path, text);
  return path;
}

async function seriesOf(text: string): Promise<readonly [string, readonly number[]][]> {
  return (await readSeries(await fileWith(text))).map(({ id, values }) => [id, [...values]]);
}

describe('readSeries', () => {
  it('FCT-1 reads series with and without a header, of any line end, with quoted ids and lines of different length', async () => {
    const series: readonly [string, readonly number[]][] = [
      ['A', [1, 2]],
      ['B, "large"', [3]],
      ['C', []],
    ];
    const lines = 'A,1,2\r\n"B, ""large""",3\r\n\r\nC\r\n';
    expect(await seriesOf(lines)).toEqual(series);
    expect(await seriesOf(`\uFEFFid,v1,v2\n${lines}`)).toEqual(series);
  });

  it('FCT-1 gives no series for a header alone', async () => {
    expect(await seriesOf('id,v1\n')).toEqual([]);
  });

  it('FCT-3 refuses the whole file and names the place of everything that is wrong', async () => {
    const path = await fileWith('id,w1,w2\nA,1,2,3\nB,"x\ny",z\n,3\nA,4\n');
    await expect(readSeries(path)).rejects.toMatchObject({
      code: 'input.invalid',
      message: expect.stringContaining('nothing was forecast') as string,
      data: {
        errorCount: 5,
        errors: [
          { file: path, line: 2, column: 7, message: 'found 4 cells; 3 are allowed, as in the header' },
          { line: 3, column: 3 },
          { line: 4, column: 4 },
          { line: 5, column: 1, message: 'the id is empty; each series needs one' },
          { line: 6, column: 1, message: 'id A is there twice, first on line 2; each is allowed once' },
        ],
      },
    });
  });

  it('FCT-3 shows ten errors and counts the others', async () => {
    const text = Array.from({ length: 13 }, (_, line) => `A${line},1,x\n`).join('');
    await expect(seriesOf(text)).rejects.toThrow(/series\.csv:10:6: found "x".*\n… and 3 more$/);
  });

  it('FCT-3 refuses an empty file and a quote that is not closed', async () => {
    await expect(seriesOf('')).rejects.toThrow('series.csv:1:1: the file is empty');
    await expect(seriesOf('A,1\nB,"2\nC,3\n')).rejects.toThrow('series.csv:2:1: a quoted cell is not closed');
  });

  it('FCT-3 says what to do where there is no file', async () => {
    await expect(readSeries('/nowhere/series.csv')).rejects.toThrow(
      'There is no series file at /nowhere/series.csv. Check the path.',
    );
    await expect(readSeries(tmpdir())).rejects.toThrow('is no file');
  });
});
