export const agenda = { subcommands: {}, controls: {} };
