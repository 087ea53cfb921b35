export const calling = { subcommands: {}, controls: {} };
