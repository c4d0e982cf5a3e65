import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureSignsOf, parseFigure } from './parse-figure.ts';

const english = figureSignsOf('en');
const german = figureSignsOf('de');
const wide = { decimals: 6, min: -1e12, max: 1e12 };

describe('a typed figure', () => {
  it('GRD-6 is read as the locale writes it', () => {
    expect(parseFigure('1,250.5', english, { decimals: 1, min: 0, max: 1e9 })).toEqual({ ok: true, value: 1250.5 });
    expect(parseFigure(' 1.250,5 ', german, wide)).toEqual({ ok: true, value: 1250.5 });
    expect(parseFigure('12 345', figureSignsOf('fr'), wide)).toEqual({ ok: true, value: 12345 });
    expect(parseFigure('\u22123', english, wide)).toEqual({ ok: true, value: -3 });
  });

  it.each(['1,5', '12,34', '1.2.3', '1e3', '0x10', 'Infinity', 'NaN', '--1', '1 2', '.5', '5.'])(
    'GRD-6 is refused where it is no plain figure: %s',
    (text) => expect(parseFigure(text, english, wide)).toEqual({ ok: false, problem: 'notANumber' }),
  );

  it('GRD-7 is refused with the reason', () => {
    const limits = { decimals: 0, min: 0, max: 1000 };
    const problems = ['', '1.5', '-1', '1001', 'ten'].map((text) => parseFigure(text, english, limits));
    expect(problems.map((parsed) => (parsed.ok ? 'ok' : parsed.problem))).toEqual([
      'empty',
      'tooManyDecimals',
      'outOfRange',
      'outOfRange',
      'notANumber',
    ]);
    expect(parseFigure('12.0', english, limits)).toEqual({ ok: true, value: 12 });
  });

  it('GRD-6 gives back every figure the locale has written', () => {
    const locales = fc.constantFrom('en', 'de', 'fr', 'sv', 'de-CH', 'es');
    fc.assert(
      fc.property(locales, fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (locale, whole, decimals) => {
        const value = whole / 10 ** decimals;
        const text = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);
        expect(parseFigure(text, figureSignsOf(locale), wide)).toEqual({ ok: true, value: value === 0 ? 0 : value });
      }),
    );
  });

  it('GRD-6 is never NaN, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseFigure(text, english, wide);
        expect(!parsed.ok || Number.isFinite(parsed.value)).toBe(true);
      }),
    );
  });
});
