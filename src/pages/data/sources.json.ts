import { getCollection } from 'astro:content'

/** Titles and addresses of the sources, for the working panels. */
export const GET = async () => {
  const sources = await getCollection('sources')
  return Response.json(
    Object.fromEntries(
      sources.map(({ id, data }) => [id, { title: data.title, url: data.url ?? '' }]),
    ),
  )
}
