import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The command line in a process of its own, in an empty folder. */
export interface Program {
  readonly process: ChildProcess;
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Resolves with what it printed, once that matches; rejects where it ends before. */
  readonly says: (words: RegExp) => Promise<RegExpExecArray>;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** Runs `convener <args>` with that environment and nothing else; killed when the test ends. */
export async function runProgram(
  t: TestContext,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'convener-cli-'));
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: 'UTC', ...env },
  });
  const output = { stdout: '', stderr: '' };
  const heard = new EventEmitter();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
      heard.emit('output');
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  t.after(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  const says = async (words: RegExp): Promise<RegExpExecArray> => {
    const found = words.exec(output.stdout + output.stderr);
    if (found) return found;
    const over = await Promise.race([once(heard, 'output').then(() => false), ended.then(() => true)]);
    if (over && !words.test(output.stdout + output.stderr)) throw new Error(`ended with: ${output.stderr}`);
    return says(words);
  };
  return { process: child, output, says, ended };
}
