import { soakAll } from './soaking.ts';
import { short } from './wishes.ts';
import { soakYear } from './year/year-soaking.ts';

soakAll(
  'SQLite',
  short
    ? [{ name: 'one process, with trouble', processes: 1, kills: 6, trouble: true, closing: true }]
    : [
        { name: 'one process', processes: 1, kills: 100 },
        { name: 'one process, with trouble', processes: 1, kills: 50, trouble: true },
        { name: 'one process, direct conversations closed', processes: 1, kills: 50, closing: true },
        { name: 'one process, the clock set back', processes: 1, kills: 30, clockSet: 'back' },
        { name: 'one process, the clock set forward', processes: 1, kills: 30, clockSet: 'forward' },
      ],
);

soakYear('SQLite', short ? 3 : 200);
