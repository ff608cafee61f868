/** Adapters that differ from LoRA in how many numbers they train. */
export type AdapterMethod = 'lora' | 'vera' | 'loha' | 'adalora' | 'mica' | 'ia3' | 'bd-lora'

/** What to adapt and how, with PEFT's meaning of each field of LoraConfig. */
export interface LoraOptions {
  /** PEFT's `r`. */
  readonly rank: number
  /**
   * PEFT's `target_modules`: names matched at the end of a module's path, 'all-linear' for every
   * linear layer but the output head, or any other text as a regular expression for whole paths.
   */
  readonly targets: readonly string[] | string
  /** 'lora' when absent. IA3 has no rank: any will do. */
  readonly method?: AdapterMethod
  /** BD-LoRA: blocks of the block-diagonal factor, 2 when absent. */
  readonly blocks?: number
  /** PEFT's `use_dora`: a magnitude for every output row. */
  readonly dora?: boolean
  /** LoRA-FA: the A matrices stay frozen, so only B is trained. */
  readonly frozenA?: boolean
  /** Modules of which a full copy is trained, matched at the end of the path. */
  readonly modulesToSave?: readonly string[]
  /** Which biases of the base model are trained too. */
  readonly bias?: 'none' | 'lora_only' | 'all'
  /** Layers to adapt; a list of names is then limited to them. */
  readonly layersToTransform?: readonly number[] | number
  /** Modules to leave out: names matched at the end, or a regular expression. */
  readonly excludeModules?: readonly string[] | string
  /** Ranks that differ from `rank`, by module name or regular expression at the end of the path. */
  readonly rankPattern?: Readonly<Record<string, number>>
  /**
   * 'separate' adapts each routed expert, and the router, as a layer of its own, as transformers 4
   * had them; 'packed', the default, leaves them alone, as PEFT does where all experts are one
   * parameter.
   */
  readonly experts?: 'packed' | 'separate'
}

/** Trainable parameters of an adapter, by kind. */
export interface LoraCount {
  readonly trainable: number
  /** A and B matrices, and DoRA magnitudes. */
  readonly adapter: number
  /** Full copies of modules_to_save; a tied output head is a copy too. */
  readonly modulesToSave: number
  /** Biases of the base model that are trained. */
  readonly bias: number
  readonly adaptedModules: number
}
