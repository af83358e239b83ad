import random,subprocess,sys,os,json,csv,shutil,datetime as dt
from decimal import Decimal
TOWN='422801100'
def day(r,a='2015-01-01',n=700): return dt.date.fromisoformat(a)+dt.timedelta(days=r.randrange(n))
def write(folder,name,header,rows):
    os.makedirs(folder,exist_ok=True)
    with open(f'{folder}/{name}','w',newline='') as f:
        c=csv.writer(f,lineterminator='\n'); c.writerow(header); c.writerows(rows)
def run(db,*a):
    p=subprocess.run([Z,*a],capture_output=True,text=True,env={**os.environ,'ZHIBU_DATABASE':db,'ZHIBU_LANGUAGE':'zh'})
    return p.returncode,p.stdout,p.stderr
def shortest(t):
    d=Decimal(t).normalize(); s=format(d,'f'); return '0' if d==0 else s
class Bad(Exception): pass
def one(seed):
    r=random.Random(seed); w=f'/tmp/rc/{seed}'; shutil.rmtree(w,ignore_errors=True); os.makedirs(w); db=f'{w}/z.db'; F=f'{w}/in'
    villages=[f'{TOWN}{200+i}' for i in range(4)]
    write(F,'organizations.csv',['编码','名称','类型'],[[TOWN,'镇','乡镇党委']]+[[v,'村'+v,'村党组织'] for v in villages])
    people={f'P{i}':r.choice(villages+[TOWN]) for i in range(8)}
    write(F,'people.csv',['人员编号','姓名','组织编码','类别'],[[p,'人'+p,o,'正式党员'] for p,o in people.items()])
    regs={}; order=[]
    for i in range(r.randint(2,5)):
        name=f'登记{i}'; subs=['乡镇','村','人员']+[n for n in order if depth(regs,n)<4]
        reg=dict(name=name,about=r.choice(subs),secret=r.random()<.1,fields=[],states=[],figures=[],place=None)
        for j in range(r.randint(2,6)):
            k=r.choice(['文字','长文','整数','金额','日期','是否','选项','人员','组织'])
            reg['fields'].append(dict(name=f'栏{j}'+r.choice(["","\\x","'y",".z"]),kind=k,options=['甲','乙','丙'] if k=='选项' else []))
        orgs=[f for f in reg['fields'] if f['kind']=='组织']
        if orgs and r.random()<.5: reg['place']=orgs[0]['name']
        if r.random()<.7:
            n=r.randint(2,4); dates=[f['name'] for f in reg['fields'] if f['kind']=='日期']
            for j in range(n):
                reg['states'].append(dict(name=f'态{j}',next=[f'态{k}' for k in range(n) if k!=j and r.random()<.6],limit=r.choice([None,5,30]),due=r.choice([None]+dates),final=j==n-1))
        regs[name]=reg; order.append(name)
    for reg in regs.values():
        for j in range(r.randint(0,3)):
            m=r.choice(['条数','求和','去重']); nums=[f['name'] for f in reg['fields'] if f['kind'] in('整数','金额')]
            if m=='求和' and not nums: m='条数'
            fld={'条数':'','求和':r.choice(nums) if nums else '','去重':r.choice([f['name'] for f in reg['fields']]+['对象编号'])}[m]
            reg['figures'].append(dict(name=f'数{j}',m=m,field=fld,cond=cond(r,reg)))
    write(F,'registers.csv',['登记簿','对象','地点栏目','密级'],[[g['name'],g['about'],g['place'] or '','限阅' if g['secret'] else ''] for g in regs.values()])
    write(F,'fields.csv',['登记簿','栏目','序号','类型','选项'],[[g['name'],f['name'],i+1,f['kind'],';'.join(f['options'])] for g in regs.values() for i,f in enumerate(g['fields'])])
    fl=[[g['name'],s['name'],i+1,';'.join(s['next']),'' if s['limit'] is None else s['limit'],s['due'] or '','是' if s['final'] else ''] for g in regs.values() for i,s in enumerate(g['states'])]
    write(F,'flows.csv',['登记簿','状态','序号','下一步','限期','到期栏目','终态'],fl)
    write(F,'figures.csv',['登记簿','统计','序号','算法','栏目','条件'],[[g['name'],f['name'],i+1,f['m'],f['field'],f['cond'][0]] for g in regs.values() for i,f in enumerate(g['figures'])])
    E={}; steps=[]
    for name in order:
        g=regs[name]; E[name]={}; rows=[]
        for i in range(r.randint(0,25)):
            num=f'{name}-{i}'
            if g['about'] in regs:
                if not E[g['about']]: break
                par=E[g['about']][r.choice(sorted(E[g['about']]))]; sub=par['num']; d=par['date']+dt.timedelta(days=r.randrange(60))
            else:
                sub={'乡镇':TOWN,'村':r.choice(villages),'人员':r.choice(sorted(people))}[g['about']]; d=day(r)
            vals={f['name']:value(r,f,villages,people) for f in g['fields']}
            struck=d+dt.timedelta(days=r.randrange(300)) if r.random()<.2 else None
            e=dict(num=num,sub=sub,date=d,vals={k:norm(f,vals[k]) for f in g['fields'] for k in [f['name']]},struck=struck,steps=[])
            if g['states'] and r.random()<.8:
                s=r.choice(g['states']); sd=d; pos=1
                while True:
                    e['steps'].append((sd,s['name'])); steps.append([name,num,pos,sd,s['name']])
                    nx=[x for x in g['states'] if x['name'] in s['next']]; sd=sd+dt.timedelta(days=r.randrange(90))
                    if not nx or r.random()<.4 or (struck and sd>struck): break
                    s=r.choice(nx); pos+=1
            elif g['states']: e['steps'].append((d,g['states'][0]['name']))
            E[name][num]=e; rows.append([num,sub,d]+[vals[f['name']] for f in g['fields']]+[struck or '','错' if struck else ''])
        write(F,f'登记簿-{name}.csv',[name+'编号','对象编号','登记日期']+[f['name'] for f in g['fields']]+['注销日期','注销原因'],rows)
    if steps: write(F,'steps.csv',['登记簿','条目编号','序号','日期','状态'],steps)
    c,o,er=run(db,'import',F)
    if c: raise Bad(f'import {c} {er[:800]}')
    c,o,er=run(db,'check')
    if c: raise Bad('check '+o[:800]+er[:500])
    def place(name,e):
        g=regs[name]
        if g['place'] and e['vals'][g['place']]: return e['vals'][g['place']]
        if g['about'] in regs: return place(g['about'],E[g['about']][e['sub']])
        return people[e['sub']] if g['about']=='人员' else e['sub']
    def exists(name,e,d):
        if e['date']>d or (e['struck'] and e['struck']<=d): return False
        g=regs[name]; return g['about'] not in regs or exists(g['about'],E[g['about']][e['sub']],d)
    def state(e,d):
        x=[s for s in e['steps'] if s[0]<=d]; return x[-1] if x else None
    def secret(name): g=regs[name]; return g['secret'] or (g['about'] in regs and secret(g['about']))
    for d in [day(r,'2015-06-01',600) for _ in range(3)]:
        for scope in [TOWN,r.choice(villages)]:
            base=['--as-of',str(d),'--scope',scope,'--format','json','--restricted']
            c,o,er=run(db,'registers',*base); 
            if c: raise Bad('registers '+er)
            got=json.loads(o,parse_float=Decimal)['registers']; due=[]
            if [x['name'] for x in got]!=sorted(order): raise Bad('names')
            for line in got:
                name=line['name']; g=regs[name]
                ex=[e for e in E[name].values() if exists(name,e,d) and place(name,e).startswith(scope)]
                st={s['name']:s for s in g['states']}
                def isopen(e): return not g['states'] or not st[state(e,d)[1]]['final']
                def duec(e):
                    if not g['states'] or not isopen(e): return None
                    sd,s=state(e,d); s=st[s]
                    if s['due'] and e['vals'][s['due']]: return dt.date.fromisoformat(e['vals'][s['due']])
                    return sd+dt.timedelta(days=s['limit']) if s['limit'] is not None else None
                def ds(e):
                    u=duec(e)
                    return None if u is None else 'overdue' if d>u else 'due-soon' if (u-d).days<=7 else 'on-track'
                want=dict(entries=len(ex),open=sum(map(isopen,ex)),overdue=sum(ds(e)=='overdue' for e in ex),dueSoon=sum(ds(e)=='due-soon' for e in ex),restricted=secret(name))
                for k,v in want.items():
                    if line[k]!=v: raise Bad(f'{name} {d} {scope} {k}: {line[k]} want {v}')
                if [(s['state'],s['count']) for s in line['states']]!=[(s['name'],sum(state(e,d)[1]==s['name'] for e in ex)) for s in g['states']]: raise Bad('states')
                br={}
                for e in ex: p=place(name,e)[:12]; br[p]=br.get(p,0)+1
                if [(b['code'],b['entries']) for b in line['branches']]!=sorted(br.items()): raise Bad(f'branches {line["branches"]} {br}')
                for f,fig in zip(g['figures'],line['figures']):
                    sel=[e for e in ex if holds(f['cond'][1],e,state(e,d),d)]
                    if f['m']=='条数': v=len(sel)
                    elif f['m']=='求和': v=sum((Decimal(e['vals'][f['field']]) for e in sel if e['vals'][f['field']]),Decimal(0))
                    else: v=len({e['sub'] if f['field']=='对象编号' else e['vals'][f['field']] for e in sel}-{''})
                    if Decimal(fig['value'])!=v: raise Bad(f'{name} {d} {scope} {f}: {fig["value"]} want {v}')
                cd=cond(r,g)
                c,o,er=run(db,'register',name,*base,'--where',cd[0])
                if c: raise Bad(f'where {cd[0]} {er}')
                rows=json.loads(o)['entries']
                sel=sorted((e for e in ex if holds(cd[1],e,state(e,d),d)),key=lambda e:e['num'].encode())
                w2=[dict(number=e['num'],subject=e['sub'],place=place(name,e),registered=str(e['date']),state=state(e,d)[1] if g['states'] else None,since=str(state(e,d)[0]) if g['states'] else None,due=str(duec(e)) if duec(e) else None,dueState=ds(e),values=e['vals']) for e in sel]
                if rows!=w2: raise Bad(f'list {name} {d} {scope} {cd[0]}\n got {rows[:3]}\nwant {w2[:3]}')
                due+=[dict(register=name,number=e['num'],state=state(e,d)[1],due=str(duec(e)),dueState=ds(e),place=place(name,e)) for e in ex if ds(e) in('overdue','due-soon')]
            c,o,er=run(db,'due',*base)
            if json.loads(o)['due']!=sorted(due,key=lambda x:(x['due'],x['register'].encode(),x['number'].encode())): raise Bad('due')
    c,o,er=run(db,'export',f'{w}/a','--restricted')
    if c: raise Bad('export '+er)
    db2=f'{w}/y.db'; c,o,er=run(db2,'import',f'{w}/a')
    if c: raise Bad('reimport '+er[:500])
    run(db2,'export',f'{w}/b','--restricted')
    p=subprocess.run(['diff','-r',f'{w}/a',f'{w}/b'],capture_output=True,text=True)
    if p.stdout: raise Bad('round trip '+p.stdout[:500])
    c,o,er=run(db,'undo',json.loads(run(db,'journal','--format','json')[1])[0]['id'].__str__()) if False else (0,'','')
