import type { StoreKind } from './address.ts';
import type { DeliveryStatus, SentTo } from './generated/sqlite/client.ts';
import type { DbTx } from './scope.ts';

/** A delivery that was sent, as it was in hand. */
export interface SentRow {
  readonly id: string;
  readonly leasedBy: string | null;
  readonly attempts: number;
  readonly messageId: string | null;
  readonly sentTo: SentTo;
}

/**
 * Settles many deliveries as sent, by one statement: those that are still in the hands of who sent them. Returns the
 * ids of these. `IS TRUE` keeps the databases from searching for what is leased: they go by the ids.
 */
export async function markSent(db: DbTx, kind: StoreKind, rows: readonly SentRow[], at: Date): Promise<Set<string>> {
  const json = JSON.stringify(rows);
  const ids = rows.map(({ id }) => id);
  const settled = kind === 'sqlite' ? markInSqlite(db, json, at) : markInPostgres(db, ids, json, at);
  return new Set((await settled).map(({ id }) => id));
}

type Settled = readonly { readonly id: string }[];

const sent: DeliveryStatus = 'sent';
const leased: DeliveryStatus = 'leased';

function markInSqlite(db: DbTx, json: string, at: Date): Promise<Settled> {
  return db.$queryRaw`
    UPDATE "Delivery" SET
      "status" = ${sent}, "settledAt" = ${at}, "leasedUntil" = NULL, "reason" = NULL,
      "messageId" = row.value ->> 'messageId', "sentTo" = row.value ->> 'sentTo'
    FROM json_each(${json}) AS row
    WHERE "Delivery"."id" = row.value ->> 'id' AND ("Delivery"."status" = ${leased}
      AND "Delivery"."leasedBy" = row.value ->> 'leasedBy' AND "Delivery"."attempts" = row.value ->> 'attempts') IS TRUE
    RETURNING "Delivery"."id"`;
}

function markInPostgres(db: DbTx, ids: readonly string[], json: string, at: Date): Promise<Settled> {
  return db.$queryRaw`
    UPDATE "Delivery" SET
      "status" = ${sent}::"DeliveryStatus", "settledAt" = ${at}, "leasedUntil" = NULL, "reason" = NULL,
      "messageId" = row."messageId", "sentTo" = row."sentTo"::"SentTo"
    FROM jsonb_to_recordset(${json}::jsonb)
      AS row("id" text, "leasedBy" text, "attempts" integer, "messageId" text, "sentTo" text)
    WHERE "Delivery"."id" = ANY(${ids}::text[]) AND "Delivery"."id" = row."id"
      AND ("Delivery"."status" = ${leased}::"DeliveryStatus"
      AND "Delivery"."leasedBy" = row."leasedBy" AND "Delivery"."attempts" = row."attempts") IS TRUE
    RETURNING "Delivery"."id"`;
}
