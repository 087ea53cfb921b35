/** What Discord takes at most, by its documentation and by what it was seen to refuse. Characters are code points. */
export const limits = {
  content: 2_000,
  nonce: 25,
  embeds: 10,
  embedTexts: 6_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1_024,
  embedFooter: 2_048,
  embedAuthor: 256,
  allowedMentions: 100,
  rows: 5,
  buttonsInRow: 5,
  components: 40,
  displayedText: 4_000,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  selectOptions: 25,
  selectText: 100,
  selectPlaceholder: 150,
  sectionTexts: 3,
  galleryItems: 10,
  mediaDescription: 1_024,
  modalTitle: 45,
  modalComponents: 5,
  label: 45,
  labelDescription: 100,
  textInput: 4_000,
  textInputPlaceholder: 100,
  threadName: 100,
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandChoices: 25,
  commandTexts: 8_000,
  optionLength: 6_000,
  chatCommands: 100,
  menuCommands: 15,
  eventName: 100,
  eventDescription: 1_000,
  eventLocation: 100,
} as const;

/** The languages that Discord's clients speak. */
export const discordLocales: ReadonlySet<string> = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th ' +
    'zh-CN ja zh-TW ko'
  ).split(' '),
);