def depth(regs,n):
    k=1
    while regs[n]['about'] in regs: n=regs[n]['about']; k+=1
    return k
def value(r,f,villages,people):
    if r.random()<.25: return ''
    k=f['kind']
    return {'文字':lambda:r.choice(['甲','乙','丙','a>b','长 字']),'长文':lambda:r.choice(['一行','两\n行','x']),'整数':lambda:r.choice(['007','-3','0','12','-0','999999999999']),
     '金额':lambda:r.choice(['0.10','12.50','3','-0.05','999999999998.99','100.1']),'日期':lambda:str(day(r)),'是否':lambda:r.choice('是否'),'选项':lambda:r.choice(f['options']),'人员':lambda:r.choice(sorted(people)),'组织':lambda:r.choice(villages)}[k]()
def norm(f,v): return shortest(v) if v and f['kind'] in('整数','金额') else v
def cond(r,g):
    terms=[]; texts=[]
    for _ in range(r.choice([0,1,1,2])):
        ops=[(f['name'],f['kind']) for f in g['fields']]+[('登记日期','日期')]+([('状态','状态')] if g['states'] else [])
        n,k=r.choice(ops)
        if r.random()<.2:
            t=r.choice('有无'); texts.append(f'{n} {t}'); terms.append((n,k,t,[])); continue
        op=r.choice(['=','≠','>','≥','<','≤']); m=r.randint(1,3) if op in '=≠' else 1
        def v():
            if k=='状态': return r.choice(g['states'])['name']
            if k=='日期': return '本年' if op=='=' and r.random()<.3 else str(day(r))
            if k in('整数','金额'): return r.choice(['0','3','12.5','-0.05','0.1'])
            if k=='是否': return r.choice('是否')
            if k=='选项': return r.choice(['甲','乙','丙'])
            return r.choice(['甲','乙','P1','P2','422801100201'])
        vs=[v() for _ in range(m)]
        shown={'≥':r.choice(['≥','>=']),'≤':r.choice(['≤','<=']),'≠':r.choice(['≠','!=']),'=':r.choice(['=','＝']),'>':r.choice(['>','＞'])}.get(op,op)
        texts.append(f'{n}{r.choice([""," "])}{shown}{r.choice(["|","｜"]).join(vs)}'); terms.append((n,k,op,vs))
    return r.choice([';','；']).join(texts),terms
