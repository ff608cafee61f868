export function isServed(name: string): boolean
