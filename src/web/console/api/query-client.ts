import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './error.ts';

/** What passes by itself is tried again; what an officer must read is shown at once. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 3 && error instanceof ApiError && error.passes,
      // Our calls tell by themselves when the network is gone; a paused query would only show a wheel.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
