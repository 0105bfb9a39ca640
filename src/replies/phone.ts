/** Dots and blanks in a number are for people: the address that calls it has digits alone, and the plus of a country. */
export const telAddress = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
