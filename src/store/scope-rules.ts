import { Prisma, type PrismaClient } from './generated/sqlite/client.ts';

/** How the arguments of a query are bound to one coalition. */
export interface ScopeRules {
  /** Throws where the query would write outside of the coalition. */
  readonly bind: (model: string, operation: string, args: object) => object;
}

type Fields = Readonly<Record<string, unknown>>;
type Args = {
  readonly where?: Fields;
  readonly data?: Fields | readonly Fields[];
  readonly create?: Fields;
  readonly update?: Fields;
  readonly select?: Fields;
  readonly include?: Fields;
};

/** The rules for the models that `db` knows. */
export function createScopeRules(db: PrismaClient, coalitionId: string): ScopeRules {
  const findTarget = createRelationFinder(db);

  function bind(model: string, operation: string, args: Args): object {
    const key = scopeKey(model);
    checkWrites(model, operation, args);
    const bound = bindRelations(model, args);
    return key && !operation.startsWith('create') ? { ...bound, where: pin(bound.where, key) } : bound;
  }

  /** A `where` that names another coalition finds nothing, so the condition is added and replaces none. */
  function pin(where: Fields = {}, key: string): Fields {
    return isPinned(where, key) ? where : { ...where, AND: [where.AND ?? [], { [key]: coalitionId }].flat() };
  }

  /** Left as they are, so that the database itself can upsert: only plain unique keys allow that. */
  function isPinned(where: Fields, key: string): boolean {
    const compound = Object.keys(where).find((name) => name.split('_').includes(key));
    const holder = compound?.includes('_') ? (where[compound] as Fields) : where;
    return holder[key] === coalitionId;
  }

  function checkWrites(model: string, operation: string, { data, create, update }: Args): void {
    const key = scopeKey(model);
    const rows = [data ?? []].flat();
    const created = [...(operation.startsWith('create') ? rows : []), ...(create ? [create] : [])];
    for (const row of [...rows, create, update]) if (row) checkNesting(model, row);
    if (!key) return;
    for (const row of created) if (row[key] !== coalitionId) refuse(model, row[key]);
    for (const row of [...rows, update]) if (row && key in row && row[key] !== coalitionId) refuse(model, row[key]);
  }

  function refuse(model: string, owner: unknown): never {
    throw new Error(`a ${model} of coalition ${String(owner)} was to be written within ${coalitionId}`);
  }

  /** Rows written through a relation would pass unseen. */
  function checkNesting(model: string, row: Fields): void {
    for (const field of Object.keys(row)) {
      const target = findTarget(model, field);
      if (target && (scopeKey(model) || scopeKey(target))) {
        throw new Error(`write ${model}.${field} by its id: a nested write cannot be bound to a coalition`);
      }
    }
  }

  /** From a person the way leads to their memberships everywhere: those lists are bound as well. */
  function bindRelations(model: string, args: Args): Args {
    const { select, include } = args;
    return {
      ...args,
      ...(select && { select: bindFields(model, select) }),
      ...(include && { include: bindFields(model, include) }),
    };
  }

  function bindFields(model: string, fields: Fields): Fields {
    return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, bindField(model, field, value)]));
  }

  function bindField(model: string, field: string, value: unknown): unknown {
    const target = field === '_count' ? model : findTarget(model, field);
    if (!target || !value || (field === '_count' && value === true)) return value;
    const bound = bindRelations(target, value === true ? {} : (value as Args));
    const key = scopeKey(target);
    const leavesScope = field !== '_count' && key && !scopeKey(model);
    if (leavesScope) return { ...bound, where: pin(bound.where, key) };
    return value === true ? true : bound;
  }

  return { bind };
}

/** By which column a model is bound; null where it belongs to no coalition. */
function scopeKey(model: string): 'id' | 'coalitionId' | null {
  if (model === 'Coalition') return 'id';
  return 'coalitionId' in Prisma[`${model as Prisma.ModelName}ScalarFieldEnum`] ? 'coalitionId' : null;
}

/** Which model a relation leads to; null for columns. Prisma tells it nowhere but in this field of its client. */
function createRelationFinder(db: PrismaClient): (model: string, field: string) => string | null {
  type Model = { fields: readonly { name: string; kind: string; type: string }[] };
  const { models } = (db as unknown as { _runtimeDataModel: { models: Record<string, Model> } })._runtimeDataModel;
  return (model, field) => {
    const found = models[model]?.fields.find(({ name }) => name === field);
    return found?.kind === 'object' ? found.type : null;
  };
}
