export const calendar = { subcommands: {}, controls: {} };
