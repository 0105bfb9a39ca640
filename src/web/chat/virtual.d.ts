declare module 'virtual:unit-names' {
  /** "Phường Bình Long" by five-digit code. Made at build time by vite.config.ts. */
  export const unitNames: Readonly<Record<string, string | undefined>>;
}

declare module 'virtual:schematics' {
  /** Pictures of screens by name, from `data/schematics`. `real`: a screenshot, no drawing. Made at build time. */
  export const schematics: ReadonlyMap<
    string,
    {
      readonly url: string;
      readonly asOf: string;
      readonly alt: string;
      readonly real: boolean;
      readonly width: number;
      readonly height: number;
    }
  >;
}
