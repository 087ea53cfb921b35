/** Whether a write failed because a row with the same unique value stands there already (Prisma's code P2002). */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
