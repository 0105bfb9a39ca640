import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('configuration', () => {
  it('needs nothing to start', () => {
    expect(readConfig({})).toMatchObject({ production: false, port: 3978, databaseUrl: null });
  });

  it('treats an empty setting as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3978, databaseUrl: null });
  });

  it('names the wrong setting and how to set it', () => {
    expect(() => readConfig({ PORT: 'abc' })).toThrow(/PORT: .*TCP port/);
    expect(() => readConfig({ DATABASE_URL: 'mysql://x/y' })).toThrow(/DATABASE_URL: .*postgres:/);
  });

  it('is production when the public address is not localhost', () => {
    expect(readConfig({ PUBLIC_URL: 'https://hoso.example.vn/' })).toMatchObject({
      production: true,
      publicUrl: 'https://hoso.example.vn',
    });
    expect(readConfig({ PUBLIC_URL: 'http://localhost:3978' }).production).toBe(false);
  });

  it('wants one seal key for all nodes of a PostgreSQL installation', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://u@h/d' })).toThrow(/SEAL_KEY/);
  });
});
