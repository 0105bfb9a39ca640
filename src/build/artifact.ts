import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';

export type Say = (line: string) => void;

export interface Artifact {
  readonly name: string;
  /** Hash of everything it is made from. */
  readonly hash: string;
  readonly label: string;
  /** Fills an empty folder. */
  make(folder: string): Promise<void>;
}

/** How many builds of one kind are kept: the running server may still read the one before. */
const KEPT = 2;

/**
 * The folder of an artifact, built where no build of the same content exists. A folder appears whole or not
 * at all: it is filled beside its place and moved there, so a build that breaks leaves the last one usable.
 */
export async function ensureBuilt(home: string, artifact: Artifact, say: Say): Promise<string> {
  const built = builtFolder(home, artifact);
  if (built !== null) return built;
  const folder = folderOf(home, artifact);
  const began = performance.now();
  say(`Building ${artifact.label} …`);
  const draft = join(home, `draft-${artifact.name}-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    await artifact.make(draft);
    moveInto(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  prune(home, artifact.name, folder);
  dropOldDrafts(home);
  say(`Built ${artifact.label} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return folder;
}

/** null: not built yet. */
export function builtFolder(home: string, artifact: Artifact): string | null {
  const folder = folderOf(home, artifact);
  return existsSync(folder) ? folder : null;
}

const folderOf = (home: string, { name, hash }: Artifact): string => join(home, `${name}-${hash}`);

function moveInto(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another process built the same content first; its folder is as good.
    if (!existsSync(folder)) throw error;
  }
}

function prune(home: string, name: string, newest: string): void {
  const now = new Date();
  utimesSync(newest, now, now);
  const old = readdirSync(home)
    .filter((entry) => new RegExp(`^${name}-[0-9a-f]{16}$`).test(entry) && entry !== basename(newest))
    .map((entry) => join(home, entry))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of old.slice(KEPT - 1)) rmSync(folder, { recursive: true, force: true });
}

const DRAFT_LIFE_MS = 10 * 60_000;

/** What killed builds left behind. */
function dropOldDrafts(home: string): void {
  for (const entry of readdirSync(home).filter((name) => name.startsWith('draft-'))) {
    const folder = join(home, entry);
    const at = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - at > DRAFT_LIFE_MS) rmSync(folder, { recursive: true, force: true });
  }
}
