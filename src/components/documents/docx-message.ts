import type { Problem } from '../../lib/documents/document-problem.ts'

/** What the worker for DOCX answers. */
export type DocxAnswer = { readonly html: string } | { readonly problem: Problem }
