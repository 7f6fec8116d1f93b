async def test_x(scene, ana, control):
    def show(chat):
        for b in chat: print('##',b.id,'B' if b.from_bot else 'P',b.text[:160].replace('\n',' / '),b.buttons, 'silent' if b.silent else '', 'edited' if b.edited else '')
    await ana.says('/start'); show(await ana.chat())
    await ana.taps('Español'); await ana.taps('A2'); show(await ana.chat())
    await ana.taps((await ana.latest()).buttons[0]); show(await ana.chat())
    l=await ana.latest(); await ana.taps(l.buttons[0]); await ana.taps((await ana.latest()).buttons[-1]); show(await ana.chat())
    print(await control.forward(days=2)); show(await ana.chat())
    print(await control.forward(days=7)); show(await ana.chat())
    print(await scene.rows('select id,kind,state,reason,local_day,ordinal, datetime(claimed_at/1000000,"unixepoch") at from deliveries'))
