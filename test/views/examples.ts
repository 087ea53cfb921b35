import { commands } from '../../commands/index.ts';
import type { Mentionable } from '../../src/core/rich-text.ts';
import type { View } from '../../src/core/view.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import {
  coalitionCreated,
  coalitionJoined,
  coalitionLeft,
  roleChanged,
  spaceLinked,
} from '../../src/views/coalitions/answers.ts';
import type { CoalitionOverview, MemberFacts } from '../../src/views/coalitions/facts.ts';
import { inviteGiven, inviteRevoked } from '../../src/views/coalitions/invite.ts';
import { memberList } from '../../src/views/coalitions/members.ts';
import { settingsChanged, settingsShown } from '../../src/views/coalitions/settings.ts';
import { coalitionShown } from '../../src/views/coalitions/show.ts';
import { lastSpaceQuestion, spaceKept, spaceUnlinked } from '../../src/views/coalitions/unlink.ts';
import { aboutView } from '../../src/views/help/about.ts';
import { helpOnCommand } from '../../src/views/help/command.ts';
import { incidentView } from '../../src/views/help/incident.ts';
import { helpOverview } from '../../src/views/help/overview.ts';
import { helpOnSubcommand } from '../../src/views/help/subcommand.ts';
import { type Circumstances, digestView, noticeView } from '../../src/views/notices/notice.ts';
import { type ReminderNoticeFacts, reminderNotice } from '../../src/views/notices/reminder.ts';
import { taskNotice } from '../../src/views/notices/task.ts';
import type { ProfileFacts } from '../../src/views/profile/facts.ts';
import {
  accountUnlinked,
  linkCodeGiven,
  linkEntered,
  linkQuestion,
  linkRefused,
} from '../../src/views/profile/link.ts';
import { accountsLinked, profileSet, profileShown } from '../../src/views/profile/show.ts';
import {
  reminderAdded,
  reminderCancelled,
  reminderDeclined,
  reminderDone,
  reminderSnoozed,
} from '../../src/views/reminders/answers.ts';
import type { ReceiptFacts, ReminderFacts, WayFacts } from '../../src/views/reminders/facts.ts';
import { allReminders, reminderList } from '../../src/views/reminders/list.ts';
import { reminderShown } from '../../src/views/reminders/show.ts';
import type { Speech } from '../../src/views/speech.ts';
import {
  taskAssignedAnnouncement,
  taskFinishedAnnouncement,
  taskRepeatedAnnouncement,
} from '../../src/views/tasks/announcements.ts';
import {
  taskAdded,
  taskAheadQuestion,
  taskAssigned,
  taskDone,
  taskDropped,
  taskDropQuestion,
  taskDueChanged,
  taskKept,
  taskReopened,
} from '../../src/views/tasks/answers.ts';
import { taskCard } from '../../src/views/tasks/card.ts';
import { taskDigest } from '../../src/views/tasks/digest.ts';
import type { TaskFacts, TaskPage } from '../../src/views/tasks/facts.ts';
import { myTasks, taskList } from '../../src/views/tasks/list.ts';
import { taskReceipts, taskShown } from '../../src/views/tasks/receipts.ts';

const catalogue = createCatalogue();

/** How to speak in Madrid at noon on Wednesday 10 March 2027. */
export function speechIn(locale: string): Speech {
  const zone = 'Europe/Madrid';
  return { t: catalogue.speak(locale, zone), locale, zone, now: new Date('2027-03-10T11:00:00Z') };
}

export const maria: Mentionable = {
  name: 'María',
  accounts: [{ platform: 'slack', workspaceId: 'T1', accountId: 'U1' }],
};
export const dani: Mentionable = { name: 'Dani', accounts: [] };

/** The length of an id in the store. */
export const coalitionId = '0198c0de-0000-7000-8000-000000000001';
/** Of the view that is of several coalitions. */
export const otherCoalitionId = '0198c0de-0000-7000-8000-000000000002';

/** The name of the one example with controls of both. */
export const digestOfTwo = 'digest of two coalitions';

