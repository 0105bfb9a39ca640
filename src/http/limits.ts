import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#root/errors.ts';
import type { Count } from './route.ts';

/** Counters of this process, one limiter a bucket. Several processes each count for themselves. */
export function createCounters(): Count {
  const limiters = new Map<string, RateLimiterMemory>();
  return async (bucket, key, limit) => {
    let limiter = limiters.get(bucket);
    if (limiter === undefined) {
      limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
      limiters.set(bucket, limiter);
    }
    try {
      await limiter.consume(key);
    } catch (refused) {
      const ms = refused instanceof RateLimiterRes ? refused.msBeforeNext : 1000;
      throw new AppError('RATE_LIMITED', undefined, { cause: Math.ceil(ms / 1000) });
    }
  };
}
