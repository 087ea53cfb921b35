/** Where the bot's own pages are. */
export interface Site {
  /** An http(s) address; its path is not looked at. */
  readonly url: string;
  /** Whether others than the machine that the bot runs on are known to reach it. */
  readonly isPublic: boolean;
}
