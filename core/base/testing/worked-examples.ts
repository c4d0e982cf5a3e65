import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readSourceFiles, sourceRoot, type ExportedFunction, type SourceFile } from './exported-functions.ts';

/** How a TSDoc says what becomes of wrong input. */
const namesErrors = /\bthrows?\b|\bbugs? of the caller\b/i;

/**
 * One test per `@example` of the functions that `folder` exports, and one that each of them has a TSDoc with its errors and an
 * example that names it. An example is a claim, `<expression> === <value>`, `<expression> is <value>` for equal content (a typed
 * array is one with an array) or `<expression> ≈ <value>` to the decimals written; statements that prepare it come before,
 * each with its semicolon, and a remark in parentheses may follow. It may use what its file exports and imports, what
 * `folder` and `others` export under one name alone, and the names of `scope`.
 */
export function testWorkedExamples(
  folder: string,
  others: readonly string[],
  scope: Readonly<Record<string, unknown>> = {},
): void {
  const files = readSourceFiles(folder);
  const shared = ownersOf([...files, ...others.flatMap(readSourceFiles)]);
  describe(`worked examples of ${folder}`, () => {
    it('every exported function has a TSDoc with its errors and an example that names it', () => {
      const missing = files.flatMap(({ file, functions }) =>
        functions.filter((one) => !isDocumented(one)).map(({ name }) => `${file}: ${name}`),
      );
      expect(missing).toEqual([]);
    });
    for (const source of files) {
      const examples = source.functions.flatMap(({ examples }) => examples);
      if (examples.length > 0) {
        describe(source.file.slice(folder.length + 1), () => {
          it.each(examples)('%s', async (example) => {
            await expectClaim(example, { ...(await namesOf(example, source, shared)), ...scope });
          });
        });
      }
    }
  });
}

function isDocumented({ name, text, examples }: ExportedFunction): boolean {
  return namesErrors.test(text) && examples.length > 0 && examples.every((example) => wordsOf(example).has(name));
}

/** Which file exports a name; a name that two export is nobody's. */
function ownersOf(files: readonly SourceFile[]): ReadonlyMap<string, string | null> {
  const owners = new Map<string, string | null>();
  for (const { file, exported } of files) for (const name of exported) owners.set(name, owners.has(name) ? null : file);
  return owners;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}_$][\p{L}\d_$]*/gu));
}

async function namesOf(
  example: string,
  source: SourceFile,
  shared: ReadonlyMap<string, string | null>,
): Promise<Record<string, unknown>> {
  const names: Record<string, unknown> = {};
  for (const word of wordsOf(example)) {
    const own = source.exported.includes(word) ? source.file : undefined;
    const imported = source.imported.get(word);
    const file = own ?? imported?.file ?? shared.get(word);
    if (file == null) continue;
    const exports = (await import(new URL(file, sourceRoot).href)) as Record<string, unknown>; // a namespace
    const name = own === undefined ? (imported?.name ?? word) : word;
    if (name in exports) names[word] = exports[name];
  }
  return names;
}

/** Compiles an example and expects what it claims; at run time, as it is a comment, and in tests alone. Throws where it claims nothing. */
export async function expectClaim(example: string, names: Record<string, unknown>): Promise<void> {
  const end = example.lastIndexOf('; ') + 1;
  const text = example.slice(end).replace(/ \([^()]*\)$/, '');
  const claim = /^(?<actual>.*) (?<relation>===|is|≈) (?<wanted>.+)$/u.exec(text.trim())?.groups;
  if (claim === undefined) throw new Error(`An example claims a value with ===, is or ≈, not: ${example}`);
  const { actual = '', relation = '', wanted = '' } = claim;
  const value = relation === '≈' ? wanted.replace(/(?<![\w.])-?\d+(?:\.\d+)?(?:e-?\d+)?/g, "near('$&')") : wanted;
  const code = `return (async () => { ${example.slice(0, end)} return [await (${actual}), (${value})]; })();`;
  const evaluate = compileFunction(code, ['near', ...Object.keys(names)]) as (
    ...values: unknown[]
  ) => Promise<[unknown, unknown]>; // as the code returns
  const [found, expected] = await evaluate(near, ...Object.values(names));
  if (relation === '===') expect(found).toBe(expected);
  else expect(plain(found)).toEqual(plain(expected));
}

/** Matches a number to the decimals that are written; one without decimals, or with all a double has, up to rounding. */
function near(text: string): object {
  const [mantissa = '', power = '0'] = text.split('e');
  const decimals = mantissa.split('.')[1]?.length ?? Infinity;
  const allowed = Math.max(0.500001 * 10 ** (Number(power) - decimals), 1e-12 * Math.abs(Number(text)), 1e-15);
  return {
    asymmetricMatch: (value: unknown) => typeof value === 'number' && Math.abs(value - Number(text)) <= allowed,
    toAsymmetricMatcher: () => `≈ ${text}`,
  };
}

/** The same content with plain arrays for typed ones, and 0 for -0. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value) && Symbol.iterator in value) return Array.from(value as Iterable<unknown>, plain); // a typed array
  if (Array.isArray(value)) return value.map(plain);
  if (value === 0) return 0;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return 'asymmetricMatch' in value ? value : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
