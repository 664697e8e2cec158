/** Talks to the server as any integrator would: over HTTP, with a token. */
export interface ApiClient {
  /** Runs an operation and returns its data. @throws Error with the messages of the answer */
  request<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The same with one file, by the GraphQL multipart request convention, as the variable `file`. */
  upload<Data>(query: string, file: File, variables?: Record<string, unknown>): Promise<Data>;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string }[];
}

export function createApiClient(url: string, token: string): ApiClient {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };

  async function send<Data>(init: { body: string | FormData; headers?: object }): Promise<Data> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      body: init.body,
      headers: { ...headers, ...init.headers },
    });
    const { data, errors } = (await response.json()) as Answer<Data>;
    if (errors?.length || data == null) {
      throw new Error(
        errors?.map(({ message }) => message).join('; ') ?? `HTTP ${response.status}`,
      );
    }
    return data;
  }

  return {
    request: (query, variables = {}) =>
      send({
        body: JSON.stringify({ query, variables }),
        headers: { 'content-type': 'application/json' },
      }),
    upload: (query, file, variables = {}) => {
      const form = new FormData();
      form.set('operations', JSON.stringify({ query, variables: { ...variables, file: null } }));
      form.set('map', JSON.stringify({ 0: ['variables.file'] }));
      form.set('0', file);
      return send({ body: form, headers: { 'x-graphql-yoga-csrf': 'demo' } });
    },
  };
}
