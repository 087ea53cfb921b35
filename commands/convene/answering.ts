export const answering = { subcommands: {}, controls: {} };
