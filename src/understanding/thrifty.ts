/**
 * How workers that train are limited, in megabytes: much of what they make is soon forgotten, and unasked V8 lets it pile up,
 * a hundred in all, rather than look through it sooner.
 */
export const thrifty = { maxYoungGenerationSizeMb: 12 } as const;
