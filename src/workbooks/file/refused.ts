/** A file that is not read at all. `message` is for the officer. */
export class FileRefused extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'FileRefused';
  }
}
