/** How a season acts on the level: it is added to it, or it multiplies it. */
export type SeasonKind = 'additive' | 'multiplicative';
