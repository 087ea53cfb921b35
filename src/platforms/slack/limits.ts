/**
 * What Slack refuses. Sources: docs.slack.dev, pages "Block Kit reference", "Views", "chat.postMessage" and "App
 * manifest reference"; the figures marked "seen" are documented nowhere and were met in its refusals.
 */
export const limits = {
  message: {
    blocks: 50,
    /** Of all words in all blocks together (seen: `msg_blocks_too_long` just above 13,000). */
    words: 12_500,
    /** Of the fallback text; more is taken, but nobody listens to a longer notification. */
    text: 3_000,
    metadataValue: 255,
  },
  view: { blocks: 100, words: 12_500, title: 24, submit: 24, close: 24, privateMetadata: 3_000 },
  header: {
    text: 150,
    /** Of a heading that is written as a paragraph; our own measure. */
    asParagraph: 300,
  },
  context: { text: 2_000 },
  /** Up to 25 elements are taken; rows of five are easier to read and the same on Discord. */
  actions: { elements: 5 },
  button: { text: 75, accessibilityLabel: 75, actionId: 255, value: 2_000, url: 3_000 },
  select: { placeholder: 150, actionId: 255, options: 100, optionText: 75, optionValue: 150 },
  input: { label: 2_000, hint: 2_000, blockId: 255, text: 3_000, error: 2_000 },
  manifest: {
    name: 35,
    description: 140,
    longDescription: 4_000,
    botName: 80,
    commands: 50,
    command: 32,
    commandDescription: 2_000,
    usageHint: 1_000,
  },
  /** Milliseconds. Slack waits 3 s for an acknowledgement; what is ready before these is answered along with it. */
  patience: {
    command: 1_000,
    submission: 2_000,
    /** Then a call counts as failed. */
    call: 10_000,
    /** How long what has begun may take when the bot stops; the whole program has 9 s for it. */
    stop: 7_000,
  },
} as const;
