import type { Json } from './json.ts';

/** Discord's own objects, as far as the sandbox keeps them; the names of the fields are Discord's. */
export interface ApiUser {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: null;
  readonly public_flags: number;
  readonly bot?: true;
}

export interface ApiMember {
  readonly user: ApiUser;
  readonly nick: null;
  readonly avatar: null;
  readonly roles: readonly string[];
  readonly joined_at: string;
  readonly premium_since: null;
  readonly deaf: boolean;
  readonly mute: boolean;
  readonly pending: boolean;
  readonly flags: number;
  readonly communication_disabled_until: null;
}

export interface ApiRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: string;
  readonly position: number;
  readonly color: number;
  readonly colors: Json;
  readonly hoist: boolean;
  readonly managed: boolean;
  readonly mentionable: boolean;
  readonly flags: number;
  readonly tags?: Json;
}

export interface ApiOverwrite {
  readonly id: string;
  /** 0 a role, 1 a member. */
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

export const channelType = { text: 0, direct: 1, thread: 11 } as const;

export interface ApiChannel {
  readonly id: string;
  readonly type: (typeof channelType)[keyof typeof channelType];
  readonly flags: number;
  readonly name?: string;
  readonly guild_id?: string;
  readonly parent_id?: string | null;
  readonly owner_id?: string;
  readonly position?: number;
  readonly topic?: null;
  readonly nsfw?: boolean;
  readonly rate_limit_per_user?: number;
  readonly recipients?: readonly ApiUser[];
  readonly thread_metadata?: Json;
  permission_overwrites: readonly ApiOverwrite[];
  last_message_id: string | null;
}

export interface ApiMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly author: ApiUser;
  readonly content: string;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly tts: boolean;
  readonly mention_everyone: boolean;
  readonly mentions: readonly ApiUser[];
  readonly mention_roles: readonly string[];
  readonly attachments: readonly Json[];
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly flags: number;
  readonly pinned: boolean;
  readonly nonce?: string | number;
  readonly webhook_id?: string;
  readonly application_id?: string;
  readonly message_reference?: Json;
  readonly interaction_metadata?: Json;
}

export const messageFlag = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

/** Flags that a bot may set when it posts. */
export const postableFlags = (1 << 2) | (1 << 12) | messageFlag.componentsV2;

export const messageType = { default: 0, reply: 19, chatCommand: 20, menuCommand: 23 } as const;

/** A message, and what Discord knows of it besides. */
export interface StoredMessage {
  readonly api: ApiMessage;
  /** The one person who sees it; null for all of the channel. */
  readonly privateTo: string | null;
  /** What a client says by itself, in place of a message: never Discord's, never the bot's. Null for a message. */
  readonly notice: Json | null;
  /** The token of the interaction that it answers; null for a message of its own. */
  readonly token: string | null;
}

export const componentType = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
} as const;

export const optionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

export const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
