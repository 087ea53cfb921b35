import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A PostgreSQL of its own, for as long as a test or a migration needs one. */
export interface TemporaryPostgres {
  /** The superuser's address; its database is empty. */
  readonly url: string;
  /** Stops the server and removes all it wrote. */
  readonly stop: () => Promise<void>;
}

/** Where distributions put PostgreSQL's programs, which are seldom all on the PATH; newest first. */
const debianFolder = '/usr/lib/postgresql';

/** The folder that holds `initdb` and `postgres`; null where PostgreSQL is not installed. */
export function findPostgresPrograms(): string | null {
  const versions = readFolder(debianFolder).sort((a, b) => Number(b) - Number(a));
  const folders = [...versions.map((version) => join(debianFolder, version, 'bin')), ...pathFolders()];
  return folders.find((folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres'))) ?? null;
}

/** The server of TEST_DATABASE_URL, which stays as it is, or else a temporary one. Throws where there is neither. */
export async function getTestPostgres(): Promise<TemporaryPostgres> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, stop: async () => {} };
  const programs = findPostgresPrograms();
  if (programs === null) throw new Error('Install PostgreSQL, or set TEST_DATABASE_URL to a server for tests.');
  return startTemporaryPostgres(programs);
}

/**
 * Starts a PostgreSQL that listens on the loopback interface alone. Unless it is to be `durable` it does not wait for
 * the disk (fsync is off): what it holds need not outlive a power cut, and tests are much faster so. A killed client
 * loses nothing by that.
 */
export async function startTemporaryPostgres(
  programs: string,
  { durable = false }: { durable?: boolean } = {},
): Promise<TemporaryPostgres> {
  const account = unprivilegedAccount();
  const folder = mkdtempSync(join(tmpdir(), 'convener-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    initialise(programs, data, account);
    const port = await findFreePort();
    const server = spawn(join(programs, 'postgres'), serverArguments(data, folder, port, durable), {
      ...account,
      cwd: folder,
      // In a group of its own: Ctrl-C is for whoever started it, and they stop it in their own time.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(server, 'exit');
    await untilReady(server.stderr, ended);
    const stop = async () => {
      // SIGINT is PostgreSQL's "fast" shutdown: it ends the connections instead of waiting for them.
      server.kill('SIGINT');
      await ended;
      remove();
    };
    return { url: `postgresql://convener@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

type Account = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root, so root runs it as `postgres`, or else as `nobody`; others as themselves. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (option: string, name: string) => {
    const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : null;
  };
  for (const name of ['postgres', 'nobody']) {
    const uid = numberOf('-u', name);
    const gid = numberOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as.');
}

function initialise(programs: string, data: string, account: Account | undefined): void {
  const options = ['-D', data, '-U', 'convener', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const { status, stderr } = spawnSync(join(programs, 'initdb'), options, { ...account, cwd: '/', encoding: 'utf8' });
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
}

function serverArguments(data: string, sockets: string, port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: sockets,
    port,
    max_connections: 200,
    lc_messages: 'C',
    ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function untilReady(log: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<void> {
  let said = '';
  const ready = new Promise<void>((resolve) => {
    log.on('data', (chunk: Buffer) => {
      if (said.includes('ready to accept connections')) return;
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
  });
  const failed = ended.then(() => Promise.reject(new Error(`PostgreSQL did not start: ${said}`)));
  failed.catch(() => {});
  await Promise.race([ready, failed]);
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function pathFolders(): string[] {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
