import { monthSchema, reportSchema } from '#insight/report/contract.ts';

export const reportCall = { method: 'GET', path: '/api/staff/:scope/report', out: reportSchema } as const;
export const monthCall = { method: 'GET', path: '/api/staff/:scope/report/month', out: monthSchema } as const;
export const FILE_PATH = '/api/staff/:scope/report/file';
