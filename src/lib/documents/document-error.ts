import type { Problem } from './document-problem.ts'

/** Says that a file cannot be read, and why. */
export class DocumentError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'DocumentError'
    this.problem = problem
  }
}
