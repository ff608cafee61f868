import type { LabEngine } from './lab-state.ts'

/** Names of the engines; "exact" stands for the definitions themselves. */
export const engineNames: Readonly<Record<LabEngine, string>> = {
  exact: 'The definitions',
  huggingface: 'Hugging Face',
  'llama.cpp': 'llama.cpp',
  vllm: 'vLLM',
  ollama: 'Ollama (own engine, until May 2026)',
  'ollama-llama.cpp': 'Ollama (since May 2026)',
}
