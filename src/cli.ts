import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { doctor } from './cli/doctor.ts';
import { register } from './cli/register.ts';
import { start } from './cli/start.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const program = new Command('convener').showHelpAfterError();
program.command('start', { isDefault: true }).option('--demo').action(start);
program.command('register').action(register);
program.command('doctor').action(doctor);
await program.parseAsync();
