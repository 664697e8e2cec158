import type { Plugin } from 'graphql-yoga';
import type { ErrorCode } from '../domain/error-codes.js';

/** The refusals of Yoga and the routes that have only a status. */
const REFUSALS: Readonly<Record<number, { code: ErrorCode; message: string }>> = {
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  405: { code: 'METHOD_NOT_ALLOWED', message: 'The method is not allowed here; see `Allow`.' },
  406: { code: 'NOT_ACCEPTABLE', message: 'None of the media types there are is accepted.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'The body is in a form that is not taken.' },
};

/** Gives a refusal that is nothing but a status an error with a code, as every other refusal has. */
export const answerBareRefusals: Plugin = {
  onResponse({ response, setResponse }) {
    const refusal = REFUSALS[response.status];
    if (refusal === undefined || response.body !== null) return;
    const { code, message } = refusal;
    const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
    const headers = new Headers(response.headers);
    headers.set('content-type', 'application/json; charset=utf-8');
    headers.delete('content-length');
    setResponse(new Response(body, { status: response.status, headers }));
  },
};
