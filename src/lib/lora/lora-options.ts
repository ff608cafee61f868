/** What to adapt and how, with PEFT's meaning of each field of LoraConfig. */
export interface LoraOptions {
  /** PEFT's `r`. */
  readonly rank: number
  /**
   * PEFT's `target_modules`: names matched at the end of a module's path, 'all-linear' for every
   * linear layer but the output head, or any other text as a regular expression for whole paths.
   */
  readonly targets: readonly string[] | string
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
   * 'separate' adapts each routed expert as a layer of its own, as older transformers had them;
   * 'packed', the default, leaves them alone, as PEFT does where all experts are one parameter.
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
