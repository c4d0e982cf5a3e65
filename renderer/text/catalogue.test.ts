import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import english from '#resources/locales/en.json';

const folder = join(import.meta.dirname, '..');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** Beginnings of keys that are put together, such as `exception.` before a kind. */
const beginnings = [...sources.matchAll(/`([a-z][\w.]*\.)\$\{/gi)].map((match) => match[1] ?? '');

function isUsed(key: string): boolean {
  return sources.includes(`'${key}'`) || beginnings.some((beginning) => key.startsWith(beginning));
}

describe('the catalogue', () => {
  it('DSK-2 holds no text that nothing shows', () => {
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });
  it('DSK-2 is written so that every text can be formatted', () => {
    for (const [key, message] of Object.entries(english)) expect(() => new IntlMessageFormat(message, 'en'), key).not.toThrow();
  });
  it('DSK-2 is quiet: no exclamation mark, no "please", no "we"', () => {
    expect(Object.values(english).filter((message) => /!|\bplease\b|\bwe\b/i.test(message))).toEqual([]);
  });
});
