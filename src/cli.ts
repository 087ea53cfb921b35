import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { doctor } from './cli/doctor.ts';
import { register } from './cli/register.ts';
import { schedule } from './cli/schedule.ts';
import { speakToHost } from './cli/speak.ts';
import { demo, start } from './cli/start.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const words = speakToHost();
const program = new Command('convener').description(words('cli.description')).showHelpAfterError();
program
  .command('start')
  .description(words('cli.start.description'))
  .option('--demo', words('cli.start.demo'))
  .action(start);
program.command('demo').description(words('cli.demo.description')).action(demo);
program.command('register').description(words('cli.register.description')).action(register);
program.command('doctor').description(words('cli.doctor.description')).action(doctor);
program
  .command('schedule')
  .description(words('cli.schedule.description'))
  .argument('<words>', words('cli.schedule.words'))
  .requiredOption('--zone <zone>', words('cli.schedule.zone'))
  .option('--from <instant>', words('cli.schedule.from'))
  .option('--count <number>', words('cli.schedule.count'))
  .action(schedule);
// Saying nothing starts it. (As commander's default command, `start` would take each misspelt word as an argument.)
await program.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, 'start']);
