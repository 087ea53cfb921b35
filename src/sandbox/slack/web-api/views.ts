import { ApiError } from '../api-error.ts';
import { parseView } from '../blocks/validate-view.ts';
import { findPerson } from '../people.ts';
import { type SlackView, toApiView } from '../views.ts';
import type { Workspace } from '../workspace.ts';
import type { Arguments } from './arguments.ts';
import { type Method, tiers } from './method.ts';

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': {
    limit: tiers.four,
    run: ({ workspace }, given) => {
      const payload = parseView(given.all.view, 'modal');
      const personId = workspace.triggers.redeem(given.required('trigger_id'));
      return shown(workspace.views.open(personId, payload));
    },
  },
  'views.push': {
    limit: tiers.four,
    run: ({ workspace }, given) => {
      const payload = parseView(given.all.view, 'modal');
      const personId = workspace.triggers.redeem(given.required('trigger_id'));
      return shown(workspace.views.push(personId, payload));
    },
  },
  'views.update': {
    limit: tiers.four,
    run: ({ workspace }, given) => {
      const view = findView(workspace, given);
      const hash = given.text('hash');
      if (hash !== undefined && hash !== view.hash) throw new ApiError('hash_conflict');
      const type = view.payload.type === 'home' ? 'home' : 'modal';
      return shown(workspace.views.update(view, parseView(given.all.view, type)));
    },
  },
  'views.publish': {
    limit: tiers.four,
    run: ({ workspace }, given) => {
      const personId = given.required('user_id');
      if (!findPerson(personId)) throw new ApiError('user_not_found');
      const hash = given.text('hash');
      if (hash !== undefined && hash !== workspace.views.home(personId)?.hash) throw new ApiError('hash_conflict');
      return shown(workspace.views.publish(personId, parseView(given.all.view, 'home')));
    },
  },
};

function findView(workspace: Workspace, given: Arguments): SlackView {
  const viewId = given.text('view_id');
  const externalId = given.text('external_id');
  if (!viewId && !externalId) throw new ApiError('invalid_arguments', ['[ERROR] missing view_id or external_id']);
  const view = workspace.views.find({ ...(viewId && { viewId }), ...(externalId && { externalId }) });
  if (!view) throw new ApiError('not_found');
  return view;
}

function shown(view: SlackView) {
  return { view: toApiView(view) };
}