def holds(terms,e,st,d):
    for n,k,op,vs in terms:
        v=str(e['date']) if n=='登记日期' and k=='日期' else st[1] if k=='状态' else e['vals'][n]
        if op=='有': ok=v!=''
        elif op=='无': ok=v==''
        elif v=='': ok=op=='≠'
        else:
            key=(lambda x:Decimal(x)) if k in('整数','金额') else (lambda x:x.encode())
            def eq(x): return (v[:4]==str(d)[:4] and v<=str(d)) if x=='本年' else key(v)==key(x)
            ok={'=':lambda:any(map(eq,vs)),'≠':lambda:not any(map(eq,vs)),'>':lambda:key(v)>key(vs[0]),'≥':lambda:key(v)>=key(vs[0]),'<':lambda:key(v)<key(vs[0]),'≤':lambda:key(v)<=key(vs[0])}[op]()
        if not ok: return False
    return True
def over(seeds,one):
    bad=0
    for s in seeds:
        try: one(s)
        except Bad as b: bad+=1; print('seed',s,b,flush=True)
    print('seeds',len(seeds),'bad',bad)
    sys.exit(1 if bad else 0)
if len(sys.argv)!=4: sys.exit('usage: check.py PROGRAM FIRST-SEED SEED-AFTER-LAST')
Z=sys.argv[1]
if __name__=='__main__': over(range(int(sys.argv[2]),int(sys.argv[3])),one)
