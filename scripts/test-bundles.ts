import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How many test files share a process, as a rule. */
const perBundle = 14;

/**
 * Files that import the test files which the patterns name, so many each. A process for each test file would mostly load
 * and compile the same once more. What stands side by side comes into different bundles, so that they last about as long.
 */
export function writeTestBundles(root: string, patterns: readonly string[]): string[] {
  const files = globSync(patterns, { cwd: root }).sort();
  const count = Math.ceil(files.length / perBundle);
  const directory = join(root, 'node_modules/.cache/tests');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const bundle = join(directory, `${index + 1}.test.js`);
    const imports = files.filter((_file, place) => place % count === index);
    writeFileSync(bundle, imports.map((file) => `import '${pathToFileURL(join(root, file))}';\n`).join(''));
    return bundle;
  });
}
