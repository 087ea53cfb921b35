/** A bot in a process of its own, between the platforms that it is told of, until whoever started it lets it go. */
import { type Surroundings, startBenchBot } from './bot.ts';

const convener = await startBenchBot(JSON.parse(process.argv[2] ?? '{}') as Surroundings);
process.once('disconnect', () => void convener.stop());
process.send?.('started');
