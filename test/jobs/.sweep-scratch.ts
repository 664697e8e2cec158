import pg from 'pg';
import pino from 'pino';
import { openDatabase } from '/work/main/src/db/open.js';
import { nightlyRunner } from '/work/main/test/jobs/nightly.js';
import { SYSTEM_ACTOR } from '/work/main/src/auth/actor.js';

const DUE = Number(process.argv[2] ?? 100000), TOTAL = Number(process.argv[3] ?? DUE), JOB = process.argv[4] ?? 'progress-warning';
const admin = new pg.Client('postgres://postgres@127.0.0.1:5432/postgres'); await admin.connect();
const A='jobs_sweep_a', B='jobs_sweep_b';
for (const n of [A,B]) await admin.query(`DROP DATABASE IF EXISTS ${n} WITH (FORCE)`);
await admin.query(`CREATE DATABASE ${A}`);
const url=(n:string)=>`postgres://postgres@127.0.0.1:5432/${n}`;
let db = await openDatabase({kind:'postgres',url:url(A)});
const now = new Date('2026-03-01T00:00:00Z');
await db.prisma.$executeRawUnsafe(`INSERT INTO user_account (id,email,name,role) SELECT gen_random_uuid(), 'a'||n||'@x.example','Agent '||n,'REP' FROM generate_series(1,50) n`);
await db.prisma.$executeRawUnsafe(`INSERT INTO user_account (id,email,name,role) VALUES (gen_random_uuid(), 'm@x.example','M','MANAGER')`);
await db.transaction(async tx=>{
await tx.$executeRawUnsafe(`CREATE TEMP TABLE o AS SELECT id, (row_number() over ())::int nth FROM user_account WHERE role='REP'`);
await tx.$executeRawUnsafe(`
 INSERT INTO lead (id, company_name, city, stage, owner_id, registered_at, import_key, search_text, assigned_at, progress_anchor, warning_due_at, progress_deadline, warned_at, grace_ends_at, base_ends_at, base_reminder_due_at, expires_at)
 SELECT gen_random_uuid(), 'Hotel '||n, 'Köln', 'REGISTERED', o.id, at, 'DE|koeln|hotel '||n, 'hotel '||n||' koeln', at, at, at + interval '53 days', at + interval '60 days',
  CASE WHEN ${JOB==='protection-expiry'} THEN at + interval '53 days' END, CASE WHEN ${JOB==='protection-expiry'} THEN at + interval '63 days' END,
  at + interval '6 months', at+ interval '6 months' - interval '10 days',
  CASE WHEN ${JOB==='protection-expiry'} THEN at + interval '63 days' ELSE at + interval '6 months' END
 FROM (SELECT n, CASE WHEN n % ${Math.max(1,Math.round(TOTAL/DUE))} = 0 THEN timestamptz '2025-12-20 09:00Z' ELSE timestamptz '2026-02-20 09:00Z' END + (n % 86400) * interval '1 second' AS at FROM generate_series(1,${TOTAL}) n) x JOIN o ON o.nth = 1 + n % 50`);
}, {timeoutMs: 600000});
await db.transaction(tx=>tx.$executeRawUnsafe(`INSERT INTO ownership (id, lead_id, owner_id, assigned_at) SELECT gen_random_uuid(), id, owner_id, assigned_at FROM lead`),{timeoutMs:600000});
await db.stop();
const c = new pg.Client(url(A)); await c.connect(); await c.query('VACUUM ANALYZE'); await c.query('CHECKPOINT'); await c.end();
await admin.query(`CREATE DATABASE ${B} TEMPLATE ${A}`);
// runner
db = await openDatabase({kind:'postgres',url:url(A)});
let statements=0; db.onQuery(()=>{statements++});
let t=performance.now();
const cpu=process.cpuUsage();
await nightlyRunner(db,{now:()=>now}).runNow({job:JOB as 'progress-warning',asOf:now,by:{actor:SYSTEM_ACTOR,requestId:null}});
const ours=performance.now()-t; const used=process.cpuUsage(cpu);
console.log(await db.prisma.jobRun.findFirst({select:{processed:true,failed:true,status:true,error:true}}), 'statements', statements);
await db.stop();
// reference
const r = new pg.Client(url(B)); await r.connect(); await r.query("SET timezone='UTC'"); await r.query('CHECKPOINT');
t=performance.now();
await r.query('BEGIN');
if (JOB==='progress-warning') {
await r.query(`CREATE TEMP TABLE due ON COMMIT DROP AS SELECT lead.*, o.id ownership_id, u.email, u.name owner_name, u.locale FROM lead JOIN ownership o ON o.lead_id=lead.id AND o.ended_at IS NULL JOIN user_account u ON u.id=lead.owner_id WHERE status='ACTIVE' AND warned_at IS NULL AND warning_due_at <= $1 FOR UPDATE OF lead`,[now]);
await r.query(`INSERT INTO reminder (id, lead_id, ownership_id, recipient_id, kind, window_start, due_at, sent_at) SELECT gen_random_uuid(), id, ownership_id, owner_id, 'PROGRESS_WARNING', progress_anchor, warning_due_at, $1::timestamptz FROM due`,[now]);
await r.query(`UPDATE lead SET warned_at=$1::timestamptz, grace_ends_at=greatest(lead.progress_deadline, $1::timestamptz+interval '10 days'), expires_at=least(lead.base_ends_at, greatest(lead.progress_deadline, $1::timestamptz+interval '10 days')) FROM due WHERE lead.id=due.id`,[now]);
await r.query(`INSERT INTO audit_entry (id, occurred_at, action, entity, entity_id, lead_id, before, after) SELECT gen_random_uuid(), $1::timestamptz, 'warnOfMissingProgress','Lead', id, id, jsonb_build_object('expiresAt',expires_at), jsonb_build_object('reminderId', gen_random_uuid(),'windowStart',progress_anchor,'expiresAt',expires_at) FROM due`,[now]);
await r.query(`INSERT INTO domain_event (id, type, occurred_at, lead_id, owner_id, territory, payload) SELECT gen_random_uuid(), 'LEAD_PROGRESS_WARNING_ISSUED', $1::timestamptz, id, owner_id, territory, jsonb_build_object('windowStart',progress_anchor,'progressDeadline',progress_deadline,'graceEndsAt',grace_ends_at,'reminderId',gen_random_uuid()) FROM due`,[now]);
await r.query(`INSERT INTO outbox_email (id, template, locale, recipient, data, dedupe_key, lead_id, message_id) SELECT x, 'progress-warning', locale, email, jsonb_build_object('companyName',company_name,'city',city,'recipientName',owner_name,'progressDeadline',progress_deadline,'graceEndsAt',grace_ends_at), 'progress-warning:'||id||':'||progress_anchor, id, '<'||x||'@leadwarden>' FROM (SELECT *, gen_random_uuid() x FROM due) d`);
} else {
await r.query(`CREATE TEMP TABLE due ON COMMIT DROP AS SELECT lead.*, o.id ownership_id, u.email, u.name owner_name, u.locale FROM lead JOIN ownership o ON o.lead_id=lead.id AND o.ended_at IS NULL JOIN user_account u ON u.id=lead.owner_id WHERE status='ACTIVE' AND expires_at <= $1 FOR UPDATE OF lead`,[now]);
await r.query(`UPDATE ownership SET ended_at=$1::timestamptz, end_reason='NO_PROGRESS' FROM due WHERE ownership.id=due.ownership_id`,[now]);
await r.query(`UPDATE lead SET status='EXPIRED', ended_at=$1::timestamptz, end_reason='NO_PROGRESS', owner_id=NULL, version=lead.version+1, updated_at=$1::timestamptz FROM due WHERE lead.id=due.id`,[now]);
await r.query(`INSERT INTO audit_entry (id, occurred_at, action, entity, entity_id, lead_id, before, after) SELECT gen_random_uuid(), $1::timestamptz, 'expireProtection','Lead', id, id, jsonb_build_object('status','ACTIVE','ownerId',owner_id), jsonb_build_object('status','EXPIRED','ownerId',null,'reason','NO_PROGRESS','expiredAt',expires_at) FROM due`,[now]);
await r.query(`INSERT INTO domain_event (id, type, occurred_at, lead_id, owner_id, territory, payload) SELECT gen_random_uuid(), 'LEAD_PROTECTION_EXPIRED', $1::timestamptz, id, owner_id, territory, jsonb_build_object('reason','NO_PROGRESS','expiredAt',expires_at) FROM due`,[now]);
for (const who of ['', ':m']) await r.query(`INSERT INTO outbox_email (id, template, locale, recipient, data, dedupe_key, lead_id, message_id) SELECT x, 'protection-expired', locale, email, jsonb_build_object('companyName',company_name,'city',city,'recipientName',owner_name,'reason','NO_PROGRESS','expiredAt',expires_at), 'protection-expired:'||id||':'||ownership_id||'${who}', id, '<'||x||'@leadwarden>' FROM (SELECT *, gen_random_uuid() x FROM due) d`);
}
await r.query('COMMIT');
const ref=performance.now()-t; await r.end();
console.log(JOB, {DUE,TOTAL, oursMs:Math.round(ours), refMs:Math.round(ref), ratio:(ours/ref).toFixed(2), perLeadUs: Math.round(ours*1000/DUE), nodeCpuMs: Math.round((used.user+used.system)/1000)});
for (const n of [A,B]) await admin.query(`DROP DATABASE IF EXISTS ${n} WITH (FORCE)`);
await admin.end();
