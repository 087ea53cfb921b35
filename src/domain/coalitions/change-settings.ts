import type { Coalition } from '../../store/generated/sqlite/client.ts';
import { inTransaction } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';

/** What is to change; what is left out stays. `zone` is IANA, `locale` a language that the bot speaks. */
export interface CoalitionSettings {
  readonly name?: string | undefined;
  readonly zone?: string | undefined;
  readonly locale?: string | undefined;
}

/** Changes the settings of the coalition and returns it as it is then. Nothing given changes nothing. */
export function changeSettings(acting: Acting, settings: CoalitionSettings): Promise<Coalition> {
  const { db, coalition } = acting;
  const { name = coalition.name, zone = coalition.zone, locale = coalition.locale } = settings;
  return inTransaction(db, async (tx) => {
    const changed = await tx.coalition.update({ where: { id: coalition.id }, data: { name, zone, locale } });
    await audit(tx, acting, 'coalition.changed', coalition.id, { zone, locale });
    return changed;
  });
}
