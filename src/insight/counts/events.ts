import type { CountedEvent } from '#turns/ports.ts';

/**
 * What `daily_event` counts for ever, by day, unit and channel; a count tells nobody apart.
 *
 * | event | subject | step | detail |
 * | --- | --- | --- | --- |
 * | move | procedure | place before | place after |
 * | stuck, confused, simpler | procedure | step | |
 * | trouble, and -solved, -stays, -other | procedure or '' | step or '' | trouble |
 * | helped, not-helped | what it was about | | |
 * | why | what it was about | | reason |
 * | wrong | procedure | | key of the fact |
 * | handover | topic or '' | step or '' | |
 * | hour | | | 00 … 23 in Việt Nam |
 *
 * Moves balance: arrivals at a place less departures from it are the walk-throughs that stand there.
 */
export type DailyEvent = CountedEvent | 'helped' | 'not-helped' | 'why' | 'wrong' | 'handover' | 'hour';
