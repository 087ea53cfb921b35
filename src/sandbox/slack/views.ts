import { ApiError } from './api-error.ts';
import type { Dict } from './blocks/judge.ts';
import type { ViewPayload } from './blocks/validate-view.ts';
import { type createIds, randomWord } from './ids.ts';
import { limits } from './limits.ts';
import { bot, team } from './people.ts';

/** A modal or App Home as it stands before a person. */
export interface SlackView {
  readonly id: string;
  readonly personId: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** Changes with every update, so that the bot can tell that it still speaks of the same state. */
  readonly hash: string;
  readonly payload: ViewPayload;
  /** What was wrong with the last submission, by the `block_id` of the input; under `''` what concerns all of it. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The modals of every person, each a stack, and the App Homes. */
export interface Views {
  /** The modal on top. */
  readonly top: (personId: string) => SlackView | null;
  readonly home: (personId: string) => SlackView | null;
  /** By its id or by the bot's own `external_id`. */
  readonly find: (by: { viewId?: string; externalId?: string }) => SlackView | null;
  /** In place of whatever stands open. */
  readonly open: (personId: string, payload: ViewPayload) => SlackView;
  /** On top of what stands open. Throws `push_limit_reached`. */
  readonly push: (personId: string, payload: ViewPayload) => SlackView;
  readonly publish: (personId: string, payload: ViewPayload) => SlackView;
  readonly update: (view: SlackView, payload: ViewPayload) => SlackView;
  readonly setErrors: (view: SlackView, errors: Readonly<Record<string, string>>) => void;
  readonly close: (view: SlackView) => void;
  readonly clear: (personId: string) => void;
}

export function createViews(nextId: ReturnType<typeof createIds>): Views {
  const stacks = new Map<string, readonly SlackView[]>();
  const homes = new Map<string, SlackView>();

  const stackOf = (personId: string) => stacks.get(personId) ?? [];
  const everyView = () => [...[...stacks.values()].flat(), ...homes.values()];

  const create = (personId: string, payload: ViewPayload, previous?: SlackView): SlackView => {
    const id = nextId('V');
    return {
      id,
      personId,
      rootId: previous?.rootId ?? id,
      previousId: previous?.id ?? null,
      hash: nextHash(),
      payload,
      errors: {},
    };
  };

  const refuseSecond = (payload: ViewPayload, but?: SlackView) => {
    const { external_id: externalId } = payload;
    if (!externalId) return;
    const same = everyView().find((view) => view.payload.external_id === externalId);
    if (same && same.id !== but?.id) throw new ApiError('duplicate_external_id');
  };

  const put = (view: SlackView) => {
    if (homes.get(view.personId)?.id === view.id) homes.set(view.personId, view);
    else
      stacks.set(
        view.personId,
        stackOf(view.personId).map((each) => (each.id === view.id ? view : each)),
      );
    return view;
  };

  return {
    top: (personId) => stackOf(personId).at(-1) ?? null,
    home: (personId) => homes.get(personId) ?? null,
    find: ({ viewId, externalId }) =>
      everyView().find((view) => view.id === viewId || (externalId && view.payload.external_id === externalId)) ?? null,
    open: (personId, payload) => {
      refuseSecond(payload);
      const view = create(personId, payload);
      stacks.set(personId, [view]);
      return view;
    },
    push: (personId, payload) => {
      const stack = stackOf(personId);
      if (stack.length >= limits.viewStack) throw new ApiError('push_limit_reached');
      refuseSecond(payload);
      const view = create(personId, payload, stack.at(-1));
      stacks.set(personId, [...stack, view]);
      return view;
    },
    publish: (personId, payload) => {
      const before = homes.get(personId);
      refuseSecond(payload, before);
      const view = { ...create(personId, payload), ...(before && { id: before.id, rootId: before.rootId }) };
      homes.set(personId, view);
      return view;
    },
    update: (view, payload) => {
      refuseSecond(payload, view);
      return put({ ...view, payload, hash: nextHash(), errors: {} });
    },
    // The bot may have updated the view meanwhile: only its errors change.
    setErrors: ({ id }, errors) => {
      const current = everyView().find((view) => view.id === id);
      if (current) put({ ...current, errors });
    },
    close: (view) => {
      stacks.set(
        view.personId,
        stackOf(view.personId).filter((each) => each.id !== view.id),
      );
    },
    clear: (personId) => void stacks.delete(personId),
  };
}

function nextHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${randomWord()}`;
}

/** The view as the API and the payloads show it. */
export function toApiView(view: SlackView, state: Dict = {}): Dict {
  return {
    title: null,
    close: null,
    submit: null,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...view.payload,
    id: view.id,
    team_id: team.id,
    state: { values: state },
    hash: view.hash,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: bot.appId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
}
