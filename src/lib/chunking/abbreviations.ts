/** Abbreviations that never end a sentence: a name, a number or an example follows. Lower case. */
export const neverLast: ReadonlySet<string> = new Set(
  (
    'dr mr mrs ms mx messrs prof rev hon gov pres sen rep gen col capt cmdr lt sgt maj st mt ' +
    'vs v cf viz approx resp incl excl esp est fig figs eq eqs sec secs ch chap vol vols ' +
    'dept univ assn tab ref refs ed eds e.g i.e eg ie a.k.a op cit art para z.b d.h bzw usw'
  ).split(' '),
)

/** Abbreviations that go on when a number or a bracket follows: "No. 5", "p. 12", "Jan. 3". */
export const beforeNumbers: ReadonlySet<string> = new Set(
  (
    'no nos nr p pp pg l ll ver version app al ca c s ff pt jan feb mar apr jun jul aug sep sept ' +
    'oct nov dec'
  ).split(' '),
)

/** Abbreviations that end a sentence only when a word follows that likes to begin one. */
export const lastBeforeStarter: ReadonlySet<string> = new Set(
  'inc ltd co corp bros jr sr al ave blvd rd ph.d m.d b.a m.a u.s u.k a.m p.m'.split(' '),
)

/** Words that begin a sentence far more often than they follow an initial. Lower case. */
export const sentenceStarters: ReadonlySet<string> = new Set(
  (
    'the a an this that these those it its he she they we you i his her their our your my in on ' +
    'at by for from with without as if when while where why who what which how because although ' +
    'but and or so yet then there here however therefore thus also after before since until ' +
    'during once all some many most no not only both each every let do does did is are was were ' +
    'can could will would should may might must one two three first second next finally'
  ).split(' '),
)