export const openTask: TaskFacts = {
  coalitionId,
  number: 12,
  title: 'Call the food bank',
  notes: 'Ask for Ruth.',
  status: 'open',
  due: { wall: '2027-03-12', zone: 'Europe/Madrid', at: new Date('2027-03-12T22:59:00Z') },
  repeats: null,
  owner: maria,
  author: dani,
  goal: { number: 5, title: 'Nobody goes hungry' },
  conversation: { number: 3, occurrence: 2, title: 'Listening circle' },
  finisher: null,
  finishedAt: null,
};
export const doneTask: TaskFacts = {
  ...openTask,
  status: 'done',
  finisher: dani,
  finishedAt: new Date('2027-03-09T17:00:00Z'),
};
export const bareTask: TaskFacts = { ...openTask, notes: null, due: null, owner: null, goal: null, conversation: null };

const everyTuesday = { wall: '2027-03-16T18:00', zone: 'Europe/Madrid', rule: 'FREQ=WEEKLY;BYDAY=TU' };
export const repeatingTask: TaskFacts = { ...openTask, repeats: everyTuesday };

const later = new Date('2027-03-11T08:00:00Z');
export const reminder: ReminderFacts = {
  coalitionId,
  number: 7,
  text: 'Bring the keys',
  state: 'active',
  author: dani,
  authorId: 'dani',
  recipient: maria,
  recipientId: 'maria',
  space: { name: 'general', platform: null },
  unheard: false,
  repeats: everyTuesday,
  next: ['2027-03-16T17:00:00Z', '2027-03-23T17:00:00Z', '2027-03-30T16:00:00Z'].map((at) => new Date(at)),
  snoozedUntil: null,
};
export const reminderOnce: ReminderFacts = {
  ...reminder,
  recipient: null,
  recipientId: null,
  repeats: null,
  next: [later],
};
const way: WayFacts = { to: 'direct', space: reminder.space, own: false, askedDirectly: false };
const receipt: ReceiptFacts = {
  occurrenceAt: new Date('2027-03-09T17:00:00Z'),
  recipient: maria,
  space: { name: 'general', platform: null },
  status: 'sent',
  at: new Date('2027-03-09T17:12:00Z'),
  reason: null,
  heldFor: null,
  sentTo: 'direct',
  late: null,
};
const receipts: readonly ReceiptFacts[] = [
  receipt,
  { ...receipt, late: 12 * 60_000, sentTo: 'space', recipient: null },
  { ...receipt, status: 'waiting' },
  { ...receipt, status: 'waiting', heldFor: 'quietHours' },
  { ...receipt, status: 'waiting', heldFor: 'budget' },
  { ...receipt, status: 'skipped', reason: 'expired' },
  { ...receipt, status: 'failed', reason: 'a-new-code' },
];

/** The middle one of three pages. */
export const middlePage: TaskPage = { tasks: [openTask, bareTask], page: 2, pages: 3, total: 23 };
export const emptyPage: TaskPage = { tasks: [], page: 1, pages: 1, total: 0 };

export const coalition = { id: coalitionId, name: 'River City', zone: 'Europe/Madrid', locale: 'es' };
export const overview: CoalitionOverview = {
  coalition,
  spaces: [
    { platform: 'slack', name: 'general', lostAt: null },
    { platform: 'discord', name: 'youth', lostAt: new Date('2027-03-09T17:00:00Z') },
  ],
  roles: { organizer: 1, facilitator: 0, 'bridge-builder': 2, member: 14 },
  sectors: ['faith', 'health', 'youth'],
  areas: [],
};
const member: MemberFacts = { who: maria, role: 'bridge-builder', sector: 'faith', area: null };
const members = { members: [member], page: 1, pages: 2, total: 21 };
const profile: ProfileFacts = {
  name: 'María',
  zone: null,
  locale: 'es',
  reminders: 'dm',
  quietFrom: '21:00',
  quietTo: '08:00',
  dailyBudget: 10,
  away: null,
  closed: [],
  accounts: [
    { platform: 'slack', name: 'maria', zone: null },
    { platform: 'discord', name: 'mar.ia', zone: null },
  ],
};
const awayForDays = { wall: '2027-06-04', at: new Date('2027-06-03T22:00:00Z') };
const awayForHours = { wall: '2027-06-04T18:00', at: new Date('2027-06-04T16:00:00Z') };
const code = { code: 'K7QF-2MXA', expiresAt: new Date('2027-03-17T11:00:00Z') };
const account = { platform: 'discord', name: 'mar.ia' } as const;

