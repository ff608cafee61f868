export interface OfflineFacts {
  readonly build: string
  readonly base: string
  readonly assets: readonly string[]
}
export function withBuildId(id: string, html: string): string
export function serviceWorker(source: string, facts: OfflineFacts): string
