// Made by scripts/fit/fit-gguf-metadata.mjs; do not edit.

/**
 * Bytes that one token takes in the header of a GGUF file, fitted on 41 published files of
 * src/data/truth/gguf-files.json, with the rows used and how well files are met that are left out.
 */
export const fittedGgufMetadata = {
  date: '2026-11-24',
  /**
   * Median of header bytes / tokens over a vocabulary's files. A constant of one file is that file's
   * own and no other checks it: wordpiece, gpt-2, kimi, phi-4-mini. All files of one model
   * have nearly the same header: wordpiece, gpt-2, deepseek-v2, kimi, phi-4-mini.
   */
  vocabularies: {
    cohere: { bytesPerToken: 42.6, files: 2, models: 2 },
    wordpiece: { bytesPerToken: 24.5, files: 1, models: 1 },
    'llama-2': { bytesPerToken: 23.1, files: 6, models: 5 },
    starcoder: { bytesPerToken: 35.9, files: 4, models: 4 },
    'gpt-2': { bytesPerToken: 35.4, files: 1, models: 1 },
    falcon: { bytesPerToken: 35.6, files: 2, models: 2 },
    cl100k: { bytesPerToken: 35.5, files: 3, models: 3 },
    'deepseek-v2': { bytesPerToken: 39, files: 4, models: 1 },
    'llama-3': { bytesPerToken: 61.1, files: 5, models: 5 },
    qwen: { bytesPerToken: 39.2, files: 5, models: 5 },
    kimi: { bytesPerToken: 42.3, files: 1, models: 1 },
    'phi-4-mini': { bytesPerToken: 41.2, files: 1, models: 1 },
    'gpt-oss': { bytesPerToken: 64.7, files: 2, models: 2 },
    'gemma-2': { bytesPerToken: 23.6, files: 2, models: 2 },
    'gemma-3': { bytesPerToken: 24.6, files: 2, models: 2 },
  },
  /** For vocabularies that the list lacks: median over the byte-pair vocabularies. */
  usual: { bytesPerToken: 39.2, vocabularies: 11 },
  /**
   * Rows used; computed / published header - 1, and that difference as a share of the file, when
   * the row is left out. others: files left of its vocabulary; with 0 the usual bytes stand in.
   */
  leaveOneOut: [
    {
      id: 'llama-2-7b-q4_k_m',
      others: 5,
      headerError: -0.0025,
      fileError: -4.5e-7,
    },
    {
      id: 'llama-2-7b-q8_0',
      others: 5,
      headerError: -0.0025,
      fileError: -2.6e-7,
    },
    {
      id: 'llama-3-8b-q4_k_m',
      others: 4,
      headerError: 0,
      fileError: 4.4e-8,
    },
    {
      id: 'llama-3.1-8b-q4_k_m',
      others: 4,
      headerError: -0.0006,
      fileError: -9.1e-7,
    },
    {
      id: 'llama-3.2-1b-q4_k_m',
      others: 4,
      headerError: 0.0006,
      fileError: 0.0000061,
    },
    {
      id: 'llama-3.2-3b-q4_k_m',
      others: 4,
      headerError: -0.0002,
      fileError: -7.6e-7,
    },
    {
      id: 'smollm2-360m-q8_0',
      others: 3,
      headerError: -0.0234,
      fileError: -0.00011,
    },
    {
      id: 'smollm2-1.7b-q4_k_m',
      others: 3,
      headerError: -0.0211,
      fileError: -0.000036,
    },
    {
      id: 'mistral-7b-v0.3-q4_k_m',
      others: 5,
      headerError: 0.0029,
      fileError: 5.1e-7,
    },
    {
      id: 'qwen2.5-7b-q4_k_m',
      others: 4,
      headerError: 0.0011,
      fileError: 0.0000014,
    },
    {
      id: 'qwen2.5-3b-q4_k_m',
      others: 4,
      headerError: -0.0001,
      fileError: -4.5e-7,
    },
    {
      id: 'gemma-2-2b-q4_k_m',
      others: 1,
      headerError: 0.0034,
      fileError: 0.000012,
    },
    {
      id: 'gemma-2-9b-q4_k_m',
      others: 1,
      headerError: -0.0025,
      fileError: -0.0000027,
    },
    {
      id: 'gemma-3-1b-q4_k_m',
      others: 1,
      headerError: -0.029,
      fileError: -0.00024,
    },
    {
      id: 'olmo-2-7b-q4_k_m',
      others: 2,
      headerError: -0.0002,
      fileError: -1.3e-7,
    },
    {
      id: 'granite-3.1-8b-q4_k_m',
      others: 3,
      headerError: 0.0222,
      fileError: 0.0000078,
    },
    {
      id: 'gpt-oss-20b-mxfp4_moe',
      others: 1,
      headerError: 0.0017,
      fileError: 0.0000018,
    },
    {
      id: 'gpt-oss-120b-mxfp4_moe',
      others: 1,
      headerError: -0.0009,
      fileError: -1.9e-7,
    },
    {
      id: 'qwen1.5-moe-a2.7b-q4_k_m',
      others: 4,
      headerError: 0.0001,
      fileError: 3.6e-8,
    },
    {
      id: 'phi-3-mini-4k-q4_k_m',
      others: 5,
      headerError: 0.0083,
      fileError: 0.0000025,
    },
    {
      id: 'phi-3.5-mini-q4_k_m',
      others: 5,
      headerError: 0.0065,
      fileError: 0.000002,
    },
    {
      id: 'phi-4-q4_k_m',
      others: 2,
      headerError: 0.0019,
      fileError: 7.4e-7,
    },
    {
      id: 'phi-4-mini-q4_k_m',
      others: 0,
      headerError: -0.052,
      fileError: -0.00017,
    },
    {
      id: 'gemma-3-12b-q4_k_m',
      others: 1,
      headerError: 0.0284,
      fileError: 0.000025,
    },
    {
      id: 'qwen2.5-0.5b-q4_k_m',
      others: 4,
      headerError: 0.0012,
      fileError: 0.000019,
    },
    {
      id: 'qwen3-embedding-0.6b-f16',
      others: 4,
      headerError: 0,
      fileError: -9.3e-8,
    },
    {
      id: 'falcon-7b-q4_k_m',
      others: 1,
      headerError: 0.0088,
      fileError: 0.0000041,
    },
    {
      id: 'deepseek-v2-lite-q4_k_m',
      others: 3,
      headerError: -0.0007,
      fileError: -2.7e-7,
    },
    {
      id: 'deepseek-v2-lite-q2_k',
      others: 3,
      headerError: -0.0006,
      fileError: -3.9e-7,
    },
    {
      id: 'deepseek-v2-lite-q3_k_m',
      others: 3,
      headerError: -0.0006,
      fileError: -3.1e-7,
    },
    {
      id: 'deepseek-v2-lite-q8_0',
      others: 3,
      headerError: -0.0006,
      fileError: -1.5e-7,
    },
    {
      id: 'moonlight-q4_k_m',
      others: 0,
      headerError: -0.0765,
      fileError: -0.00005,
    },
    {
      id: 'olmoe-1b-7b-q4_k_m',
      others: 0,
      headerError: 0.1347,
      fileError: 0.000057,
    },
    {
      id: 'granite-3.1-1b-a400m-q4_k_m',
      others: 3,
      headerError: 0.0257,
      fileError: 0.000054,
    },
    {
      id: 'falcon-mamba-7b-q4_k_m',
      others: 1,
      headerError: -0.0096,
      fileError: -0.0000053,
    },
    {
      id: 'mamba-codestral-7b-q4_k_m',
      others: 5,
      headerError: -0.0209,
      fileError: -0.0000039,
    },
    {
      id: 'aya-expanse-8b-q4_k_m',
      others: 1,
      headerError: 0.0013,
      fileError: 0.0000029,
    },
    {
      id: 'command-r7b-q4_k_m',
      others: 1,
      headerError: -0.0035,
      fileError: -0.0000075,
    },
    {
      id: 'stablelm-2-1.6b-q4_k_m',
      others: 2,
      headerError: 0.0008,
      fileError: 0.0000029,
    },
    {
      id: 'smollm3-3b-q4_k_m',
      others: 4,
      headerError: -0.001,
      fileError: -0.0000041,
    },
    {
      id: 'nomic-embed-text-v1.5-f16',
      others: 0,
      headerError: 0.6012,
      fileError: 0.0016,
    },
  ],
} as const
