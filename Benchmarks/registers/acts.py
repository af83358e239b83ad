"""Acts in registers against a model of REGISTERS sections 2 and 3: random gates, entries and steps, and definitions made narrower.

usage: acts.py PROGRAM FIRST-SEED SEED-AFTER-LAST
"""
import datetime as dt, json, os, random, shutil
from check import Bad, TOWN, cond, holds, over, run, sys, write

TODAY=dt.date.today()
KINDS={'名额':'整数','批次':'文字','名称':'文字','名次':'整数','分':'金额','类':'选项','定于':'日期','回':'是否','意':'选项','说':'文字'}
OPTIONS={'类':['甲','乙','丙'],'意':['甲','乙','丙']}
FIELDS={'评类':['批次','名额'],'推荐':['名称','名次','分','类','定于'],'意见':['回','意','说']}
ABOVE={'评类':None,'推荐':'评类','意见':'推荐'}

class Town:
    """What is there, as the page says it: definitions, entries with their steps."""
    def __init__(self,r):
        self.r=r; self.entries={n:{} for n in FIELDS}; self.states=[]; self.figures=[]
        self.options={k:list(v) for k,v in OPTIONS.items()}; self.bounds={'名次':('',''),'分':('','')}; self.retired={}; self.closed={}
        n=r.randint(2,4)
        for i in range(n):
            following=[f'态{k}' for k in range(n) if k!=i and r.random()<.7]
            self.states.append(dict(name=f'态{i}',next=following,least=r.choice([0,0,0,3,10]) if i else 0,must=r.sample(FIELDS['推荐'],r.choice([0,0,1])),gates=[]))
        for i,state in enumerate(self.states):
            for kind in r.sample(['子项','名额','差额','次序'],r.choice([0,1,1,2])):
                if i==0 and kind in ('次序','子项'): continue
                if kind=='子项': gate=dict(kind=kind,count=r.choice([None,0,1,2]),cond=self.condition('意见'))
                elif kind=='名额': gate=dict(kind=kind,count=None,cond=self.condition('推荐'))
                elif kind=='差额': gate=dict(kind=kind,count=r.choice([None,0,20,50]),cond=self.condition('推荐'))
                else: gate=dict(kind=kind,count=None,cond=('',[]))
                state['gates'].append(gate)
    def register(self,name): return dict(name=name,fields=[dict(name=f,kind=KINDS[f]) for f in FIELDS[name]],states=self.states if name=='推荐' else [])
    def condition(self,name):
        text,terms=cond(self.r,self.register(name))
        return text,terms
    def definitions(self,folder):
        write(folder,'registers.csv',['登记簿','对象'],[[n,ABOVE[n] or '乡镇'] for n in FIELDS])
        write(folder,'fields.csv',FIELD_HEADER,[self.field(n,f) for n in FIELDS for f in FIELDS[n]])
        write(folder,'flows.csv',FLOW_HEADER,[self.flow(s) for s in self.states])
        write(folder,'gates.csv',['登记簿','状态','序号','要求','登记簿二','条件','数','栏目'],
            [['推荐',s['name'],i+1,g['kind'],'意见' if g['kind']=='子项' else '',g['cond'][0],'' if g['count'] is None else g['count'],{'名额':'名额','差额':'名额','次序':'名次'}.get(g['kind'],'')] for s in self.states for i,g in enumerate(s['gates'])])
        write(folder,'figures.csv',['登记簿','统计','序号','算法','条件'],[['推荐',f'数{i}',i+1,'条数',c[0]] for i,c in enumerate(self.figures)])
    def field(self,name,field):
        least,most=self.bounds.get(field,('',''))
        return [name,field,FIELDS[name].index(field)+1,KINDS[field],';'.join(self.options.get(field,[])),least,most,self.retired.get(field,'')]
    def flow(self,s): return ['推荐',s['name'],int(s['name'][1:])+1,';'.join(s['next']),s['least'] or '',';'.join(s['must'])]
    def exists(self,name,e,d):
        if e['date']>d or (e['struck'] and e['struck']<=d): return False
        return ABOVE[name] is None or self.exists(ABOVE[name],self.entries[ABOVE[name]][e['sub']],d)
    def state(self,e,d):
        past=[s for s in e['steps'] if s[0]<=d]; return past[-1][1] if past else None
    def holds(self,gate,e,new,left,d):
        """Whether a gate holds for an entry that is in a new state."""
        siblings=[x for x in self.entries['推荐'].values() if x['sub']==e['sub'] and x is not e and self.exists('推荐',x,d)]
        fits=lambda x,s: holds(gate['cond'][1],x,(None,s),d)
        if gate['kind']=='子项':
            below=[x for x in self.entries['意见'].values() if x['sub']==e['num'] and self.exists('意见',x,d)]
            return len(below)>=(1 if gate['count'] is None else gate['count']) and all(holds(gate['cond'][1],x,None,d) for x in below)
        if gate['kind']=='次序':
            rank=lambda x: int(x['vals']['名次']) if x['vals']['名次'] else 10**15
            return not any(self.state(x,d)==left and rank(x)<rank(e) for x in siblings)
        places=int(self.entries['评类'][e['sub']]['vals']['名额'] or 0)
        if gate['kind']=='名额':
            return 1+sum(self.state(x,d)==new or bool(gate['cond'][1]) and fits(x,self.state(x,d)) for x in siblings)<=places
        count=sum(fits(x,self.state(x,d)) for x in siblings)+(1 if fits(e,new) else 0)
        return count*100>=places*(100+(gate['count'] or 0))
    def refusal(self,e,new,left,day):
        s=next(x for x in self.states if x['name']==new)
        if any(not e['vals'][f] and not (f in self.retired and self.retired[f]<=str(e['date'])) for f in s['must']): return 'must'
        days=[day]+([TODAY] if day<TODAY and self.exists('推荐',e,TODAY) else [])
        for d in days:
            for g in s['gates']:
                if not self.holds(g,e,new,left,d): return f"{g['kind']} {g['cond'][0]} {d}"