/** Every view once, as somebody sees it. */
export function everyView(speech: Speech): Readonly<Record<string, View>> {
  return {
    taskCard: taskCard(speech, openTask),
    taskCardDone: taskCard(speech, doneTask),
    taskCardBare: taskCard(speech, bareTask),
    taskAdded: taskAdded(speech, openTask, null),
    taskDone: taskDone(speech, doneTask),
    taskReopened: taskReopened(speech, openTask),
    taskDropped: taskDropped(speech, { ...openTask, status: 'dropped' }),
    taskAssigned: taskAssigned(speech, openTask, null),
    taskAssignedToAway: taskAssigned(speech, openTask, awayForDays),
    taskDueChanged: taskDueChanged(speech, openTask),
    taskDropQuestion: taskDropQuestion(speech, openTask),
    taskKept: taskKept(speech, openTask),
    taskShown: taskShown(speech, openTask),
    taskReceipts: taskReceipts(speech, { ...middlePage, task: openTask, receipts }),
    taskCardRepeating: taskCard(speech, repeatingTask),
    taskDoneAgain: taskDone(speech, repeatingTask),
    taskAheadQuestion: taskAheadQuestion(speech, {
      ...repeatingTask,
      finisher: dani,
      finishedAt: doneTask.finishedAt,
    }),
    taskFinished: taskFinishedAnnouncement(speech, doneTask, dani),
    taskGiven: taskAssignedAnnouncement(speech, openTask, { owner: maria, by: dani }),
    taskTaken: taskAssignedAnnouncement(speech, bareTask, { owner: maria, by: null }),
    taskList: taskList(speech, coalitionId, middlePage, { status: 'all', owner: '<@123456789012345678>' }),
    taskListEmpty: taskList(speech, coalitionId, emptyPage, { status: 'done' }),
    myTasks: myTasks(speech, coalitionId, middlePage),
    myTasksEmpty: myTasks(speech, coalitionId, emptyPage),
    coalitionCreated: coalitionCreated(speech, coalition),
    coalitionShown: coalitionShown(speech, overview),
    spaceLinked: spaceLinked(speech, coalition),
    spaceUnlinked: spaceUnlinked(speech, coalition, null),
    lastSpaceUnlinked: spaceUnlinked(speech, coalition, { coalitionId, ...code }),
    lastSpaceQuestion: lastSpaceQuestion(speech, coalition),
    spaceKept: spaceKept(speech, coalition),
    coalitionJoined: coalitionJoined(speech, coalition, member),
    coalitionLeft: coalitionLeft(speech, coalition),
    roleChanged: roleChanged(speech, member),
    inviteGiven: inviteGiven(speech, { coalitionId, ...code }),
    inviteRevoked: inviteRevoked(speech, code.code),
    memberList: memberList(speech, coalitionId, members, { role: 'bridge-builder' }),
    memberListEmpty: memberList(speech, coalitionId, { members: [], page: 1, pages: 1, total: 0 }, {}),
    settingsShown: settingsShown(speech, { coalition, digest: everyTuesday }),
    settingsChanged: settingsChanged(speech, { coalition, digest: null }),
    reminderAdded: reminderAdded(speech, reminder, { way, away: null }),
    reminderAddedForAway: reminderAdded(speech, reminder, { way: { ...way, to: 'nobody' }, away: awayForHours }),
    reminderAddedForMe: reminderAdded(
      speech,
      { ...reminder, recipientId: reminder.authorId },
      { way: { ...way, to: 'space', own: true, askedDirectly: true }, away: null },
    ),
    reminderAddedForAll: reminderAdded(speech, reminderOnce, { way: null, away: null }),
    reminderSnoozed: reminderSnoozed(
      speech,
      { reminder: { ...reminder, snoozedUntil: later }, own: null, way: null },
      speech.zone,
    ),
    reminderSnoozedForAll: reminderSnoozed(speech, { reminder: reminderOnce, own: null, way: null }, 'Asia/Tokyo'),
    reminderSnoozedOwn: reminderSnoozed(speech, { reminder: reminderOnce, own: reminder, way }, speech.zone),
    reminderDone: reminderDone(speech, { ...reminderOnce, next: [] }),
    reminderDoneAgain: reminderDone(speech, reminder),
    reminderCancelled: reminderCancelled(speech, reminder),
    reminderDeclined: reminderDeclined(speech, reminder),
    reminderList: reminderList(speech, coalitionId, { ...middlePage, reminders: [reminder, reminderOnce] }),
    allReminders: allReminders(speech, coalitionId, { ...middlePage, reminders: [reminder, reminderOnce] }),
    reminderListWaiting: reminderList(speech, coalitionId, { ...emptyPage, reminders: [] }, [
      { number: 7, text: 'Bring the keys', heldFor: 'quietHours', until: later },
      { number: 8, text: 'Call the food bank', heldFor: 'budget', until: later },
    ]),
    reminderListEmpty: reminderList(speech, coalitionId, { ...emptyPage, reminders: [] }),
    reminderShown: reminderShown(speech, { ...middlePage, reminder, receipts }, way),
    reminderShownBefore: reminderShown(speech, { ...emptyPage, reminder: reminderOnce, receipts: [] }, null),
    reminderShownAfter: reminderShown(
      speech,
      { ...emptyPage, reminder: { ...reminder, repeats: null, next: [] }, receipts: [receipt] },
      { ...way, own: true },
    ),
    reminderShownUnheard: reminderShown(
      speech,
      { ...emptyPage, reminder: { ...reminderOnce, unheard: true }, receipts: [] },
      null,
    ),
    ...everyNotice(speech),
    taskRepeated: taskRepeatedAnnouncement(speech, openTask, dani),
    taskDigest: taskDigest(speech, coalitionId, {
      overdue: { tasks: [openTask], total: 1 },
      open: { tasks: [bareTask, openTask], total: 12 },
    }),
    profileShown: profileShown(speech, profile),
    profileShownAway: profileShown(speech, { ...profile, away: awayForDays }),
    profileShownClosed: profileShown(speech, { ...profile, closed: [{ platform: 'discord', at: later }] }),
    profileSet: profileSet(speech, { ...profile, quietFrom: null, quietTo: null }, { back: false }),
    profileSetAway: profileSet(speech, { ...profile, away: awayForHours }, { back: false }),
    profileSetBack: profileSet(speech, profile, { back: true }),
    accountsLinked: accountsLinked(speech, profile),
    linkCodeGiven: linkCodeGiven(speech, code),
    linkEntered: linkEntered(speech),
    linkQuestion: linkQuestion(speech, code.code, account),
    linkRefused: linkRefused(speech),
    accountUnlinked: accountUnlinked(speech),
    about: aboutView(speech),
    helpOverview: helpOverview(speech, commands),
    ...Object.fromEntries(
      commands.flatMap((command) => [
        [`help ${command.name}`, helpOnCommand(speech, command, coalitionId)],
        ...Object.keys(command.subcommands).map((sub) => {
          return [`help ${command.name} ${sub}`, helpOnSubcommand(speech, command, sub, 'discord')];
        }),
      ]),
    ),
    incident: incidentView(speech.t, '1a2b3c4d'),
  };
}

