import type { ModuleNames } from './spec.ts'

/**
 * Llama's module paths; a family states only what it names differently.
 *
 * @example LLAMA_NAMES.q //=> 'self_attn.q_proj'
 */
export const LLAMA_NAMES: ModuleNames = {
  embedding: 'model.embed_tokens',
  positions: 'model.embed_positions',
  types: 'model.token_type_embeddings',
  embeddingNorm: 'model.embed_norm',
  projectIn: 'model.project_in',
  projectOut: 'model.project_out',
  layers: 'model.layers',
  finalNorm: 'model.norm',
  head: 'lm_head',
  pooler: 'pooler.dense',
  transform: 'head.dense',
  transformNorm: 'head.norm',
  q: 'self_attn.q_proj',
  k: 'self_attn.k_proj',
  v: 'self_attn.v_proj',
  qkv: 'self_attn.qkv_proj',
  out: 'self_attn.o_proj',
  qNorm: 'self_attn.q_norm',
  kNorm: 'self_attn.k_norm',
  sinks: 'self_attn.sinks',
  gate: 'mlp.gate_proj',
  up: 'mlp.up_proj',
  gateUp: 'mlp.gate_up_proj',
  down: 'mlp.down_proj',
  router: 'mlp.gate',
  experts: 'mlp.experts',
  sharedExpert: 'mlp.shared_expert',
  sharedGate: 'mlp.shared_expert_gate',
  mixer: 'mixer',
}
