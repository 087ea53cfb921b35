import type { Mentionable } from '../../core/rich-text.ts';

/** Who reads: whether somebody can be mentioned depends on the workspace. */
export interface Audience {
  /** The Slack team. */
  readonly workspaceId: string;
}

/** The account by which a person can be mentioned here; null where they have none. */
export function accountHere({ accounts }: Mentionable, { workspaceId }: Audience): string | null {
  const account = accounts.find((own) => own.platform === 'slack' && own.workspaceId === workspaceId);
  return account?.accountId ?? null;
}
