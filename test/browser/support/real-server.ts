import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RealServer {
  readonly url: string;
  stop(): Promise<void>;
  /** Ends the process at once, as a crash does, and starts it again at the same address with the same data. */
  restart(): Promise<void>;
}

/** `npm start` on a free port with a data folder of its own. Builds what is stale first, as it does for everybody. */
export async function startRealServer(settings: Readonly<Record<string, string>> = {}): Promise<RealServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chat-data-'));
  let running = await start(settings, dataDir);
  const { url } = running;
  return {
    url,
    restart: async () => {
      await running.end('SIGKILL');
      running = await start({ ...settings, PORT: new URL(url).port }, dataDir);
    },
    stop: async () => {
      await running.end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function start(settings: Readonly<Record<string, string>>, dataDir: string) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      PUBLIC_URL: '',
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let how = '';
  const ended = new Promise<void>((resolve) =>
    child.on('exit', (code, signal) => {
      how = String(signal ?? code);
      resolve();
    }),
  );
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += part.toString();
      const found = /(http:\/\/\S+:\d+)\s+\(\d+ ms\)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(`the server ended (${how}) before it listened:\n${said}`)));
  });
  return {
    url,
    end: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal);
      await ended;
    },
  };
}
