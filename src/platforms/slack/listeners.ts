import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewOutput,
  ViewResponseAction,
  ViewSubmitAction,
} from '@slack/bolt';
import { cut } from '../../core/cut.ts';
import type { Place } from '../../core/invocation.ts';
import { late, within } from '../../core/patience.ts';
import type { Answer, Inbound, Log } from '../../core/ports.ts';
import { type Destination, deliver, toReply } from './answers.ts';
import type { Clients } from './clients.ts';
import { toFailedModal, withWritten } from './failed-form.ts';
import { isRefusal } from './failures.ts';
import { toPlainText } from './fallback.ts';
import { toModal } from './form.ts';
import type { Grammar } from './grammar.ts';
import { type Received, readAction, readCommand, readSubmission } from './inbound.ts';
import { limits } from './limits.ts';
import { toHome } from './render.ts';

/** What the listeners work with. */
export interface ListenerParts {
  readonly inbound: Inbound;
  readonly grammar: Grammar;
  readonly clients: Clients;
  readonly log: Log;
  /** The workspace of the bot's token. */
  readonly workspaceId: string;
  /** Counts what is under way; refuses, by null, when the bot stops: unacknowledged, it comes again elsewhere. */
  readonly undertake: (work: () => Promise<void>) => Promise<void> | null;
}

/** Hears everything that Slack says people did. */
export function listen(app: App, parts: ListenerParts): void {
  const { undertake } = parts;
  app.command(/^/, async (args) => void (await undertake(() => onCommand(parts, args))));
  app.action({ type: 'block_actions' }, async (args) => void (await undertake(() => onAction(parts, args))));
  app.view({ type: 'view_submission', callback_id: /^/ }, async (args) => {
    await undertake(() => onSubmission(parts, args as SlackViewMiddlewareArgs<ViewSubmitAction>));
  });
  app.event('app_home_opened', async (args) => void (await undertake(() => onHomeOpened(parts, args))));
}

/** An answer that is ready soon goes along with the acknowledgement, which is one call less and at once to be seen. */
async function onCommand(parts: ListenerParts, { command, ack }: SlackCommandMiddlewareArgs): Promise<void> {
  const { inbound, grammar, workspaceId } = parts;
  const received = readCommand(command, grammar, workspaceId);
  if (inbound.plan(received.invocation).type === 'form') {
    await ack();
    return openForm(parts, received);
  }
  const running = inbound.run(received.invocation);
  const answer = await within(running, limits.patience.command);
  if (answer === late || answer === null) {
    await ack();
    return deliverTo(parts, received.destination, await running);
  }
  // The connection may be lost by now; Slack's address for answers is still there.
  await ack(toReply(answer, received.destination)).catch(() => deliverTo(parts, received.destination, answer));
}

type ActionArgs = SlackActionMiddlewareArgs<BlockAction>;

async function onAction(parts: ListenerParts, { body, ack }: ActionArgs): Promise<void> {
  const { inbound, workspaceId } = parts;
  await ack();
  const received = readAction(body, workspaceId);
  if (!received) return;
  const plan = inbound.plan(received.invocation);
  if (plan.type === 'form') return openForm(parts, received);
  const { pressedOn, destination } = received;
  const answer = await inbound.run(received.invocation);
  const replaces = answer?.visibility === 'private' && !answer.failed;
  const replace = plan.inPlace && pressedOn === 'private message' && replaces;
  await deliverTo(parts, { ...destination, replace }, answer);
  if (pressedOn === 'home' && answer) await showHome(parts, destination.place, destination.accountId);
}

type SubmissionArgs = SlackViewMiddlewareArgs<ViewSubmitAction>;

/**
 * A failure keeps the form open, so that nothing typed is lost: with the reason beside the input that could not be
 * read, else above all of them. Where it comes too late for that, the answer holds what was typed.
 */
async function onSubmission(parts: ListenerParts, { body, ack }: SubmissionArgs): Promise<void> {
  const { inbound, workspaceId } = parts;
  const received = readSubmission(body, workspaceId);
  if (!received) return ack();
  const running = inbound.run(received.invocation);
  const answer = await within(running, limits.patience.submission);
  if (answer !== late && answer?.failed) return ack(toStayingOpen(body.view, answer, received.destination));
  // Where the connection is lost by now, the answer still says what was done.
  await ack().catch((err: unknown) => parts.log.warn({ err }, 'slack form not closed'));
  await deliverTo(parts, received.destination, withTyped(await running, body.view, received.destination));
}

function toStayingOpen(sent: ViewOutput, { view, field }: Answer, { place }: Destination): ViewResponseAction {
  if (field === undefined || !(field in sent.state.values)) {
    return { response_action: 'update', view: toFailedModal(sent, view, place) };
  }
  return { response_action: 'errors', errors: { [field]: cut(toPlainText(view), limits.input.error) } };
}

function withTyped(answer: Answer | null, sent: ViewOutput, { place }: Destination): Answer | null {
  return answer?.failed ? { ...answer, view: withWritten(answer.view, sent, place) } : answer;
}

type HomeArgs = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

async function onHomeOpened(parts: ListenerParts, { event }: HomeArgs): Promise<void> {
  if (event.tab !== 'home') return;
  const place: Place = { platform: 'slack', workspaceId: parts.workspaceId, channelId: event.channel };
  await showHome(parts, place, event.user);
}

async function showHome({ inbound, clients, log }: ListenerParts, place: Place, accountId: string): Promise<void> {
  try {
    const view = await inbound.home(place, accountId);
    await clients.sending.views.publish({ user_id: accountId, view: toHome(view, place) });
  } catch (err) {
    log.error({ err }, 'slack home not shown');
  }
}

/**
 * Where no form is to open, the app says why, and where none can be opened any more what is missing. One that stands
 * open already is enough.
 */
async function openForm(parts: ListenerParts, received: Received): Promise<void> {
  const { inbound, clients, log } = parts;
  const { invocation, destination, triggerId } = received;
  try {
    const form = await inbound.form(invocation);
    if (form) {
      await clients.sending.views.open({ trigger_id: triggerId, view: toModal(form, destination) });
      return;
    }
  } catch (err) {
    if (isRefusal(err, 'exchanged_trigger_id')) return;
    log.warn({ err, operation: invocation.operation }, 'slack form not opened');
  }
  await deliverTo(parts, destination, await inbound.run(invocation));
}

async function deliverTo({ clients, log }: ListenerParts, to: Destination, answer: Answer | null): Promise<void> {
  if (answer) await deliver(clients.sending, log, to, answer);
}
