import pg from 'pg';
import { openDatabase } from '../src/db/open.js';
import { makePairs } from '../test/support/matching-variants.js';
import { seed } from './zz-matching.js';
const url='postgres://postgres@127.0.0.1:5432/lw_match_1m';
const db=await openDatabase({kind:'postgres',url}); const client=new pg.Client({connectionString:url}); await client.connect();
const t=Date.now(); await seed(client, makePairs(1_000_000,11).map(({a})=>a)); console.log('seeded', Date.now()-t); await client.end(); await db.stop();
