import { own } from './vocabulary.ts';

/** Right words, and how they are often mistyped: as `toPlainWords` leaves them, with a space between. */
type Mistyped = Readonly<Record<string, string>>;

/**
 * Only what cannot be meant otherwise: nothing that is a word of its own, and nothing between two of them, such as
 * `thuesday`. Words are never guessed by how near they are, as `sun` and `mon` are near everything.
 */
const english: Mistyped = {
  tomorrow: 'tomorow tommorow tommorrow tomorrrow tomoroow tommorw',
  monday: 'monady mondy modnay mondya munday mondey',
  tuesday: 'tuseday teusday tuesady tuesdy tuesdya tusday tuesaday tueday tuesdey',
  wednesday:
    'wensday wendesday wednsday wedensday wedesday wednesdy wenesday wednesady wednesdya wednessday wednesay wendsday',
  thursday: 'thurday thrusday thursdy thurdsay thursady thursdya thirsday thersday thurssday thrsday',
  friday: 'firday fryday frieday fridya friady frday',
  saturday: 'saterday satuday saturdy satruday saturady saturdya satarday sautrday saturaday',
  sunday: 'sundy sundya sunady sudnay',
  january: 'janurary januray januarry jaunary januery janaury janury',
  february: 'februrary feburary febuary febrary februry feburay febuery feberuary febraury',
  march: 'mrach marhc',
  april: 'arpil apirl aprl aprill',
  june: 'juen',
  july: 'jully juyl',
  august: 'agust augst auguest augsut auguts',
  september: 'septemeber setpember septmber setember septembr sepetember septemer spetember septebmer',
  october: 'ocotber octber otcober ocober octobr octobre',
  november: 'novemeber novmber novemebr novembr noveber novembre',
  december: 'decmber decemeber decembr deceber decemebr dicember desember',
};

const spanish: Mistyped = {
  lunes: 'lunez lnues luens',
  martes: 'matres martez marets amrtes',
  miercoles: 'miercoels mierocles miercloes mircoles miercles miecoles mercoles miercolez miercolse mierkoles',
  jueves: 'juevez juves jeuves juebes jueevs juevse',
  viernes: 'vierens virnes vierenes viernez biernes veirnes viernse',
  sabado: 'sabdo savado sabaod saabdo sbado sabadao',
  domingo: 'domigo dominog domnigo doimngo dominngo',
  enero: 'enreo eneor enerro',
  febrero: 'febreo febero frebrero febrerro fevrero ferbero febrreo',
  marzo: 'marso mazro',
  abril: 'abirl arbil avril abrli',
  junio: 'junoi juino',
  julio: 'juilo juloi',
  agosto: 'agsoto agotso agossto',
  septiembre:
    'septeimbre septimbre setpiembre setimbre septimebre spetiembre septienbre setienbre septiembe septiempre septembre',
  octubre: 'ocutbre octubr otcubre octuvre octbre otubre',
  noviembre: 'nobiembre novimbre novienbre nobienbre noveimbre noviebre noviempre',
  diciembre: 'dicembre dicimbre diciebre diciembe disiembre dicienbre diceimbre diciempre',
};

/** The right words by the mistyped ones. */
export const mistyped: Readonly<Record<'en' | 'es', Readonly<Record<string, string>>>> = {
  en: byMistake(english),
  es: byMistake(spanish),
};

function byMistake(table: Mistyped): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(table).flatMap(([right, all]) => all.split(' ').map((one) => [one, right])));
}

/** A phrase with its often mistyped words put right, in the plural too. */
export function putRight(phrase: string, language: 'en' | 'es'): string {
  return phrase.replace(/[a-z]+/g, (word) => own(mistyped[language], word) ?? putPluralRight(word, language) ?? word);
}

function putPluralRight(word: string, language: 'en' | 'es'): string | undefined {
  const right = word.endsWith('s') ? own(mistyped[language], word.slice(0, -1)) : undefined;
  return right === undefined || right.endsWith('s') ? right : `${right}s`;
}
