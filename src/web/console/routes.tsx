import { createBrowserRouter, type RouteObject } from 'react-router';
import { Broken } from './shell/broken.tsx';
import { Frame } from './shell/frame.tsx';
import { Gone } from './shell/gone.tsx';
import { Guarded } from './shell/guarded.tsx';
import { ToFirstUnit } from './shell/to-first-unit.tsx';
import { Waiting } from './shell/waiting.tsx';
import type { ConsolePage } from './shell/page-spec.ts';
import { pages } from './pages/pages.ts';

export const HOME = '/quan-tri';

/** Every page by its address. `/quan-tri` alone leads to the officer's first unit. */
export const router = createBrowserRouter([
  {
    path: HOME,
    errorElement: <Broken />,
    hydrateFallbackElement: <Waiting />,
    children: [
      ...pages.filter(({ place }) => place === 'open').map(routeOf),
      {
        element: <Frame />,
        children: [
          { index: true, element: <ToFirstUnit /> },
          ...pages.filter(({ place }) => place === 'plain').map(routeOf),
          {
            path: ':scope',
            children: [
              ...pages.filter(({ place }) => place === undefined || place === 'unit').map(routeOf),
              { path: '*', element: <Gone /> },
            ],
          },
        ],
      },
    ],
  },
]);

function routeOf(page: ConsolePage): RouteObject {
  const { path } = page;
  return {
    ...(path === '' ? { index: true } : { path }),
    errorElement: <Broken />,
    lazy: async () => {
      const { Component } = await page.load();
      if (page.place === 'open') return { Component };
      const Checked = () => (
        <Guarded page={page}>
          <Component />
        </Guarded>
      );
      return { Component: Checked };
    },
  };
}
