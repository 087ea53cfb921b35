import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { speakToHost } from './cli/speak.ts';

// Halves what a start costs from the second one on. Where the folder cannot be written to, nothing is kept.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
if (existsSync('.env')) process.loadEnvFile('.env');

const words = speakToHost();
const program = new Command('convener').description(words('cli.description')).showHelpAfterError();
program
  .command('start')
  .description(words('cli.start.description'))
  .option('--demo', words('cli.start.demo'))
  .action(async (options) => (await import('./cli/start.ts')).start(options));
program
  .command('demo')
  .description(words('cli.demo.description'))
  .action(async () => (await import('./cli/start.ts')).demo());
program
  .command('register')
  .description(words('cli.register.description'))
  .action(async () => (await import('./cli/register.ts')).register());
program
  .command('doctor')
  .description(words('cli.doctor.description'))
  .action(async () => (await import('./cli/doctor.ts')).doctor());
program
  .command('schedule')
  .description(words('cli.schedule.description'))
  .argument('<words>', words('cli.schedule.words'))
  .requiredOption('--zone <zone>', words('cli.schedule.zone'))
  .option('--from <instant>', words('cli.schedule.from'))
  .option('--count <number>', words('cli.schedule.count'))
  .action(async (said, options) => (await import('./cli/schedule.ts')).schedule(said, options));
// Saying nothing starts it. (As commander's default command, `start` would take each misspelt word as an argument.)
await program.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, 'start']);
