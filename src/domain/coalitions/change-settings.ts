import type { NamedRecurrence } from '../../core/param.ts';
import type { Coalition } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { moveSchedules } from '../schedules/move-zone.ts';
import { type Digest, findDigest, setDigest, stopDigest } from './digest.ts';

/** What is to change; what is left out stays. `zone` is IANA, `locale` a language that the bot speaks. */
export interface CoalitionSettings {
  readonly name?: string | undefined;
  readonly zone?: string | undefined;
  readonly locale?: string | undefined;
  /** When its spaces hear of open and overdue tasks. */
  readonly digest?: NamedRecurrence | 'off' | undefined;
}

/** How a coalition is set up. */
export interface Settings {
  readonly coalition: Coalition;
  readonly digest: Digest | null;
}

/** How the coalition is set up. */
export async function getSettings({ db, coalition }: Acting): Promise<Settings> {
  return { coalition, digest: await findDigest(db, coalition.id) };
}

/**
 * Changes the settings of the coalition, moves what was meant in its time to a new zone, and returns how it is set up
 * then. Nothing given changes nothing. Throws `coalition.digest-too-often`.
 */
export function changeSettings(acting: Acting, settings: CoalitionSettings): Promise<Settings> {
  const { db, coalition, now } = acting;
  const { name = coalition.name, zone = coalition.zone, locale = coalition.locale, digest } = settings;
  return inTransaction(db, async (tx) => {
    const changed = await tx.coalition.update({ where: { id: coalition.id }, data: { name, zone, locale } });
    if (zone !== coalition.zone) await moveClock(tx, changed, now);
    if (digest === 'off') await stopDigest(tx, coalition.id);
    else if (digest) await setDigest(tx, changed, digest, now);
    await audit(tx, acting, 'coalition.changed', coalition.id, { zone, locale });
    return { coalition: changed, digest: await findDigest(tx, coalition.id) };
  });
}

/** Members of whom no zone is known live in that of their coalition. */
async function moveClock(tx: ScopedTx, { id, zone }: Coalition, now: Date): Promise<void> {
  const members = await tx.member.findMany({
    where: { person: { zone: null, accounts: { none: { zone: { not: null } } } } },
    select: { personId: true },
  });
  await moveSchedules(tx, { type: 'coalition', ids: [id] }, zone, now);
  await moveSchedules(tx, { type: 'person', ids: members.map(({ personId }) => personId) }, zone, now);
}
