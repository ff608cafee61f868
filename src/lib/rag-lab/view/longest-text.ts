/** Longest own text that the lab takes; the state's field holds to it. UTF-16 units. */
export const LONGEST_TEXT = 50_000
