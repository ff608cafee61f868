import { formatCount } from '../../format/format-count.ts'
import { formatNumber } from '../../format/format-number.ts'

/** Every text of the similarity view, in one place. */
export const words = {
  name: 'Similarity of the chunks',
  source: {
    recorded: (model: string) =>
      `These are vectors of ${model}, recorded from the same files that run in the page. Change the cut or the text and they must be computed: start the embedder.`,
    live: (model: string) => `Vectors computed in this page by ${model}.`,
    none: 'These chunks have no vectors yet. Start the embedder: it reads each chunk in this page, and nothing is sent anywhere.',
    noChunks: 'There are no chunks to compare.',
    tooMany: (count: number, most: number) =>
      `${formatCount(count)} chunks are too many for this view: it embeds at most ${formatCount(most)}. Take a larger size or a shorter text.`,
    fetching: 'Fetching recorded vectors …',
    waiting: 'The embedder is loading; the chunks follow.',
    progress: 'Embedding the chunks',
    embedding: (done: number, total: number) =>
      `Embedded: ${formatCount(done)} of ${formatCount(total)} chunks.`,
    stopped: 'Stopped. Chunks that were embedded are kept.',
    goOn: 'Go on',
    cancel: 'Cancel the embedding',
    last: 'Until then the pictures are those of the last cut.',
    computing: 'Computing …',
  },
  query: {
    title: 'Ask, and see which chunks come first',
    label: 'Question',
    hint: 'Press Enter or the button; the chunks are ranked by their cosine with it.',
    rank: 'Rank the chunks',
    clear: 'Take the question away',
    choose: 'Questions of this text',
    none: 'Choose one …',
    waits: 'This question has no recorded vector: start the embedder to rank with it.',
    embedding: 'The question is being embedded.',
    list: 'Chunks by cosine with the question',
    columns: ['Rank', 'Chunk', 'Cosine', 'Begins with'],
    gold: 'holds the answer',
    more: (count: number) => `Show ${formatCount(count)} more`,
    chunk: (number: number) => `Chunk ${formatCount(number)}`,
  },
  heat: {
    caption: 'How alike every two chunks are',
    title: 'Cosine of every chunk with every other',
    hint: 'Point at a cell, or go through them with the arrow keys; Enter chooses the row’s chunk in the text.',
    keys: 'Cells of the heat map: arrow keys go from pair to pair, Enter chooses the chunk of the row',
    legend: 'cosine; hatched: a chunk with itself',
    scale: (low: number, high: number) =>
      `The colours go from ${formatNumber(low, { digits: 2 })} to ${formatNumber(high, { digits: 2 })}: as far as these chunks do.`,
    onlyFirst: (shown: number, all: number) =>
      `The picture shows the first ${formatCount(shown)} of ${formatCount(all)} chunks.`,
    one: 'One chunk has nothing to be compared with. Take a smaller size.',
    pair: (one: number, other: number, cosine: string) =>
      `Chunks ${formatCount(one)} and ${formatCount(other)}: cosine ${cosine}.`,
    self: (one: number) => `Chunk ${formatCount(one)} with itself: cosine 1 by definition.`,
    shared: (characters: number) =>
      `They share ${formatCount(characters)} ${characters === 1 ? 'character' : 'characters'} of overlap, which makes them more alike.`,
    inWords: 'The picture in words',
  },
  map: {
    caption: 'The chunks on a map',
    title: 'Chunks as points in two dimensions',
    method: 'Map by',
    pca: 'PCA',
    umap: 'UMAP',
    neighbours: 'UMAP’s neighbours',
    seed: 'UMAP’s seed',
    warning:
      'UMAP draws neighbourhoods, not distances: gaps between groups and their sizes mean nothing, and another seed or another number of neighbours draws another picture. Try a few before you see a pattern.',
    few: 'UMAP needs at least 5 chunks, so this is PCA.',
    neighboursCut: (asked: number, used: number) =>
      `There are too few chunks for ${formatCount(asked)} neighbours; ${formatCount(used)} are used.`,
    queryPlaced: 'The question was placed afterwards and has no say in the directions.',
    queryPlacedUmap:
      'UMAP has no exact place for the question: it stands in the middle of its three nearest chunks.',
    component: (number: number, share: string) =>
      `component ${formatCount(number)} (${share} of the variance)`,
    legend: {
      chunk: 'chunk',
      gold: 'holds the answer',
      query: 'question',
      best: 'to the nearest by cosine',
    },
    labels: (most: number) =>
      `With more than ${formatCount(most)} chunks, only the chosen, the best and those with the answer carry their number.`,
    keys: 'Points of the map: arrow keys go from chunk to chunk and choose it in the text',
    hint: 'Point at a chunk, or go through them with the arrow keys.',
    nearest: (number: number, list: string) =>
      `Chunk ${formatCount(number)}. Nearest by cosine, in all dimensions: ${list}.`,
    unnamed: 'A UMAP has no axes to name.',
    onlyFirst: (shown: number, all: number) =>
      `The map shows the first ${formatCount(shown)} of ${formatCount(all)} chunks.`,
    trust: 'How far to trust this picture',
    inWords: 'The picture in words',
    working: 'The map is being computed …',
  },
  take: {
    group: (what: string) => `Take along: ${what}`,
    svg: 'SVG',
    png: 'PNG',
    csv: 'CSV',
    markdown: 'Markdown',
    heat: 'heat map',
    map: 'map',
    table: 'table of cosines',
    failed: 'That did not work; try again.',
  },
  table: {
    chunk: 'Chunk',
    question: (text: string) => `Question: ${text}`,
    caption: (title: string) => `Cosines of the chunks: ${title}`,
  },
} as const
