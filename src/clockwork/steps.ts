import { lapseOffer } from '../domain/conversations/lapse-offer.ts';
import type { Steps } from '../domain/schedules/steps.ts';

/** What happens of itself, each when its time has come. */
export const steps: Steps = {
  'conversation.offer-lapses': lapseOffer,
};
