/** What this page draws of Discord's components: <https://docs.discord.com/developers/components/reference>. */
interface DiscordOption {
  readonly label: string;
  readonly value: string;
  readonly default?: boolean;
}

/** Types 3 (strings), 5 (people) and 8 (channels). */
export interface DiscordSelect {
  readonly type: 3 | 5 | 8;
  readonly custom_id: string;
  readonly placeholder?: string;
  readonly options?: readonly DiscordOption[];
  readonly default_values?: readonly { readonly id: string }[];
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** Type 2. Style 5 is a link. */
export interface DiscordButton {
  readonly type: 2;
  readonly style: 1 | 2 | 3 | 4 | 5;
  readonly label?: string;
  readonly emoji?: { readonly name?: string };
  readonly custom_id?: string;
  readonly url?: string;
  readonly disabled?: boolean;
}

/** Type 4, within a modal. Style 2 has several lines. */
export interface DiscordTextInput {
  readonly type: 4;
  readonly custom_id: string;
  readonly style: 1 | 2;
  readonly label?: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly max_length?: number;
  readonly placeholder?: string;
}

export interface DiscordThumbnail {
  readonly type: 11;
  readonly media: { readonly url: string };
  readonly description?: string;
}

/** Rows (1), sections (9), texts (10), galleries (12), separators (14), containers (17), labels (18). */
export type DiscordComponent =
  | DiscordButton
  | DiscordSelect
  | DiscordTextInput
  | DiscordThumbnail
  | { readonly type: 1; readonly components: readonly DiscordComponent[] }
  | {
      readonly type: 9;
      readonly components: readonly DiscordComponent[];
      readonly accessory: DiscordButton | DiscordThumbnail;
    }
  | { readonly type: 10; readonly content: string }
  | { readonly type: 12; readonly items: readonly Omit<DiscordThumbnail, 'type'>[] }
  | { readonly type: 14; readonly divider?: boolean; readonly spacing?: 1 | 2 }
  | { readonly type: 17; readonly components: readonly DiscordComponent[]; readonly accent_color?: number | null }
  | {
      readonly type: 18;
      readonly label: string;
      readonly description?: string;
      readonly component: DiscordTextInput | DiscordSelect;
    };

export interface DiscordEmbed {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly color?: number;
  readonly author?: { readonly name: string };
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
  readonly footer?: { readonly text: string };
}

export interface DiscordPost {
  readonly content?: string;
  readonly embeds?: readonly DiscordEmbed[];
  readonly components?: readonly DiscordComponent[];
  readonly flags?: number;
}

export interface DiscordModalPayload {
  readonly title: string;
  readonly components: readonly DiscordComponent[];
}
