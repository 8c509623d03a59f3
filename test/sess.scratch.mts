import { Session } from "./bench/session";
import { noteOf } from "./bench/notes";
const [script, size, feature, n]=[process.argv[2]!,process.argv[3] as any,process.argv[4] as any,+(process.argv[5]??200)];
const s=new Session({id:"notewright",title:"x",script,shows:"diagnostics",features:["outline"],isReal:true,isOurs:true}, noteOf(size));
await s.start(); await s.open(); for(let i=0;i<60;i++) await s.type(); await s.findFixable();
const ts:number[]=[]; for(let i=0;i<n;i++){ ts.push(feature==="key"?(await s.type()).time:(await s.ask(feature)).time);}
console.log(feature, "per key:", ts.slice(0,75).map(t=>t.toFixed(1)).join(" ")); ts.sort((a,b)=>a-b); console.log("median",ts[n>>1]!.toFixed(2),"p95",ts[Math.floor(n*.95)]!.toFixed(2));
await s.leave();