FIELD_HEADER=['登记簿','栏目','序号','类型','选项','最小','最大','停用日期']
FLOW_HEADER=['登记簿','状态','序号','下一步','最短','必填栏目']

def value(r,field):
    if r.random()<.3: return ''
    k=KINDS[field]
    return {'整数':lambda:str(r.randint(0,4)),'金额':lambda:r.choice(['0','3','12.5','-0.05']),'文字':lambda:r.choice(['甲','乙','P1']),'选项':lambda:r.choice(OPTIONS[field]),'是否':lambda:r.choice('是否'),'日期':lambda:str(TODAY-dt.timedelta(days=r.randrange(400)))}[k]()

def one(seed):
    r=random.Random(seed); w=f'/tmp/ra/{seed}'; shutil.rmtree(w,ignore_errors=True); os.makedirs(w); db=f'{w}/z.db'; F=f'{w}/in'
    write(F,'organizations.csv',['编码','名称','类型'],[[TOWN,'镇','乡镇党委']])
    t=Town(r); t.figures=[t.condition('推荐') for _ in range(r.randint(0,2))]; t.definitions(F)
    back=lambda n: TODAY-dt.timedelta(days=r.randrange(n))
    def history(name,count):
        rows=[]
        for i in range(count):
            num=f'{name}{i}'; above=ABOVE[name]; sub,d=TOWN,TODAY-dt.timedelta(days=300+r.randrange(60))
            if above:
                up=t.entries[above][r.choice(sorted(t.entries[above]))]; sub,d=up['num'],up['date']+dt.timedelta(days=r.randrange(90))
            struck=d+dt.timedelta(days=r.randrange(200)) if r.random()<.1 else None
            e=dict(num=num,sub=sub,date=d,vals={f:value(r,f) for f in FIELDS[name]},struck=struck,steps=[])
            if name=='推荐': e['steps']=[(d,t.states[0]['name'])]
            t.entries[name][num]=e; rows.append([num,sub,d]+[e['vals'][f] for f in FIELDS[name]]+[struck or '','错' if struck else ''])
        write(F,f'登记簿-{name}.csv',[name+'编号','对象编号','登记日期']+FIELDS[name]+['注销日期','注销原因'],rows)
    history('评类',2); history('推荐',5); history('意见',8)
    c,o,er=run(db,'import',F)
    if c: raise Bad(f'import {c} {er[:800]}')
    taken=refused=0
    for _ in range(25):
        if r.random()<.3:
            name=r.choice(['推荐','意见']); above=t.entries[ABOVE[name]]; up=above[r.choice(sorted(above))]; d=back(260)
            vals={f:value(r,f) for f in FIELDS[name]}; e=dict(num='?',sub=up['num'],date=d,vals=vals,struck=None,steps=[])
            why=None if t.exists(ABOVE[name],up,d) else 'parent'
            if name=='推荐' and not why:
                new=t.states[0]['name']; e['steps']=[(d,new)]; t.entries[name]['?']=e; why=t.refusal(e,new,None,d); del t.entries[name]['?']
            c,o,er=run(db,'enter',name,'--about',up['num'],'--date',str(d),*[x for f,v in vals.items() if v for x in ('--set',f'{f}={v}')])
            said=f'enter {name} {up["num"]} {d} {vals}'
            if c==0: e['num']=o.strip(); t.entries[name][e['num']]=e
        else:
            e=t.entries['推荐'][r.choice(sorted(t.entries['推荐']))]; new=r.choice(t.states)['name']; last,left=e['steps'][-1]; d=back(120) if r.random()<.6 else TODAY
            s=next(x for x in t.states if x['name']==new); now=next(x for x in t.states if x['name']==left)
            why='before' if d<last else 'gone' if not t.exists('推荐',e,d) else 'next' if new not in now['next'] else 'least' if (d-last).days<s['least'] else None
            if not why: e['steps'].append((d,new)); why=t.refusal(e,new,left,d); e['steps'].pop()
            c,o,er=run(db,'step','推荐',e['num'],new,'--on',str(d)); said=f'step {e["num"]} {left}→{new} {d}'
            if c==0: e['steps'].append((d,new))
        if c not in (0,1) or (c==0)==bool(why): raise Bad(f'{said}: {c} {er[:300]} model {why}')
        taken+=c==0; refused+=c==1
    # Each entry is in the state of the model.
    c,o,er=run(db,'register','推荐','--format','json')
    got={x['number']:x['state'] for x in json.loads(o)['entries']}
    want={e['num']:t.state(e,TODAY) for e in t.entries['推荐'].values() if t.exists('推荐',e,TODAY)}
    if got!=want: raise Bad(f'states {got} want {want}')
    for _ in range(12): narrow(r,t,db,w)
    c,o,er=run(db,'check')
    if c: raise Bad('check '+o[:500]+er[:500])
    for folder,base in (('a',db),('b',f'{w}/y.db')):
        if folder=='b' and run(base,'import',f'{w}/a')[0]: raise Bad('reimport')
        if run(base,'export',f'{w}/{folder}')[0]: raise Bad('export')
    for f in sorted(os.listdir(f'{w}/a')):
        if open(f'{w}/a/{f}').read()!=open(f'{w}/b/{f}').read(): raise Bad('round trip '+f)
    return taken,refused

