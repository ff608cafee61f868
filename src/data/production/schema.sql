CREATE EXTENSION IF NOT EXISTS vector;

CREATE TABLE documents (
  id       text PRIMARY KEY,
  title    text NOT NULL,
  language regconfig NOT NULL,
  checksum text NOT NULL            -- unchanged documents are not embedded again
);

CREATE TABLE chunks (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document_id text NOT NULL REFERENCES documents ON DELETE CASCADE,
  position    integer NOT NULL,     -- order in the document
  start_at    integer NOT NULL,     -- where it lies, for citations
  end_at      integer NOT NULL,
  headings    text[] NOT NULL,
  body        text NOT NULL,
  language    regconfig NOT NULL,
  model       text NOT NULL,        -- a vector is worth nothing without its model
  embedding   vector(384) NOT NULL,
  words       tsvector GENERATED ALWAYS AS (to_tsvector(language, body)) STORED,
  UNIQUE (document_id, model, position)
);

CREATE INDEX chunks_words ON chunks USING gin (words);
CREATE INDEX chunks_document ON chunks (document_id);
