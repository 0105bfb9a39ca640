import type { Sheet } from '#replies/sheet.ts';
import { jsonLd, type Html } from './html.ts';

/** schema.org GovernmentService: only what the page itself says. */
export const governmentService = (sheet: Sheet, url: string): Html =>
  jsonLd({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: sheet.name,
    description: sheet.leadsTo,
    serviceType: sheet.field,
    inLanguage: 'vi',
    url,
    ...(sheet.codes.length === 0 ? {} : { identifier: [...sheet.codes] }),
    areaServed: { '@type': 'AdministrativeArea', name: 'Thành phố Đồng Nai' },
    ...(sheet.unit === null ? {} : { provider: { '@type': 'GovernmentOrganization', name: sheet.unit } }),
    availableChannel: sheet.contacts
      .filter(({ phone }) => phone !== undefined)
      .map(({ name, phone }) => ({
        '@type': 'ServiceChannel',
        name,
        servicePhone: { '@type': 'ContactPoint', telephone: phone },
      })),
  });
