import { AS_SYSTEM } from '../../domain/actor.js';
import type { Database, Tx } from '../../platform/db/open.js';
import type { ClaimedEmail } from './claim-email.js';
import { judgeEmail } from './judge-email.js';
import { loadEmailSettings } from './load-email-settings.js';
import { type EmailSettings, RenderError, renderEmail } from './render-email.js';
import type { Outcome } from './settle-email.js';
import type { EmailToSend } from './transport.js';

/** A mail of the outbox with the data it was rendered from. */
export interface Enclosed {
  readonly claimed: ClaimedEmail;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A mail as it goes out, for one of the outbox or for several. */
export interface Letter {
  readonly email: EmailToSend;
  readonly enclosed: readonly [Enclosed, ...Enclosed[]];
}

export interface Prepared {
  readonly letters: readonly Letter[];
  /** The mails that are not sent now, with the reasons. */
  readonly kept: readonly (readonly [ClaimedEmail, Outcome])[];
}

interface Rendered {
  readonly letter: Letter;
  /** Mails with the same go out as one. */
  readonly envelope: string;
}

/** Judges claimed mails by the state of now, and renders from that what is to go out: several to one reader as one. */
export async function prepareEmails(
  db: Database,
  group: readonly ClaimedEmail[],
  now: Date,
  publicUrl: string | null,
): Promise<Prepared> {
  const { settings, judged } = await db.transaction(async (tx) => {
    const judged: { claimed: ClaimedEmail; judgement: Judged }[] = [];
    for (const claimed of group) {
      judged.push({ claimed, judgement: await judge(tx, claimed, now) });
    }
    return { settings: await loadEmailSettings(tx, publicUrl), judged };
  }, AS_SYSTEM);
  const kept: [ClaimedEmail, Outcome][] = [];
  const rendered: Rendered[] = [];
  for (const { claimed, judgement } of judged) {
    const result =
      judgement.kind === 'send' ? render(claimed, judgement, settings) : notSent(judgement);
    if ('letter' in result) rendered.push(result);
    else kept.push([claimed, result]);
  }
  return { letters: enclose(rendered, settings), kept };
}

type Judged = Awaited<ReturnType<typeof judgeEmail>> | ReturnType<typeof unrenderable>;

/** A faulty mail does not spoil the others of the batch. */
async function judge(tx: Tx, claimed: ClaimedEmail, now: Date): Promise<Judged> {
  try {
    return await judgeEmail(tx, claimed, now);
  } catch (error) {
    if (error instanceof RenderError) return unrenderable(error);
    throw error;
  }
}

function unrenderable({ message: error }: RenderError) {
  return { kind: 'dead', cause: 'RENDERING', error } as const;
}

function notSent(judgement: Exclude<Judged, { kind: 'send' }>): Outcome {
  switch (judgement.kind) {
    case 'discard':
      return { kind: 'discarded', reason: judgement.reason };
    case 'wait':
      return { kind: 'waiting', nextAttemptAt: judgement.until };
    case 'dead':
      return judgement;
  }
}

function render(
  claimed: ClaimedEmail,
  judgement: Extract<Judged, { kind: 'send' }>,
  settings: EmailSettings,
): Rendered | Outcome {
  const { recipient, locale } = judgement;
  const { template, messageId, leadId } = claimed;
  // As it is stored: instants as text.
  const data = JSON.parse(JSON.stringify(judgement.data)) as Record<string, unknown>;
  try {
    const parts = renderEmail({ template, locale, data, leadId }, settings);
    const letter: Letter = {
      email: { ...parts, recipient, locale, messageId },
      enclosed: [{ claimed, data }],
    };
    return { letter, envelope: JSON.stringify([recipient, locale, data.onBehalfOf ?? null]) };
  } catch (error) {
    if (error instanceof RenderError) return unrenderable(error);
    throw error;
  }
}

function enclose(rendered: readonly Rendered[], settings: EmailSettings): Letter[] {
  const byEnvelope = new Map<string, Letter[]>();
  for (const { letter, envelope } of rendered) {
    byEnvelope.set(envelope, [...(byEnvelope.get(envelope) ?? []), letter]);
  }
  return [...byEnvelope.values()].map((letters) => digestOf(letters, settings));
}

/** Goes out under the Message-ID of the first. */
function digestOf(letters: readonly Letter[], settings: EmailSettings): Letter {
  const [first, ...others] = letters;
  if (first === undefined) throw new Error('A letter has at least one mail.');
  if (others.length === 0) return first;
  const enclosed: Letter['enclosed'] = [
    first.enclosed[0],
    ...others.map(({ enclosed: [one] }) => one),
  ];
  const { recipient, locale, messageId } = first.email;
  const { recipientName, onBehalfOf } = first.enclosed[0].data;
  const leads = enclosed.map(({ claimed: { template, leadId: id }, data }) => ({
    ...data,
    template,
    id,
  }));
  const parts = renderEmail(
    { template: 'nightly-digest', locale, data: { recipientName, onBehalfOf, leads } },
    settings,
  );
  return { email: { ...parts, recipient, locale, messageId }, enclosed };
}
