/** Version of the link format, the `v=1` of every state link. */
export const STATE_VERSION = '1'
