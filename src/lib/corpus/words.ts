/** What a text of the course says of itself when it cannot be read. */
export const words = {
  notLoaded:
    'The document could not be loaded. Check the connection and choose it again; nothing that you typed is lost.',
} as const
