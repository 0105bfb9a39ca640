import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledRelease } from '#knowledge/release.ts';
import { unsealRelease } from '#knowledge/sealed.ts';
import { AppError, toAppError } from '#root/errors.ts';
import { decodeModel, type Model } from '#understanding/model.ts';
import { builtFolder, ensureBuilt, type Artifact, type Say } from './artifact.ts';
import { contentHash } from './content-hash.ts';
import { chatPages, chatSources, consolePages, consoleSources } from './page-sources.ts';

/** The checkout: builds are made from its files, whatever folder the server was started in. */
const root = join(import.meta.dirname, '..', '..');

/** What the product comes with. */
export const dataFolder = join(root, 'data');

export interface Build {
  readonly compiled: CompiledRelease;
  readonly model: Model;
  /** Folder of the pages as browsers get them; null where none were asked for. */
  readonly pages: string | null;
  /** Folder of the staff's console; null where it was not asked for. */
  readonly console: string | null;
}

export interface BuildOptions {
  readonly say: Say;
  readonly pages: boolean;
  /** Absent: as `pages`. */
  readonly console?: boolean;
  /** Where builds are kept; tests have their own. */
  readonly home?: string;
  readonly dataDir?: string;
}

/** Builds what is stale by the content of its sources, and loads it. Nothing is built twice from the same content. */
export async function build(options: BuildOptions): Promise<Build> {
  const { home, data } = placesOf(options);
  const made = async <Part>(artifact: Artifact, read: (folder: string) => Part): Promise<Part> => {
    const folder = await ensureBuilt(home, artifact, options.say);
    try {
      return read(folder);
    } catch (error) {
      // Cut off by a full disk, or edited: made again, once.
      options.say(`${artifact.label} in .build cannot be read (${toAppError(error).code})`);
      rmSync(folder, { recursive: true, force: true });
      return read(await ensureBuilt(home, artifact, options.say));
    }
  };
  const compiled = await made(releaseArtifact(data), loadRelease);
  const model = await made(modelArtifact(data, compiled), loadModel);
  const pages = options.pages ? await made(pagesArtifact(), readablePages) : null;
  const console = wantsConsole(options) ? await made(consoleArtifact(), readablePages) : null;
  return { compiled, model, pages, console };
}

/** The build of these very sources, loaded; null where something is stale or cannot be read. Makes nothing. */
export function freshBuild(options: Omit<BuildOptions, 'say'>): Build | null {
  try {
    return loadFresh(options);
  } catch (error) {
    if (error instanceof AppError && unreadable.has(error.code)) return null;
    throw error;
  }
}

const unreadable: ReadonlySet<string> = new Set(['RELEASE_INVALID', 'MODEL_INVALID', 'BUILD_FAILED']);

function loadFresh(options: Omit<BuildOptions, 'say'>): Build | null {
  const { home, data } = placesOf(options);
  const release = builtFolder(home, releaseArtifact(data));
  if (release === null) return null;
  const compiled = loadRelease(release);
  const model = builtFolder(home, modelArtifact(data, compiled));
  const pages = options.pages ? builtFolder(home, pagesArtifact()) : null;
  const console = wantsConsole(options) ? builtFolder(home, consoleArtifact()) : null;
  if (model === null || (options.pages && pages === null)) return null;
  if (wantsConsole(options) && console === null) return null;
  return {
    compiled,
    model: loadModel(model),
    pages: pages === null ? null : readablePages(pages),
    console: console === null ? null : readablePages(console),
  };
}

const wantsConsole = ({ pages, console }: Pick<BuildOptions, 'pages' | 'console'>): boolean =>
  console ?? pages;

const placesOf = ({ home, dataDir }: Omit<BuildOptions, 'say'>) => ({
  home: home ?? join(root, '.build'),
  data: dataDir ?? dataFolder,
});

const loadRelease = (folder: string): CompiledRelease =>
  load(folder, 'release.sealed', unsealRelease, 'RELEASE_INVALID');

const loadModel = (folder: string): Model => load(folder, 'model.bin', decodeModel, 'MODEL_INVALID');

function readablePages(folder: string): string {
  const page = join(folder, 'index.html');
  if (existsSync(page) && statSync(page).size > 0) return folder;
  throw new AppError('BUILD_FAILED', `${page} is missing; delete the folder and start again`);
}

// The tools of each build are imported where something is built: a start with nothing stale pays for none of them.

function releaseArtifact(dataDir: string): Artifact {
  return {
    name: 'release',
    label: 'knowledge',
    hash: contentHash(root, ['src/knowledge', 'src/replies/wording-keys.ts'], contentHash(dataDir, [''])),
    make: async (folder) => (await import('./make-release.ts')).makeRelease(dataDir, folder),
  };
}

function modelArtifact(dataDir: string, compiled: CompiledRelease): Artifact {
  return {
    name: 'model',
    label: 'understanding',
    hash: contentHash(
      root,
      ['src/understanding'],
      compiled.hash + contentHash(dataDir, ['lexicon', 'national']),
    ),
    make: async (folder) => (await import('./make-model.ts')).makeModel(dataDir, compiled, folder),
  };
}

const pagesArtifact = (): Artifact => ({
  name: 'pages',
  label: 'pages',
  hash: contentHash(root, chatSources),
  make: async (folder) => (await import('./make-pages.ts')).makePages(chatPages.map(inRoot), folder),
});

const consoleArtifact = (): Artifact => ({
  name: 'console',
  label: "the staff's console",
  hash: contentHash(root, consoleSources),
  make: async (folder) => (await import('./make-pages.ts')).makePages(consolePages.map(inRoot), folder),
});

const inRoot = (path: string): string => join(root, path);

function load<Part>(
  folder: string,
  name: string,
  read: (bytes: Buffer) => Part,
  code: 'RELEASE_INVALID' | 'MODEL_INVALID',
): Part {
  const file = join(folder, name);
  try {
    return read(readFileSync(file));
  } catch (error) {
    throw new AppError(code, `${file} cannot be read; delete the folder and start again`, { cause: error });
  }
}
