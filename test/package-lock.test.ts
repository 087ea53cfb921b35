import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = Object.entries(lock.packages);

/** Where a package would be found by one that stands at `from`: beside it, or further out. */
function isLocked(from: string, name: string): boolean {
  const places = from.split('/node_modules/').map((_, index, parts) => parts.slice(0, index).join('/node_modules/'));
  return ['', from, ...places].some((place) => `${place ? `${place}/` : ''}node_modules/${name}` in lock.packages);
}

describe('the lock file', () => {
  it('names the binaries of every operating system, or npm ci refuses it', () => {
    const missing = packages.flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(from, name)),
    );
    assert.deepEqual(missing, []);
  });

  it('gives a version to everything and the address of a registry to nothing', () => {
    assert.deepEqual(
      packages.filter(([place, { version, resolved }]) => place !== '' && (!version || resolved)),
      [],
    );
  });
});
