/** The embedders that the labs offer, the usual one first; the keys stand in links. */
export const EMBEDDERS = ['all-MiniLM-L6-v2', 'multilingual-e5-small-en-zh'] as const
export type EmbedderId = (typeof EMBEDDERS)[number]
