import { defineCommand } from '../src/core/define.ts';
import { amount, choice, code, hours, locale, timeOrOff, zone } from '../src/core/params.ts';
import { view } from '../src/core/view.ts';
import { confirmLink, enterLinkCode, findClaim, refuseLink, requestLink } from '../src/domain/linking/link-accounts.ts';
import { findAbsence } from '../src/domain/people/away.ts';
import { findClosedDirect } from '../src/domain/people/direct.ts';
import { changeProfile, getProfile, type Profile } from '../src/domain/people/profile.ts';
import { unlinkAccount } from '../src/domain/people/unlink-account.ts';
import type { ProfileFacts } from '../src/views/profile/facts.ts';
import { accountUnlinked, linkCodeGiven, linkEntered, linkQuestion, linkRefused } from '../src/views/profile/link.ts';
import { accountsLinked, profileSet, profileShown } from '../src/views/profile/show.ts';
import { type PersonContext, personOperation } from './operations.ts';

/** Shows the question that waits for an answer, too. */
const show = personOperation({
  offered: true,
  params: {},
  run: async (context) => {
    const { speech } = context;
    const profile = profileShown(speech, toFacts(context, await getProfile(context)));
    const claim = await findClaim(context);
    return claim ? view(...profile.nodes, ...linkQuestion(speech, claim.code, claim.claimedBy).nodes) : profile;
  },
});

const set = personOperation({
  params: {
    timezone: zone(),
    locale: locale(),
    reminders: choice(['here', 'dm', 'off']),
    quiet: hours(),
    budget: amount({ min: 1, max: 100 }),
    away: timeOrOff({ dayMeans: 'start' }),
  },
  run: async (context, { timezone, ...choices }) => {
    const { speech } = context;
    const given = [timezone, ...Object.values(choices)].some((value) => value !== undefined);
    if (!given) return profileShown(speech, toFacts(context, await getProfile(context)));
    const profile = await changeProfile(context, { zone: timezone, ...choices });
    return profileSet(speech, toFacts(context, profile), { back: choices.away === 'off' });
  },
});

function toFacts({ speech, now }: PersonContext, profile: Profile): ProfileFacts {
  return { ...profile, away: findAbsence(profile, speech, now), closed: findClosedDirect(profile, now) };
}

/** Both sides are asked the same of the other account; `src/domain/linking/link-accounts.ts` tells the whole way. */
const link = personOperation({
  params: { code: code() },
  run: async (context, input) => {
    const { speech } = context;
    if (input.code) return linkQuestion(speech, input.code, await enterLinkCode(context, input.code));
    const request = await requestLink(context);
    if (request.type === 'claim') return linkQuestion(speech, request.code, request.claimedBy);
    return linkCodeGiven(speech, request.code);
  },
});

const confirm = personOperation({
  inPlace: true,
  params: { code: code({ required: true }) },
  run: async (context, input) => {
    const { speech } = context;
    const { type } = await confirmLink(context, input.code);
    return type === 'waiting'
      ? linkEntered(speech)
      : accountsLinked(speech, toFacts(context, await getProfile(context)));
  },
});

const refuse = personOperation({
  inPlace: true,
  params: { code: code({ required: true }) },
  run: async (context, input) => {
    await refuseLink(context, input.code);
    return linkRefused(context.speech);
  },
});

const unlink = personOperation({
  params: {},
  run: async (context) => {
    await unlinkAccount(context);
    return accountUnlinked(context.speech);
  },
});

/** A person: their language, their hours, and the accounts they act with. */
export const profileCommand = defineCommand({
  name: 'profile',
  subcommands: { show, set, link, unlink },
  controls: { confirm, refuse },
});
