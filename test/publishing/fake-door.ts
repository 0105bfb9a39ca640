import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import type { AuditLine, Audit, StaffDoor } from '#staff/door.ts';
import { may, type Officer } from '#staff/officer.ts';
import type { Incoming, Route } from '#http/route.ts';
import { Readable } from 'node:stream';

export const officers = {
  lan: { id: 'lan', name: 'Lan', email: 'lan@x.vn', grants: [{ role: 'editor', scope: '25326' }] },
  hung: { id: 'hung', name: 'Hùng', email: 'hung@x.vn', grants: [{ role: 'approver', scope: '25326' }] },
  mai: {
    id: 'mai',
    name: 'Mai',
    email: 'mai@x.vn',
    grants: [{ role: 'province-administrator', scope: 'base' }],
  },
  nga: {
    id: 'nga',
    name: 'Nga',
    email: 'nga@x.vn',
    grants: [{ role: 'province-administrator', scope: 'base' }],
  },
} as const satisfies Record<string, Officer>;
export type Name = keyof typeof officers;

/** Who calls stands in a header; the rights are the real ones. */
export const fakeDoor: StaffDoor = {
  holding: (permission) => ({
    name: permission,
    check(incoming, params) {
      const { scope } = z.object({ scope: z.string() }).parse(params);
      const name = z.enum(['lan', 'hung', 'mai', 'nga']).parse(incoming.message.headers['x-officer']);
      const officer: Officer = officers[name];
      if (!may(officer, permission, scope)) throw new AppError('FORBIDDEN');
      return officer;
    },
  }),
};

export function fakeAudit(): Audit & { readonly lines: AuditLine[] } {
  const lines: AuditLine[] = [];
  return { lines, write: (line) => Promise.resolve(void lines.push(line)) };
}

export interface Called {
  readonly status: number;
  readonly json: unknown;
  /** Of files. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls a route as the server would, by method and path. Bytes are sent as they are. */
export function caller(routes: readonly Route[]) {
  return async (name: Name, request: string, body?: unknown): Promise<Called> => {
    const [method = '', address = ''] = request.split(' ');
    const url = new URL(address, 'http://x');
    const steps = url.pathname.split('/');
    const route = routes.find((one) => {
      const names = one.path.split('/');
      return (
        one.method === method &&
        names.length === steps.length &&
        names.every((n, i) => n.startsWith(':') || n === steps[i])
      );
    });
    if (route === undefined) throw new Error(`no route ${request}`);
    const params = Object.fromEntries(
      route.path
        .split('/')
        .flatMap((n, i) => (n.startsWith(':') ? [[n.slice(1), decodeURIComponent(steps[i] ?? '')]] : [])),
    );
    const sent = body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(JSON.stringify(body ?? {}));
    const message = Object.assign(Readable.from([sent]), {
      headers: { 'x-officer': name, 'content-type': 'application/json' },
    });
    Object.assign(message, { iterator: () => message[Symbol.asyncIterator]() });
    const incoming: Incoming = {
      id: 'r',
      message: message as unknown as IncomingMessage,
      address: '',
      origin: null,
      baseUrl: 'http://x',
    };
    try {
      const answer = await route.run(incoming, params, Object.fromEntries(url.searchParams), () =>
        Promise.resolve(),
      );
      const shape = route.out[answer.status];
      if (shape === undefined) throw new Error(`${request} answered ${String(answer.status)} unannounced`);
      return {
        status: answer.status,
        json: shape === null ? null : shape.parse(JSON.parse(JSON.stringify(answer.json))),
        ...(answer.bytes instanceof Uint8Array ? { bytes: answer.bytes } : {}),
        ...(answer.headers === undefined ? {} : { headers: answer.headers }),
      };
    } catch (error) {
      if (error instanceof AppError)
        return { status: error.status, json: { code: error.code, detail: error.detail } };
      throw error;
    }
  };
}