def narrow(r,t,db,w):
    """Makes a definition narrower, or wider, and asks whether what is in use lets it."""
    every=[(n,e) for n in FIELDS for e in t.entries[n].values()]
    # Gates hold the conditions of the register that they look at.
    conditions=[('意见' if g['kind']=='子项' else '推荐',g['cond'][1]) for s in t.states for g in s['gates']]+[('推荐',c[1]) for c in t.figures]
    kind=r.choice(['options','bounds','next','retire','type','close','wider','must'])
    N=f'{w}/n'; shutil.rmtree(N,ignore_errors=True); undo=lambda:None; why=None
    if kind in ('options','wider'):
        f=r.choice(sorted(OPTIONS)); n=next(x for x in FIELDS if f in FIELDS[x]); old=list(t.options[f])
        if kind=='wider': t.options[f]=old+[f'戊{len(old)}']
        else:
            if len(old)<3: return
            gone=r.choice(old); t.options[f]=[x for x in old if x!=gone]
            if any(e['vals'][f]==gone for m,e in every if m==n): why='value'
            if any(m==n and name==f and gone in values for m,terms in conditions for name,_,_,values in terms): why='condition'
        undo=lambda: t.options.update({f:old}); write(N,'fields.csv',FIELD_HEADER,[t.field(n,f)])
    elif kind=='bounds':
        f=r.choice(['名次','分']); old=t.bounds[f]; t.bounds[f]=r.choice([('0','4'),('1','4'),('0','2'),('-1','13'),('',''),('','3')])
        low,high=t.bounds[f]; values=[float(e['vals'][f]) for m,e in every if m=='推荐' and e['vals'][f]]
        if any(low and v<float(low) or high and v>float(high) for v in values): why='bounds'
        undo=lambda: t.bounds.update({f:old}); write(N,'fields.csv',FIELD_HEADER,[t.field('推荐',f)])
    elif kind=='next':
        s=r.choice(t.states)
        if not s['next']: return
        old=list(s['next']); gone=r.choice(old); s['next']=[x for x in old if x!=gone]
        if any((a[1],b[1])==(s['name'],gone) for m,e in every for a,b in zip(e['steps'],e['steps'][1:])): why='step'
        undo=lambda: s.update(next=old); write(N,'flows.csv',FLOW_HEADER,[t.flow(s)])
    elif kind=='must':
        s=r.choice(t.states); s['must']=r.sample(FIELDS['推荐'],r.choice([0,1,2])); write(N,'flows.csv',FLOW_HEADER,[t.flow(s)])
    elif kind=='retire':
        n=r.choice(sorted(FIELDS)); f=r.choice(FIELDS[n]); old=t.retired.get(f); day=str(TODAY-dt.timedelta(days=r.choice([-1,30,200,400]))); t.retired[f]=day
        if any(e['vals'][f] and str(e['date'])>=day for m,e in every if m==n): why='filled'
        undo=lambda: t.retired.update({f:old}) if old else t.retired.pop(f); write(N,'fields.csv',FIELD_HEADER,[t.field(n,f)])
    elif kind=='type':
        n=r.choice(['推荐','意见']); f=r.choice([x for x in FIELDS[n] if KINDS[x] in ('文字','日期')])
        row=t.field(n,f); row[3]='是否' if KINDS[f]=='文字' else '整数'
        # A type that nothing uses may change; conditions with values of the old one may not stay.
        why='type' if any(e['vals'][f] for m,e in every if m==n) else None
        if any(m==n and name==f and op not in '有无' for m,terms in conditions for name,_,op,_ in terms): return
        if not why: return
        write(N,'fields.csv',FIELD_HEADER,[row])
    else:
        n=r.choice(sorted(FIELDS)); day=str(TODAY-dt.timedelta(days=r.choice([-1,100,400])))
        if any(str(e['date'])>=day for m,e in every if m==n): why='entries'
        elif n not in t.closed: return
        write(N,'registers.csv',['登记簿','对象','停用日期'],[[n,ABOVE[n] or '乡镇',day]])
    c,o,er=run(db,'import','--update',N)
    if c not in (0,1) or (c==0)==bool(why): raise Bad(f'narrow {kind} {open(N+"/"+os.listdir(N)[0]).read()}: {c} {er[:300]} model {why}')
    if c: undo()

if __name__=='__main__': over(range(int(sys.argv[2]),int(sys.argv[3])),one)