/** What is said of its own accord when its time has come, in every way in which it is said. */
function everyNotice(speech: Speech): Readonly<Record<string, View>> {
  const due = new Date('2027-03-10T08:00:00Z');
  const facts: ReminderNoticeFacts = { coalitionId, number: 7, text: 'Bring the keys', author: dani, for: 'other' };
  const notices = [
    ...(['author', 'other', 'everybody'] as const).map((who) => reminderNotice(speech, { ...facts, for: who }, due)),
    ...(['soon', 'due', 'overdue'] as const).map((when) => taskNotice(speech, openTask, when)),
    reminderNotice(speech, { ...facts, author: null, for: 'everybody' }, due),
  ];
  const here: Circumstances = { recipient: maria, way: 'space', delay: null };
  const circumstances: readonly Circumstances[] = [
    here,
    { ...here, recipient: null },
    { ...here, way: 'direct', delay: { cause: 'late', due } },
    { ...here, way: 'closed', closedOn: 'slack', delay: { cause: 'quietHours', due } },
    { ...here, delay: { cause: 'budget', due } },
  ];
  const views = notices.map((notice, index) => noticeView(speech, notice, circumstances[index] ?? here));
  const waited = { coalition, notices };
  const digests = (['space', 'direct', 'closed'] as const).map((way) => digestView(speech, [waited], { ...here, way }));
  const other = { coalition: { id: otherCoalitionId, name: 'Neighbours '.repeat(9) }, notices: notices.slice(1) };
  return {
    ...Object.fromEntries([...views, ...digests].map((view, index) => [`notice ${index + 1}`, view])),
    [digestOfTwo]: digestView(speech, [waited, other], { ...here, way: 'direct' }),
  };
}
