/** Every text of the Memory calculator in one place, so that another language can take over. */
export const words = {
  name: 'Memory calculator',
  question: 'Will this model fit on this card, and how long may the context be?',
  parts: {
    weights: 'Weights',
    cache: 'KV cache',
    buffers: 'Compute buffers',
    overhead: 'Overhead',
    'second-model': 'Second model',
  },
  partNotes: {
    weights: 'the model itself, at rest',
    cache: 'keys and values of every token',
    buffers: 'scratch space while it computes',
    overhead: 'the engine and the driver',
    'second-model': 'such as the embedder of a RAG',
  },
  engines: {
    'llama.cpp': 'llama.cpp · Ollama · LM Studio',
    vllm: 'vLLM',
    transformers: 'transformers',
  },
  cacheFormats: {
    fp32: 'fp32',
    f16: 'f16',
    bf16: 'bf16',
    fp8: 'fp8',
    q8_0: 'q8_0',
    q5_1: 'q5_1',
    q5_0: 'q5_0',
    q4_1: 'q4_1',
    q4_0: 'q4_0',
    iq4_nl: 'iq4_nl',
    'int4-raw': '4 bits, no scales',
  },
} as const
