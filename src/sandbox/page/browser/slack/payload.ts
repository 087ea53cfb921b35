/** What this page draws of Slack's Block Kit: <https://docs.slack.dev/reference/block-kit>. */
export interface SlackText {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
}

export interface SlackOption {
  readonly text: SlackText;
  readonly value: string;
}

export type SlackElement =
  | {
      readonly type: 'button';
      /** Absent from some links. */
      readonly action_id?: string;
      readonly text: SlackText;
      readonly style?: 'primary' | 'danger';
      readonly url?: string;
    }
  | {
      readonly type: 'static_select' | 'overflow' | 'radio_buttons' | 'external_select';
      readonly action_id: string;
      readonly placeholder?: SlackText;
      readonly options?: readonly SlackOption[];
      readonly option_groups?: readonly { readonly options: readonly SlackOption[] }[];
      readonly initial_option?: SlackOption;
    }
  | {
      readonly type: 'users_select';
      readonly action_id: string;
      readonly placeholder?: SlackText;
      readonly initial_user?: string;
    }
  | {
      readonly type: 'plain_text_input' | 'url_text_input' | 'email_text_input' | 'number_input';
      readonly action_id: string;
      readonly multiline?: boolean;
      readonly initial_value?: string;
      readonly max_length?: number;
      readonly placeholder?: SlackText;
    }
  | { readonly type: 'image'; readonly image_url?: string; readonly alt_text: string };

export type SlackBlock = { readonly block_id?: string } & (
  | { readonly type: 'header'; readonly text: SlackText }
  | {
      readonly type: 'section';
      readonly text?: SlackText;
      readonly fields?: readonly SlackText[];
      readonly accessory?: SlackElement;
    }
  | { readonly type: 'context'; readonly elements: readonly (SlackText | SlackElement)[] }
  | { readonly type: 'actions'; readonly elements: readonly SlackElement[] }
  | { readonly type: 'divider' }
  | { readonly type: 'rich_text'; readonly elements: readonly SlackRichPart[] }
  | { readonly type: 'image'; readonly image_url?: string; readonly alt_text: string; readonly title?: SlackText }
  | {
      readonly type: 'input';
      readonly label: SlackText;
      readonly hint?: SlackText;
      readonly optional?: boolean;
      readonly element: SlackElement;
    }
);

/** A stretch of a `rich_text` block. */
export type SlackRichElement = { readonly style?: SlackRichStyle } & (
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly text?: string }
  | { readonly type: 'user'; readonly user_id: string }
  | { readonly type: 'channel'; readonly channel_id: string }
  | { readonly type: 'broadcast'; readonly range: string }
  | { readonly type: 'emoji'; readonly name: string }
  /** `timestamp` in Unix seconds. */
  | { readonly type: 'date'; readonly timestamp: number; readonly format: string; readonly fallback?: string }
);

interface SlackRichStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
}

interface SlackRichSection {
  readonly type: 'rich_text_section';
  readonly elements: readonly SlackRichElement[];
}

export type SlackRichPart =
  | SlackRichSection
  | { readonly type: 'rich_text_quote' | 'rich_text_preformatted'; readonly elements: readonly SlackRichElement[] }
  | {
      readonly type: 'rich_text_list';
      readonly style: 'bullet' | 'ordered';
      readonly elements: readonly SlackRichSection[];
    };

export interface SlackPost {
  readonly text?: string;
  readonly blocks?: readonly SlackBlock[];
}

export interface SlackView {
  readonly title?: SlackText;
  readonly submit?: SlackText;
  readonly close?: SlackText;
  readonly blocks: readonly SlackBlock[];
}
