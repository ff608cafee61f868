import { textFit } from '../../lib/embedding/text-fit.ts'
import { countOf } from '../../lib/format/count-of.ts'
import { formatNumber } from '../../lib/format/format-number.ts'
import { cosineSimilarity } from '../../lib/retrieval/cosine-similarity.ts'
import { loadEmbeddingModel, type EmbeddingModel } from '../../worker/client.ts'
import { findEmbeddingModel } from '../../worker/models.ts'
import { ModelElement } from './model-element.ts'

/** `<wb-embedder data-id>`: loads an embedder and compares two texts with it. */
class EmbedderElement extends ModelElement<EmbeddingModel> {
  protected open = loadEmbeddingModel

  protected async run(model: EmbeddingModel) {
    const texts = [this.typed('first'), this.typed('second')]
    this.say('output', '')
    this.say('limits', '')
    await this.perform('Reading …', async (signal) => {
      const embeddings = await model.embed(texts, { role: 'query', signal })
      const [first, second] = embeddings
      if (first === undefined || second === undefined) return ''
      const cosine = formatNumber(cosineSimilarity(first.vector, second.vector), {
        digits: 4,
        keepZeros: true,
      })
      const read = [first, second].map(({ tokens }) => countOf(tokens, 'token')).join(' and ')
      this.say('output', `Cosine ${cosine} (${read})`)
      this.say('limits', await this.#limits(model, texts, signal))
      return 'Done.'
    })
  }

  /** What these texts ask of the model in vain. */
  async #limits(model: EmbeddingModel, texts: readonly string[], signal: AbortSignal) {
    const facts = findEmbeddingModel(model.id)
    if (facts === null) return ''
    const text = texts.join(' ')
    const readings = await model.read(texts, { role: 'query', signal })
    const misfits = textFit({
      model: facts,
      text,
      tokenIds: readings.flatMap(({ ids }) => ids),
      chunkTokens: readings.map(({ tokens }) => tokens),
      noun: 'text',
    })
    return misfits.map(({ sentence }) => sentence).join(' ')
  }
}

/** Registers the element once. */
export function defineEmbedder() {
  if (customElements.get('wb-embedder') === undefined)
    customElements.define('wb-embedder', EmbedderElement)
}
