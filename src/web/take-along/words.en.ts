import type { words as vietnamese } from './words.vi.ts';

/** The same in English. */
export const words: { readonly [Key in keyof typeof vietnamese]: string } = {
  title: 'Take along',
  close: 'Close',
  loading: 'Getting your slip…',
  failed: 'It could not be fetched. Please check your connection and try again.',
  again: 'Try again',
  nothing:
    'Nothing is begun yet. Choose what you need and answer a few questions, then come back for the slip.',
  print: 'Print the slip',
  picture: 'Save as a picture',
  elsewhere: 'Go on with another device',
  how: 'Open the camera of your phone and scan this picture. Or open the assistant in Zalo, Messenger or on another device and type the code:',
  once: 'The code works once and ends at',
  safe: 'No name and no paper number of yours is in it.',
  qr: 'QR picture that opens the conversation on another device',
  slip: 'Slip of what to prepare',
  unit: 'Where you submit',
  case: 'Your case',
  facts: 'Fee, time, place',
  contacts: 'If you have more questions',
  made: 'Slip made on',
  notOfficial: 'A slip of the automatic assistant, not a paper of an authority.',
  code: 'Procedure code',
};
