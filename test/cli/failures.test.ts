import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explain } from '../../src/cli/failures.ts';
import { speakToHost } from '../../src/cli/speak.ts';
import { PlatformError, PlatformStartError } from '../../src/core/errors.ts';

describe('what the host is told', () => {
  for (const locale of ['en', 'es']) {
    const words = speakToHost({ DEFAULT_LOCALE: locale });

    test(`names the variable whose value was refused (${locale})`, () => {
      const says = explain(new PlatformStartError('DISCORD_APPLICATION_ID', 'refused'), words) ?? '';
      assert.match(says, /DISCORD_APPLICATION_ID/);
      assert.match(says, /General Information/);
      assert.match(says, /Discord/);
    });

    test(`says how a platform refused what it was asked for (${locale})`, () => {
      const says = explain(new PlatformError('refused', 'discord 400/50035'), words);
      assert.match(says ?? '', /discord 400\/50035/);
    });

    test(`hides no mistake of ours (${locale})`, () => {
      assert.equal(explain(new TypeError('x'), words), null);
    });
  }
});
