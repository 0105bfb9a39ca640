import type { Release } from '#knowledge/release.ts';

/** Tells the page whose it is: `<html data-unit="25326" data-unit-name="phường Bình Long">`. */
export function unitPage(release: Release, homeUnit: string | null): (html: string) => string {
  const unit = homeUnit === null ? undefined : release.units.get(homeUnit);
  if (unit === undefined) return (html) => html;
  const attributes = ` data-unit="${unit.code}" data-unit-name="${escaped(unit.name)}"`;
  return (html) => html.replace(/<html\b/, (tag) => tag + attributes);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
