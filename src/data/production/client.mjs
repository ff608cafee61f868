import pg from 'pg'
import pgvector from 'pgvector/pg'

/** A connection that knows what a vector is. */
export const connect = async (connectionString) => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}

/** Stores a document's chunks in one transaction: all of them, or none. */
export const storeDocument = async (client, { id, title, language, checksum, model, chunks }) => {
  await client.query('BEGIN')
  try {
    await client.query(
      `INSERT INTO documents (id, title, language, checksum) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET title = $2, language = $3, checksum = $4`,
      [id, title, language, checksum],
    )
    await client.query('DELETE FROM chunks WHERE document_id = $1 AND model = $2', [id, model])
    for (const [position, { start, end, headings, body, vector }] of chunks.entries())
      await client.query(
        `INSERT INTO chunks
           (document_id, position, start_at, end_at, headings, body, language, model, embedding)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, position, start, end, headings, body, language, model, pgvector.toSql([...vector])],
      )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** Words and vectors together; `sql` is hybrid.sql. */
export const search = async (client, sql, { vector, model, question, language, candidates, k }) => {
  const values = [pgvector.toSql([...vector]), model, question, language, candidates, k]
  return (await client.query(sql, values)).rows
}
