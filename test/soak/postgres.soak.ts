import { soakAll } from './soaking.ts';
import { short } from './wishes.ts';
import { soakYear } from './year/year-soaking.ts';

soakAll(
  'PostgreSQL',
  short
    ? [{ name: 'two processes', processes: 2, kills: 8 }]
    : [
        { name: 'one process', processes: 1, kills: 100 },
        { name: 'two processes', processes: 2, kills: 100 },
        { name: 'four processes', processes: 4, kills: 100 },
        { name: 'two processes, with trouble', processes: 2, kills: 50, trouble: true },
        {
          name: 'two processes, direct conversations closed, with trouble',
          processes: 2,
          kills: 50,
          trouble: true,
          closing: true,
        },
        { name: 'two processes, the clock set back', processes: 2, kills: 30, clockSet: 'back' },
      ],
);

if (!short) soakYear('PostgreSQL', 20);
