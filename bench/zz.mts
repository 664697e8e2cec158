import { withBenchDatabase } from './bench-database.js';
import { listen } from './broadcast-listeners.js';
import { startBroadcastServer, SUBSCRIPTION } from './broadcast.js';
const children:any[]=[];
await withBenchDatabase(async (_d:any,_c:any,url:string)=>{
 const ours=await startBroadcastServer(children,['leadwarden',url,'/tmp/lw/heapdata']);
 const one=await listen(ours,1,SUBSCRIPTION); const a=one.arrived(1); await ours.publish(1); await a;
 const bare=await startBroadcastServer(children,['bare','','',String(one.messageBytes)]); one.close();
 for(const n of [1000,2000,1000]){
 const lo=await listen(ours,n,SUBSCRIPTION), lb=await listen(bare,n);
 const to:number[]=[],tb:number[]=[];
 for(let i=0;i<60;i++){ for(const [s,l,t] of [[bare,lb,tb],[ours,lo,to]] as any){const ar=l.arrived(1);const at=await s.publish(1);t.push(Number(await ar-at)/1e6);await new Promise(r=>setTimeout(r,30));}}
 lo.close();lb.close();
 console.log(n,'ours',to.map(x=>x.toFixed(0)).join(' ')); console.log(n,'bare',tb.map(x=>x.toFixed(0)).join(' '));
 }
});
for(const c of children)c.kill();process.exit(0);
