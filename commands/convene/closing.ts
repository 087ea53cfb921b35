export const closing = { subcommands: {}, controls: {} };
