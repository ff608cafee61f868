export function inlineScriptHashes(html: string): string[]
export function policyFor(page: string, html: string): string
export function withPolicy(page: string, html: string): string
