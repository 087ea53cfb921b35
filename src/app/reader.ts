import type { Reader } from '../core/params.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { readMoment } from '../time/words/read-moment.ts';
import { findZone } from '../time/zones.ts';
import type { Speech } from '../views/speech.ts';

/** Reads what somebody writes: in their language, in their zone, from their now. */
export function createReader(catalogue: Catalogue, { locale, zone, now }: Speech, names: Reader['names']): Reader {
  return {
    names,
    readTime: (raw, dayMeans) => readMoment(raw, { now, zone, locale, dayMeans }),
    readZone: findZone,
    readLocale: catalogue.findLocale,
  };
}
