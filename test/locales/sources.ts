import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findStringLiterals, type StringLiteral } from './string-literals.ts';

const root = join(import.meta.dirname, '../..');

/** The strings of every TypeScript source under these folders, by file. */
export function readStrings(...folders: readonly string[]): ReadonlyMap<string, readonly StringLiteral[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated'))
      .map((file) => join(root, folder, file)),
  );
  return new Map(files.map((file) => [relative(root, file), findStringLiterals(readFileSync(file, 'utf8'))]));
}
