declare module 'virtual:units' {
  /** Every ward and commune of the city by its present name. */
  export const units: readonly { readonly code: string; readonly name: string; readonly type: string }[];
}
