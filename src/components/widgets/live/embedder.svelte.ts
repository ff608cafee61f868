import type { EmbedderId } from '../../../lib/embedding/embedders.ts'
import type { EmbeddingModel } from '../../../worker/client.ts'
import { findEmbeddingModel, type EmbeddingModelFacts } from '../../../worker/models.ts'
import { OnDemand, type Loading } from './on-demand.svelte.ts'

const factsOf = (id: EmbedderId): EmbeddingModelFacts => {
  const facts = findEmbeddingModel(id)
  if (facts === null) throw new Error(`There is no embedder "${id}".`)
  return facts
}

/** One embedder: loaded when asked for, stopped and given back. */
export class Embedder extends OnDemand<EmbeddingModel> {
  readonly id: EmbedderId
  readonly facts: EmbeddingModelFacts

  constructor(id: EmbedderId) {
    super()
    this.id = id
    this.facts = factsOf(id)
  }

  protected override async load(loading: Loading): Promise<EmbeddingModel> {
    const { loadEmbeddingModel } = await import('../../../worker/client.ts')
    return loadEmbeddingModel(this.id, loading)
  }
}
