import type { ApiUser, TestApi } from './api.js';

const ERRORS = `
  ... on UserError { code message }
  ... on ValidationError { problems { path message } }
  ... on ConflictError { reason }`;

/** The document of a mutation that asks whether it was done, why not, and for what `more` selects. */
export function mutationDocument(name: string, more = '', dryRun = false): string {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const args = `input: $input${dryRun ? ', dryRun: true' : ''}`;
  return `mutation ($input: ${title}Input!) { answer: ${name}(${args}) { __typename ${ERRORS} ${more} } }`;
}

/** The body of the answer to any mutation, as text; files go the way that files go. `more` is selected beside the errors. */
export async function mutate(
  api: TestApi,
  as: ApiUser,
  name: string,
  input: object,
  more = '',
  { dryRun = false } = {},
): Promise<string> {
  const query = mutationDocument(name, more, dryRun);
  const headers = { authorization: `Bearer ${as.token}` };
  const file = 'file' in input && input.file instanceof File ? input.file : null;
  const variables = { input: file ? { ...input, file: null } : input };
  const json = JSON.stringify({ query, variables });
  const body = file ? formOf(json, file) : json;
  const response = await api.app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: file ? headers : { ...headers, 'content-type': 'application/json' },
      body,
    }),
  );
  return response.text();
}

function formOf(operations: string, file: File): FormData {
  const form = new FormData();
  form.set('operations', operations);
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.set('0', file);
  return form;
}

/** DONE, or the code of the error. */
export function outcomeOf(body: string): string {
  const { data, errors } = JSON.parse(body) as {
    data?: { answer?: { code?: string } | null };
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  if (errors) return errors[0]?.extensions?.code ?? errors[0]?.message ?? 'ERROR';
  return data?.answer?.code ?? 'DONE';
}
