import http from 'node:http';

/** Requests per second that `connections` keep-alive clients get out of a server in `seconds`. */
export async function throughput(
  url: string,
  request: { method: string; headers: Record<string, string>; body?: string },
  { connections = 8, seconds = 4 } = {},
): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        await once(url, agent, request);
        answered += 1;
      }
    }),
  );
  agent.destroy();
  return answered / seconds;
}

/** One request; the body of the answer. Anything but 200 is an error. */
export function once(
  url: string,
  agent: http.Agent | undefined,
  { method, headers, body }: { method: string; headers: Record<string, string>; body?: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, ...(agent && { agent }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
