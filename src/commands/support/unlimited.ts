/** Settings of a server that only this machine's tools talk to: loopback, a free port, no limits against strangers. */
export const unlimited = {
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'error',
  TOKENS_PER_MINUTE: '1000000',
  MESSAGES_PER_MINUTE: '1000000',
} as const;
