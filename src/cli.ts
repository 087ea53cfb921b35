import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { doctor } from './cli/doctor.ts';
import { register } from './cli/register.ts';
import { speakToHost } from './cli/speak.ts';
import { start } from './cli/start.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const words = speakToHost();
const program = new Command('convener').description(words('cli.description')).showHelpAfterError();
program
  .command('start', { isDefault: true })
  .description(words('cli.start.description'))
  .option('--demo', words('cli.start.demo'))
  .action(start);
program.command('register').description(words('cli.register.description')).action(register);
program.command('doctor').description(words('cli.doctor.description')).action(doctor);
await program.parseAsync();
