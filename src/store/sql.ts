import type { StoreKind } from './address.ts';
import { Prisma } from './generated/sqlite/client.ts';

/**
 * A condition: the column holds one of these values, which travel as one parameter however many there are. PostgreSQL
 * gets an array: it knows how long that is when it plans, and looks values up by their hash where it reads all rows.
 */
export function isAmong(kind: StoreKind, column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  return kind === 'sqlite'
    ? Prisma.sql`${column} IN (SELECT "value" FROM json_each(${JSON.stringify(values)}))`
    : Prisma.sql`${column} = ANY(${values}::text[])`;
}

/** A condition: the column holds none of these values, which are looked up by their hash. */
export function isNotAmong(kind: StoreKind, column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  const json = JSON.stringify(values);
  return kind === 'sqlite'
    ? Prisma.sql`${column} NOT IN (SELECT "value" FROM json_each(${json}))`
    : Prisma.sql`${column} NOT IN (SELECT jsonb_array_elements_text(${json}::jsonb))`;
}

/** All of the conditions; true where there are none. */
export function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join([...conditions], ' AND ') : Prisma.sql`TRUE`;
}

/** The cells of each row as JSON, in one array for all rows of the query that follows. */
export function arrayOf(kind: StoreKind, cells: Prisma.Sql): Prisma.Sql {
  return kind === 'sqlite'
    ? Prisma.sql`json_group_array(json_array(${cells}))`
    : Prisma.sql`coalesce(json_agg(json_build_array(${cells})), '[]')::text`;
}
