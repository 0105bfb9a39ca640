declare module 'virtual:unit-names' {
  /** "Phường Bình Long" by five-digit code. Made at build time by vite.config.ts. */
  export const unitNames: Readonly<Record<string, string | undefined>>;
}
