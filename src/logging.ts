import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/**
 * The one logger. Nobody logs the words of residents: messages name ids, codes and times.
 * What could carry them by accident (headers, bodies, query strings) is cut here as well.
 */
export function createLogger(
  level: 'silent' | 'error' | 'warn' | 'info' | 'debug',
  /** Standard output, if not said. */
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['authorization', 'token', 'text', 'body', '*.authorization', '*.token', '*.text', '*.body'],
      censor: '[cut]',
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
