/** What is drawn: bars that lie, columns that stand, or lines over days. */
export interface ChartSpec {
  readonly kind: 'bars' | 'columns' | 'lines';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}
