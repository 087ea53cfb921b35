import { asJson, asList, type Json } from '../json.ts';
import { toRestError } from '../rest-error.ts';
import { applicationId, guild } from '../seed.ts';
import { type Check, checkForm, checkObjects } from '../validation/check.ts';
import { checkCommand, checkCommands, kindOf } from '../validation/command.ts';
import type { World } from '../world.ts';
import { type Call, created, noContent, ok, type Reply, type Route, route } from './router.ts';

/** The application's commands: for everywhere, and for the server alone. */
export function commandRoutes(world: World): readonly Route[] {
  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (list) => [
      route(`GET ${list}`, (call) => ok(commandsAt(world, getScope(call)).map((one) => toListed(one, call)))),
      route(`PUT ${list}`, (call) => ok(overwrite(world, getScope(call), call))),
      route(`POST ${list}`, (call) => createOne(world, getScope(call), call)),
      route(`GET ${list}/:command`, (call) => ok(getCommand(world, getScope(call), call))),
      route(`PATCH ${list}/:command`, (call) => ok(change(world, getScope(call), call))),
      route(`DELETE ${list}/:command`, (call) => {
        world.commands.delete(String(getCommand(world, getScope(call), call).id));
        world.changed();
        return noContent;
      }),
    ],
  );
}

/** The server that commands belong to; null for those of everywhere. */
type Scope = string | null;

function getScope({ params }: Call): Scope {
  if (params.application !== applicationId) throw toRestError(20012);
  const scope = params.guild ?? null;
  if (scope !== null && scope !== guild.id) throw toRestError(10004);
  return scope;
}

function commandsAt(world: World, scope: Scope): readonly Json[] {
  return [...world.commands.values()].filter((command) => (command.guild_id ?? null) === scope);
}

/** A list leaves the translations out, unless they are asked for. */
function toListed(command: Json, { query }: Call): Json {
  if (query.get('with_localizations') === 'true') return command;
  const { name_localizations: _names, description_localizations: _descriptions, options, ...rest } = command;
  return {
    ...rest,
    ...(options ? { options: asList(options).map((one) => toListed(asJson(one), { query } as Call)) } : {}),
  };
}

function overwrite(world: World, scope: Scope, { body }: Call): readonly Json[] {
  let commands: readonly Json[] = [];
  checkForm((check) => {
    const found = checkObjects(check, body, { max: 130, required: true });
    checkCommands(check, found);
    commands = found.map(([, command]) => command);
  });
  const before = commandsAt(world, scope);
  for (const command of before) world.commands.delete(String(command.id));
  const stored = commands.map((command) => store(world, scope, command, findSame(before, command)));
  world.changed();
  return stored;
}

function createOne(world: World, scope: Scope, { body }: Call): Reply {
  const command = asJson(body);
  const before = commandsAt(world, scope);
  const same = findSame(before, command);
  const others = before.filter((one) => one !== same);
  checkForm((check: Check) => {
    checkCommand(check, command);
    checkCommands(check, [...others.map((one) => [check, one] as const)]);
  });
  const stored = store(world, scope, command, same);
  world.changed();
  return same ? ok(stored) : created(stored);
}

function change(world: World, scope: Scope, call: Call): Json {
  const before = getCommand(world, scope, call);
  const command = { ...before, ...asJson(call.body) };
  checkForm((check) => checkCommand(check, command));
  const stored = store(world, scope, command, before);
  world.changed();
  return stored;
}

function getCommand(world: World, scope: Scope, { params }: Call): Json {
  const found = world.commands.get(params.command ?? '');
  if (!found || (found.guild_id ?? null) !== scope) throw toRestError(10063);
  return found;
}

function findSame(commands: readonly Json[], command: Json): Json | undefined {
  return commands.find((one) => one.name === command.name && one.type === kindOf(command));
}

/** Keeps a command; one of the same name and type keeps its id. */
function store(world: World, scope: Scope, command: Json, same: Json | undefined): Json {
  const stored: Json = {
    nsfw: false,
    default_member_permissions: null,
    contexts: null,
    integration_types: [0],
    description: '',
    ...command,
    type: kindOf(command),
    id: same?.id ?? world.nextId(),
    application_id: applicationId,
    version: world.nextId(),
    ...(scope ? { guild_id: scope } : {}),
  };
  world.commands.set(String(stored.id), stored);
  return stored;
}
