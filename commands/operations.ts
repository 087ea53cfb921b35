import type { Operation } from '../src/core/define.ts';
import type { Params } from '../src/core/param.ts';
import type { Site } from '../src/core/site.ts';
import type { Acting, Caller } from '../src/domain/people/acting.ts';
import type { Speech } from '../src/views/speech.ts';

/** What the handler of an operation for members is given. */
export type MemberContext = Acting & { readonly speech: Speech; readonly site: Site };
/** What the handler of an operation for anybody is given. */
export type PersonContext = Caller & { readonly speech: Speech; readonly site: Site };

type Definition<C, P extends Params> = Omit<Operation<C, P>, 'audience' | 'visibility'> &
  Partial<Pick<Operation<C, P>, 'visibility'>>;

/** Declares what a member does within their coalition. Answers are private unless it says otherwise. */
export function memberOperation<P extends Params>(
  definition: Definition<MemberContext, P>,
): Operation<MemberContext, P> {
  return { visibility: 'private', ...definition, audience: 'member' };
}

/** Declares what anybody can do, in a coalition or before there is one. */
export function personOperation<P extends Params>(
  definition: Definition<PersonContext, P>,
): Operation<PersonContext, P> {
  return { visibility: 'private', ...definition, audience: 'person' };
}
