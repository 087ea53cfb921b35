import { defineCommand } from '../src/core/define.ts';
import { choice, code, hidden, locale, person, text, zone } from '../src/core/params.ts';
import { recurrenceOrOff } from '../src/core/recurrence-params.ts';
import type { View } from '../src/core/view.ts';
import { assignRole } from '../src/domain/coalitions/assign-role.ts';
import { changeSettings, getSettings } from '../src/domain/coalitions/change-settings.ts';
import { createCoalition } from '../src/domain/coalitions/create-coalition.ts';
import { describeCoalition } from '../src/domain/coalitions/describe-coalition.ts';
import { inviteChannel, revokeInvite } from '../src/domain/coalitions/invite.ts';
import { joinCoalition } from '../src/domain/coalitions/join-coalition.ts';
import { leaveCoalition } from '../src/domain/coalitions/leave-coalition.ts';
import { linkSpace } from '../src/domain/coalitions/link-space.ts';
import { listMembers } from '../src/domain/coalitions/list-members.ts';
import { isLastSpace, unlinkSpace } from '../src/domain/coalitions/unlink-space.ts';
import { roles } from '../src/domain/people/roles.ts';
import {
  coalitionCreated,
  coalitionJoined,
  coalitionLeft,
  roleChanged,
  spaceLinked,
} from '../src/views/coalitions/answers.ts';
import { inviteGiven, inviteRevoked } from '../src/views/coalitions/invite.ts';
import { memberList } from '../src/views/coalitions/members.ts';
import { settingsChanged, settingsShown } from '../src/views/coalitions/settings.ts';
import { coalitionShown } from '../src/views/coalitions/show.ts';
import { lastSpaceQuestion, spaceKept, spaceUnlinked } from '../src/views/coalitions/unlink.ts';
import { type MemberContext, memberOperation, personOperation } from './operations.ts';

const name = { max: 80 };

const create = personOperation({
  authority: true,
  params: { name: text({ ...name, required: true }), timezone: zone(), locale: locale() },
  run: async (context, input) => {
    const { speech } = context;
    const { timezone = speech.zone, locale = speech.locale } = input;
    const { coalition } = await createCoalition(context, { name: input.name, zone: timezone, locale });
    return coalitionCreated(speech, coalition);
  },
});

const invite = memberOperation({
  role: 'organizer',
  params: {},
  run: async (context) => inviteGiven(context.speech, await inviteChannel(context)),
});

const revoke = memberOperation({
  role: 'organizer',
  inPlace: true,
  params: { code: code({ required: true }) },
  run: async (context, input) => {
    await revokeInvite(context, input.code);
    return inviteRevoked(context.speech, input.code);
  },
});

const link = personOperation({
  authority: true,
  params: { code: code({ required: true }) },
  run: async (context, input) => {
    const { coalition } = await linkSpace(context, input.code);
    return spaceLinked(context.speech, coalition);
  },
});

/** Without a space nobody gets into the coalition any more, so the last one is asked about first. */
const unlink = memberOperation({
  role: 'organizer',
  params: {},
  run: async (context) =>
    (await isLastSpace(context)) ? lastSpaceQuestion(context.speech, context.coalition) : unlinkHere(context),
});

const unlinkLast = memberOperation({ role: 'organizer', inPlace: true, params: {}, run: unlinkHere });

const keep = memberOperation({
  inPlace: true,
  params: {},
  run: async (context) => spaceKept(context.speech, context.coalition),
});

async function unlinkHere(context: MemberContext): Promise<View> {
  const { invite } = await unlinkSpace(context);
  return spaceUnlinked(context.speech, context.coalition, invite);
}

const join = memberOperation({
  params: { sector: text({ max: 60 }), area: text({ max: 60 }) },
  run: async (context, input) =>
    coalitionJoined(context.speech, context.coalition, await joinCoalition(context, input)),
});

const leave = memberOperation({
  params: {},
  run: async (context) => {
    await leaveCoalition(context);
    return coalitionLeft(context.speech, context.coalition);
  },
});

const show = memberOperation({
  offered: true,
  visibility: 'space',
  params: {},
  run: async (context) => coalitionShown(context.speech, await describeCoalition(context)),
});

const members = memberOperation({
  offered: true,
  inPlace: true,
  params: { role: choice(roles), sector: text({ max: 60 }), page: hidden() },
  run: async (context, { role, sector, page }) => {
    const found = await listMembers(context, { role, sector, page: Number(page) });
    return memberList(context.speech, context.coalition.id, found, { role, sector });
  },
});

const role = memberOperation({
  role: 'organizer',
  params: { member: person({ required: true }), role: choice(roles, { required: true }) },
  run: async (context, input) => roleChanged(context.speech, await assignRole(context, input.member, input.role)),
});

const settings = memberOperation({
  role: 'organizer',
  params: { name: text(name), timezone: zone(), locale: locale(), digest: recurrenceOrOff() },
  run: async (context, { timezone, ...settings }) => {
    const given = [timezone, ...Object.values(settings)].some((value) => value !== undefined);
    if (!given) return settingsShown(context.speech, await getSettings(context));
    return settingsChanged(context.speech, await changeSettings(context, { zone: timezone, ...settings }));
  },
});

/** The people who organise together, their channels and their roles. */
export const coalitionCommand = defineCommand({
  name: 'coalition',
  subcommands: { create, invite, link, unlink, join, leave, show, members, role, settings },
  controls: { revoke, 'unlink-last': unlinkLast, keep },
});
