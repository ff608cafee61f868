import type { ConfigReader } from '../config-reader.ts'
import type { MlpSpec } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds, readWindow } from './layer-kinds.ts'
import { attention, dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const GPT_OSS: ShapeDefaults = {
  vocab: 201088,
  hidden: 2880,
  layers: 36,
  heads: 64,
  kvHeads: 8,
  headDim: 64,
  positions: 131072,
  tied: false,
}

/** gpt-oss: biases throughout, one sink a query head, every second layer with a window. */
export const GPT_OSS_FAMILIES: readonly Family[] = [
  { name: 'gpt_oss', types: ['gpt_oss'], read: readGptOss },
]

function readGptOss(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, GPT_OSS)
  const bias = reader.flag('attention_bias', true)
  const window = readWindow(reader, 128)
  const kinds = layerKinds(reader, shape.layers, (index) => (index % 2 === 0 ? 'sliding' : 'full'))
  const mlp = readMixture(reader)
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: bias,
        outBias: bias,
        sinks: true,
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp,
      norms: norms(shape.hiddenSize, 'rms'),
    }),
    names: { router: 'mlp.router' },
  })
}

function readMixture(reader: ConfigReader): MlpSpec {
  const sizes = readExperts(reader, {
    countNames: ['num_local_experts', 'num_experts'],
    count: 128,
    perToken: 4,
    perTokenNames: ['num_experts_per_tok', 'experts_per_token'],
    sizeName: 'intermediate_size',
    size: 2880,
  })
  if (sizes === null) return dense(reader.integer('intermediate_size', { fallback: 2880 }))
  return experts(sizes, { expertBias: true, routerBias: true })
}
