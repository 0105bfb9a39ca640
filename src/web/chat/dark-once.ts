import type { Plugin } from 'postcss';

/** `@dark { … }` becomes the palette of a dark device and of her own choice: two places in the style, one in the source. */
export const darkOnce: Plugin = {
  postcssPlugin: 'dark-once',
  AtRule: {
    dark: (palette, { AtRule, Rule }) => {
      const nodes = palette.nodes ?? [];
      const device = new AtRule({ name: 'media', params: '(prefers-color-scheme: dark)' });
      device.append(
        new Rule({
          selector: ":root:not([data-theme='light'])",
          nodes: nodes.map((node) => node.clone()),
        }),
      );
      const chosen = new Rule({
        selector: ":root[data-theme='dark']",
        nodes: nodes.map((node) => node.clone()),
      });
      palette.replaceWith(device, chosen);
    },
  },
};
