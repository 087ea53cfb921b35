import { availableParallelism, cpus, release, type } from 'node:os';

/** On what it was measured, in one line. */
export function describeMachine(): string {
  const [first] = cpus();
  const cores = availableParallelism();
  return `Node ${process.version} on ${type()} ${release()}, ${cores} cores, ${first?.model.trim() ?? 'unknown CPU'}`;
}
