<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ActionText</name>
    <message>
        <source>Promote</source>
        <translation>推進</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>推進</translation>
    </message>
    <message>
        <source>Go to the next step, or switch traffic to the new version.</source>
        <translation>進入下一步，或將流量切換至新版本。</translation>
    </message>
    <message>
        <source>Promote fully</source>
        <translation>全面上線</translation>
    </message>
    <message>
        <source>full promotion</source>
        <translation>全面上線</translation>
    </message>
    <message>
        <source>Skip the remaining steps and give the new version all traffic.</source>
        <translation>略過其餘步驟，將全部流量交給新版本。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Stop where the release is. Traffic stays as it is.</source>
        <translation>讓發布停在目前位置，流量維持不變。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>resumption</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Continue a paused release.</source>
        <translation>繼續已暫停的發布。</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Send all traffic to the stable version. The spec still names the new one.</source>
        <translation>將全部流量導回穩定版。spec 仍指向新版本。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Run the same version again after an abort.</source>
        <translation>中止後以同一版本再試一次。</translation>
    </message>
    <message>
        <source>Undo to revision</source>
        <translation>復原至修訂版本</translation>
    </message>
    <message>
        <source>undo to a revision</source>
        <translation>復原至修訂版本</translation>
    </message>
    <message>
        <source>Make a former revision the wanted one.</source>
        <translation>將先前的修訂版本設為期望版本。</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>退版</translation>
    </message>
    <message>
        <source>rollback</source>
        <translation>退版</translation>
    </message>
    <message>
        <source>Send traffic to the stable version, then make it the wanted one.</source>
        <translation>將流量導回穩定版，再將它設為期望版本。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重新啟動</translation>
    </message>
    <message>
        <source>Replace all pods, same version.</source>
        <translation>以同一版本汰換所有 Pod。</translation>
    </message>
    <message>
        <source>Set image</source>
        <translation>更換映像檔</translation>
    </message>
    <message>
        <source>image change</source>
        <translation>更換映像檔</translation>
    </message>
    <message>
        <source>Start a release of another container image.</source>
        <translation>以另一個容器映像檔開始發布。</translation>
    </message>
    <message>
        <source>Terminate analysis</source>
        <translation>結束分析</translation>
    </message>
    <message>
        <source>analysis termination</source>
        <translation>結束分析</translation>
    </message>
    <message>
        <source>End the running analysis before it has a verdict.</source>
        <translation>在得出判定前結束執行中的分析。</translation>
    </message>
    <message>
        <source>Promoting</source>
        <translation>推進中</translation>
    </message>
    <message>
        <source>Promoting fully</source>
        <translation>全面上線中</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>暫停中</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>繼續中</translation>
    </message>
    <message>
        <source>Aborting</source>
        <translation>中止中</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>重試中</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>復原中</translation>
    </message>
    <message>
        <source>Rolling back</source>
        <translation>退版中</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>重新啟動中</translation>
    </message>
    <message>
        <source>Setting the image</source>
        <translation>更換映像檔中</translation>
    </message>
    <message>
        <source>Ending the analysis</source>
        <translation>結束分析中</translation>
    </message>
</context>
<context>
    <name>ActivityText</name>
    <message>
        <source>%1 %2 · %3 · %4</source>
        <extracomment>status line: time, what happened, to which object, in whose words</extracomment>
        <translation>%1 %2 ⋅ %3 ⋅ %4</translation>
    </message>
    <message>
        <source>%1 %2 · %3</source>
        <extracomment>status line: time, what happened, to which object</extracomment>
        <translation>%1 %2 · %3</translation>
    </message>
</context>
<context>
    <name>ChangesText</name>
    <message>
        <source>it was deleted, and another one has its name</source>
        <translation>它已被刪除，現在是另一個同名物件</translation>
    </message>
    <message>
        <source>its spec was written just now</source>
        <translation>它的 spec 剛剛被寫入</translation>
    </message>
    <message>
        <source>it belongs to another object</source>
        <translation>它屬於另一個物件</translation>
    </message>
    <message>
        <source>it has another revision</source>
        <translation>它的修訂版本已不同</translation>
    </message>
    <message>
        <source>its pod template is another one</source>
        <translation>它的 Pod 範本已不同</translation>
    </message>
    <message>
        <source>its strategy was edited</source>
        <translation>它的策略已被修改</translation>
    </message>
    <message>
        <source>it was paused or resumed by hand</source>
        <translation>它已被人工暫停或繼續</translation>
    </message>
    <message>
        <source>another version is on its way</source>
        <translation>正在推出的已是另一個版本</translation>
    </message>
    <message>
        <source>another version is the stable one</source>
        <translation>穩定版已是另一個版本</translation>
    </message>
    <message>
        <source>it is at another step</source>
        <translation>它已在另一個步驟</translation>
    </message>
    <message>
        <source>it waits for something else</source>
        <translation>它等待的事項已不同</translation>
    </message>
    <message>
        <source>it does not exist any more</source>
        <translation>它已不存在</translation>
    </message>
    <message>
        <source>it was aborted</source>
        <translation>它已被中止</translation>
    </message>
    <message>
        <source>it was retried after an abort</source>
        <translation>它在中止後已重試</translation>
    </message>
    <message>
        <source>%1 is another one</source>
        <extracomment>%1 is the name of a field, as Kubernetes has it</extracomment>
        <translation>%1 已不同</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>between the parts of a list of changes</extracomment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>CheckText</name>
    <message>
        <source>%1, limit %2</source>
        <extracomment>old evidence; %1: &quot;26 h ago&quot;, %2: the longest time it counts, &quot;24 h&quot;</extracomment>
        <translation>%1，上限 %2</translation>
    </message>
    <message>
        <source>%1 until %2, asked by %3, granted by %4</source>
        <extracomment>%1: waived or not applicable, %2 a time, %3 and %4 people</extracomment>
        <translation>%1 至 %2，%3 申請，%4 核准</translation>
    </message>
    <message>
        <source>waits for attestation</source>
        <translation>待人工確認</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <extracomment>confirms what the machine saw</extracomment>
        <translation>確認…</translation>
    </message>
    <message>
        <source>Attest…</source>
        <extracomment>a person gives their word on an item</extracomment>
        <translation>人工確認…</translation>
    </message>
    <message>
        <source>%1 confirmed</source>
        <translation>%1 已確認</translation>
    </message>
    <message>
        <source>%1 says it fails</source>
        <extracomment>%1 is a person</extracomment>
        <translation>%1 判定未通過</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>檢查中…</translation>
    </message>
    <message>
        <source>%1: asked by %2 until %3, waits for a second person. %4</source>
        <extracomment>%1: waived or not applicable, %2 person, %3 time, %4 reason</extracomment>
        <translation>%1：%2 申請至 %3，等待第二人核准。%4</translation>
    </message>
    <message>
        <source>%1: asked by %2, granted by %3, ended %4. %5</source>
        <extracomment>%1: waived or not applicable, %2 and %3 people, %4 time, %5 reason</extracomment>
        <translation>%1：%2 申請，%3 核准，已於 %4 結束。%5</translation>
    </message>
    <message>
        <source>%1: asked by %2, granted by %3, holds until %4. %5</source>
        <extracomment>%1: waived or not applicable, %2 and %3 people, %4 time, %5 reason</extracomment>
        <translation>%1：%2 申請，%3 核准，有效至 %4。%5</translation>
    </message>
</context>
<context>
    <name>ChecklistReport</name>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>需求編號</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐證</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>Waiver</source>
        <translation>豁免內容</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Gate %1: %2 (%3)</source>
        <extracomment>%1 gate, %2 its state, %3 whether it is enforced</extracomment>
        <translation>關卡 %1：%2（%3）</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽核</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意見</translation>
    </message>
    <message>
        <source>as deputy of %1</source>
        <translation>代理 %1</translation>
    </message>
    <message>
        <source>Poll %1: %2</source>
        <extracomment>%1 poll, %2 its state</extracomment>
        <translation>表態 %1：%2</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>站別</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Rules set aside</source>
        <translation>暫時豁免的規則</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申請人</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>核准人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>產生時間</translation>
    </message>
    <message>
        <source>By</source>
        <translation>產生者</translation>
    </message>
    <message>
        <source>Items satisfied</source>
        <translation>已滿足項目</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計畫</translation>
    </message>
    <message>
        <source>Plan hash</source>
        <translation>計畫雜湊值</translation>
    </message>
    <message>
        <source>Artefact hash</source>
        <translation>產出物雜湊值</translation>
    </message>
</context>
<context>
    <name>ChecklistSummary</name>
    <message>
        <source>poll not passed</source>
        <translation>表態未通過</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>items of the checklists that keep the release from GO</extracomment>
        <translation>
            <numerusform>尚有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 / %3</source>
        <extracomment>a phase of the release, checklist items satisfied, items in all</extracomment>
        <translation>%1 %2 / %3</translation>
    </message>
</context>
<context>
    <name>DecisionForms</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Open the gate %1</source>
        <extracomment>%1 is the name of a gate</extracomment>
        <translation>開啟關卡「%1」</translation>
    </message>
    <message>
        <source>You ask for this release, so you cannot fill a seat of the gate.</source>
        <translation>您是申請人，因此不能擔任此關卡的席位。</translation>
    </message>
    <message>
        <source>Time to decide: %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>決定時限：%1</translation>
    </message>
    <message>
        <source>An emergency is approved by on-call and the incident commander or an admin; it needs a reason, and the plan&apos;s own seats sign later.</source>
        <translation>緊急變更由輪值待命人員與事件指揮官（或管理員）核准；須填理由，計畫原定席位事後補簽。</translation>
    </message>
    <message>
        <source>Open gate</source>
        <translation>開啟關卡</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Approve the gate %1</source>
        <translation>核准關卡「%1」</translation>
    </message>
    <message>
        <source>Reject the gate %1</source>
        <translation>駁回關卡「%1」</translation>
    </message>
    <message>
        <source>Your name and the time stand with it. You may revoke it until it is used.</source>
        <translation>將記錄您的姓名與時間。使用之前可撤銷。</translation>
    </message>
    <message>
        <source>One rejection closes the gate. Going on takes a new one.</source>
        <translation>任一駁回即關閉關卡；要繼續須另開新的關卡。</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <extracomment>%1 person, %2 their reason</extracomment>
        <translation>%1 申請：%2</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>核准</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>駁回</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意見</translation>
    </message>
    <message>
        <source>Revoke your vote on the gate %1</source>
        <translation>撤銷您對關卡「%1」的簽核</translation>
    </message>
    <message>
        <source>The seat is empty again then.</source>
        <translation>此席位將恢復為空缺。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤銷</translation>
    </message>
    <message>
        <source>Withdraw the gate %1</source>
        <translation>撤回關卡「%1」</translation>
    </message>
    <message>
        <source>Every vote on it is void then.</source>
        <translation>其上所有簽核都將作廢。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Open the poll %1</source>
        <extracomment>%1 is the name of a go/no-go poll</extracomment>
        <translation>開始表態「%1」</translation>
    </message>
    <message>
        <source>Time to answer: %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>回覆時限：%1</translation>
    </message>
    <message>
        <source>Open poll</source>
        <translation>開始表態</translation>
    </message>
    <message>
        <source>Answer %1 for %2</source>
        <extracomment>%1: GO, NO-GO or HOLD; %2: a station of the poll</extracomment>
        <translation>以「%2」回覆 %1</translation>
    </message>
    <message>
        <source>Your name and the time stand with the answer.</source>
        <translation>回覆將記錄您的姓名與時間。</translation>
    </message>
    <message>
        <source>Ask again at (UTC)</source>
        <translation>再次詢問時間（UTC）</translation>
    </message>
    <message>
        <source>Revoke the verdict of %1</source>
        <translation>撤銷「%1」的結論</translation>
    </message>
    <message>
        <source>The GO cannot be used then; the poll has to be taken again.</source>
        <translation>此 GO 將無法使用，須重新表態。</translation>
    </message>
    <message>
        <source>Announce %1 for %2</source>
        <extracomment>%1: GO, NO-GO or HOLD; %2: a poll</extracomment>
        <translation>為「%2」宣布 %1</translation>
    </message>
    <message>
        <source>The GO may be used once, within %1.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>此 GO 可在 %1 內使用一次。</translation>
    </message>
    <message>
        <source>Announce %1</source>
        <extracomment>%1: GO, NO-GO or HOLD</extracomment>
        <translation>宣布 %1</translation>
    </message>
    <message>
        <source>Until (UTC)</source>
        <extracomment>end of a waiver or an exception</extracomment>
        <translation>截止時間（UTC）</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>確認：%1</translation>
    </message>
    <message>
        <source>Attest: %1</source>
        <translation>人工確認：%1</translation>
    </message>
    <message>
        <source>The machine saw: %1</source>
        <extracomment>%1 is what a probe saw</extracomment>
        <translation>機器檢查結果：%1</translation>
    </message>
    <message>
        <source>Your name and the time stand with it.</source>
        <translation>將記錄您的姓名與時間。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Attest</source>
        <translation>人工確認</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Link to evidence</source>
        <translation>佐證連結</translation>
    </message>
    <message>
        <source>Ask to waive: %1</source>
        <translation>申請豁免：%1</translation>
    </message>
    <message>
        <source>Ask to mark as not applicable: %1</source>
        <translation>申請標記為不適用：%1</translation>
    </message>
    <message>
        <source>It holds once a second person grants it, until the date, and stays visible for ever.</source>
        <translation>經第二人核准後生效，至所訂日期為止，並永久顯示。</translation>
    </message>
    <message>
        <source>Ask for a waiver</source>
        <translation>申請豁免</translation>
    </message>
    <message>
        <source>Ask for not applicable</source>
        <translation>申請不適用</translation>
    </message>
    <message>
        <source>Set %1 aside</source>
        <extracomment>%1 is the id of a rule: INV-10</extracomment>
        <translation>暫時豁免 %1</translation>
    </message>
    <message>
        <source>Your word is enough for this rule. It stays visible for ever.</source>
        <translation>此規則由您一人即可豁免，並永久顯示。</translation>
    </message>
    <message>
        <source>A second person has to grant it. It stays visible for ever.</source>
        <translation>須經第二人核准，並永久顯示。</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>暫時豁免</translation>
    </message>
    <message>
        <source>Ask to set aside</source>
        <translation>申請暫時豁免</translation>
    </message>
    <message>
        <source>Grant the waiver of: %1</source>
        <extracomment>%1 is an item of a checklist</extracomment>
        <translation>核准豁免：%1</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>核准</translation>
    </message>
    <message>
        <source>Grant that %1 is set aside</source>
        <extracomment>%1 is the id of a rule: INV-10</extracomment>
        <translation>核准暫時豁免 %1</translation>
    </message>
    <message>
        <source>%1 asks for it until %2: %3</source>
        <extracomment>%1 person, %2 time, %3 reason</extracomment>
        <translation>%1 申請至 %2：%3</translation>
    </message>
</context>
<context>
    <name>DecisionText</name>
    <message>
        <source>not open</source>
        <translation>未開啟</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開啟中</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已駁回</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>已逾時</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>已失效（未使用）</translation>
    </message>
    <message>
        <source>invalidated</source>
        <translation>已失效（內容變動）</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>核准：</translation>
    </message>
    <message>
        <source>rejected by</source>
        <translation>駁回：</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>尚未開始</translation>
    </message>
    <message>
        <source>criteria locked</source>
        <translation>條件已鎖定</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>表態中</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>HOLD</translation>
    </message>
    <message>
        <source>NO-GO</source>
        <translation>NO-GO</translation>
    </message>
    <message>
        <source>GO, armed</source>
        <translation>GO，已備妥</translation>
    </message>
    <message>
        <source>GO, used</source>
        <translation>GO，已使用</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤銷</translation>
    </message>
    <message>
        <source>not polled yet</source>
        <translation>尚未表態</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未回覆</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通過</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通過</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不適用</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>evidence is too old</source>
        <translation>佐證已過時</translation>
    </message>
    <message>
        <source>evidence is of another artefact</source>
        <translation>佐證屬於其他產出物</translation>
    </message>
    <message>
        <source>evidence is of another plan</source>
        <translation>佐證屬於其他計畫</translation>
    </message>
    <message>
        <source>waits for confirmation</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>attested without a link or a comment</source>
        <translation>確認時未附連結或說明</translation>
    </message>
    <message>
        <source>waiver waits for a second person</source>
        <translation>豁免待第二人核准</translation>
    </message>
    <message>
        <source>waiver has ended</source>
        <translation>豁免已到期</translation>
    </message>
    <message>
        <source>automatic</source>
        <extracomment>check mode A: the machine decides</extracomment>
        <translation>自動</translation>
    </message>
    <message>
        <source>assisted</source>
        <extracomment>check mode S: the machine gathers, a person confirms</extracomment>
        <translation>半自動</translation>
    </message>
    <message>
        <source>manual</source>
        <extracomment>check mode M: a person attests</extracomment>
        <translation>人工</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>部署前</translation>
    </message>
    <message>
        <source>During</source>
        <translation>部署中</translation>
    </message>
    <message>
        <source>After</source>
        <translation>部署後</translation>
    </message>
    <message>
        <source>ADVISORY</source>
        <translation>僅供提醒</translation>
    </message>
    <message>
        <source>ENFORCED BY LEDGER</source>
        <translation>帳本強制</translation>
    </message>
    <message>
        <source>ENFORCED</source>
        <translation>強制</translation>
    </message>
    <message>
        <source>NOT KNOWN</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Only this console refuses. Somebody with rights on the cluster can go on without this gate.</source>
        <translation>僅此主控台會拒絕；擁有叢集權限的人仍可略過此關卡。</translation>
    </message>
    <message>
        <source>The ledger&apos;s database refuses forged and double votes. The cluster itself would still take a promotion from elsewhere.</source>
        <translation>帳本資料庫會拒絕偽造與重複的簽核，但叢集仍會接受其他來源的推進。</translation>
    </message>
    <message>
        <source>A policy bound on the cluster refuses every promotion without this approval.</source>
        <translation>叢集上已套用的政策會拒絕任何未經此核准的推進。</translation>
    </message>
    <message>
        <source>The cluster could not be asked whether a policy enforces this gate.</source>
        <translation>無法向叢集確認是否有政策強制執行此關卡。</translation>
    </message>
    <message>
        <source>What starts now would not be over before the calendar closes.</source>
        <translation>現在開始的話，無法在行事曆關閉前完成。</translation>
    </message>
    <message>
        <source>The plan names release windows, and this is none of them.</source>
        <translation>計畫訂有發布時段，而目前不在其中。</translation>
    </message>
    <message>
        <source>The ledger was not reached yet.</source>
        <translation>尚未連上帳本。</translation>
    </message>
    <message>
        <source>The ledger cannot be reached. Nothing moves forward until it can; rolling back is allowed.</source>
        <translation>無法連上帳本。恢復之前不得推進，但可以退版。</translation>
    </message>
    <message>
        <source>when time is over: refused</source>
        <translation>逾時處置：拒絕</translation>
    </message>
    <message>
        <source>when time is over: hold</source>
        <translation>逾時處置：暫停推進</translation>
    </message>
    <message>
        <source>when time is over: roll back</source>
        <translation>逾時處置：退版</translation>
    </message>
    <message>
        <source>On-call</source>
        <translation>輪值待命人員</translation>
    </message>
    <message>
        <source>Incident commander or admin</source>
        <translation>事件指揮官或管理員</translation>
    </message>
    <message>
        <source>This gate is not known to the ledger.</source>
        <translation>帳本中沒有此關卡。</translation>
    </message>
    <message>
        <source>This poll is not known to the ledger.</source>
        <translation>帳本中沒有此次表態。</translation>
    </message>
    <message>
        <source>This waiver is not known to the ledger.</source>
        <translation>帳本中沒有此豁免。</translation>
    </message>
    <message>
        <source>This exception is not known to the ledger.</source>
        <translation>帳本中沒有此例外授權。</translation>
    </message>
    <message>
        <source>The gate has no such seat.</source>
        <translation>此關卡沒有這個席位。</translation>
    </message>
    <message>
        <source>The poll has no such station.</source>
        <translation>此次表態沒有這個站別。</translation>
    </message>
    <message>
        <source>The gate is not open.</source>
        <translation>關卡未開啟。</translation>
    </message>
    <message>
        <source>The gate is not approved.</source>
        <translation>關卡未核准。</translation>
    </message>
    <message>
        <source>This gate is already open.</source>
        <translation>此關卡已開啟。</translation>
    </message>
    <message>
        <source>Somebody already filled this seat.</source>
        <translation>此席位已有人簽核。</translation>
    </message>
    <message>
        <source>You already fill another seat; one person, one seat.</source>
        <translation>您已擔任其他席位；一人限一席。</translation>
    </message>
    <message>
        <source>You do not hold the role this takes.</source>
        <translation>您沒有所需的角色。</translation>
    </message>
    <message>
        <source>You asked for it, so you cannot approve it.</source>
        <translation>您是申請人，因此不能核准。</translation>
    </message>
    <message>
        <source>You wrote the change, so you cannot approve it.</source>
        <translation>您是變更作者，因此不能核准。</translation>
    </message>
    <message>
        <source>You carry out the deployment, so you cannot approve it.</source>
        <translation>您是部署執行人，因此不能核准。</translation>
    </message>
    <message>
        <source>Automation cannot decide; a person has to.</source>
        <translation>自動化不能做決定，須由人決定。</translation>
    </message>
    <message>
        <source>A reason is required.</source>
        <translation>必須填寫理由。</translation>
    </message>
    <message>
        <source>There is no vote to revoke.</source>
        <translation>沒有可撤銷的簽核。</translation>
    </message>
    <message>
        <source>Only the person who gave it can take it back.</source>
        <translation>只有本人可以收回。</translation>
    </message>
    <message>
        <source>The plan or the artefact changed; look at it again.</source>
        <translation>計畫或產出物已變動，請重新檢視。</translation>
    </message>
    <message>
        <source>The poll is not open.</source>
        <translation>目前未在表態。</translation>
    </message>
    <message>
        <source>Another station has to answer first.</source>
        <translation>須由其他站別先回覆。</translation>
    </message>
    <message>
        <source>You already speak for another station.</source>
        <translation>您已代表其他站別。</translation>
    </message>
    <message>
        <source>You wrote the change, so you cannot direct the poll.</source>
        <translation>您是變更作者，因此不能主持表態。</translation>
    </message>
    <message>
        <source>Not every mandatory criterion is met.</source>
        <translation>必要條件尚未全數滿足。</translation>
    </message>
    <message>
        <source>The answers do not allow this verdict.</source>
        <translation>依目前回覆不能宣布此結論。</translation>
    </message>
    <message>
        <source>There is no GO that could be used.</source>
        <translation>沒有可使用的 GO。</translation>
    </message>
    <message>
        <source>It asks for more time than is allowed.</source>
        <translation>所申請的時間超過上限。</translation>
    </message>
    <message>
        <source>It is already granted.</source>
        <translation>已核准。</translation>
    </message>
    <message>
        <source>This rule is absolute; nobody can set it aside.</source>
        <translation>此規則不可豁免。</translation>
    </message>
    <message>
        <source>The plan lacks a time this needs.</source>
        <translation>計畫缺少所需的時間設定。</translation>
    </message>
    <message>
        <source>The clocks of this desk and the ledger differ by more than 5 s.</source>
        <translation>此工作站與帳本的時鐘相差超過 5 秒。</translation>
    </message>
    <message>
        <source>The command is incomplete.</source>
        <translation>指令不完整。</translation>
    </message>
    <message>
        <source>This gate opens by itself; nobody votes on it.</source>
        <translation>此關卡會自動開啟，無須簽核。</translation>
    </message>
    <message>
        <source>This poll is already open.</source>
        <translation>已在表態中。</translation>
    </message>
    <message>
        <source>Nothing changed that would void it.</source>
        <translation>沒有任何變動使其失效。</translation>
    </message>
    <message>
        <source>The time for it is over.</source>
        <translation>已超過時限。</translation>
    </message>
    <message>
        <source>There is no such rule.</source>
        <translation>沒有此規則。</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The request to %1 was cancelled.</source>
        <translation>對 %1 的請求已取消。</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>請求已取消。</translation>
    </message>
    <message>
        <source>Start it again if it is still wanted.</source>
        <translation>若仍有需要，請重新執行。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 回應逾時。</translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation>對方回應逾時。</translation>
    </message>
    <message>
        <source>Check the network and the load of the server; the console keeps trying.</source>
        <translation>請檢查網路與伺服器負載；主控台會持續重試。</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>無法連線至 %1。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>無法連線至伺服器。</translation>
    </message>
    <message>
        <source>Check the address, the VPN and the firewall.</source>
        <translation>請檢查位址、VPN 與防火牆。</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved.</source>
        <translation>無法解析名稱 %1。</translation>
    </message>
    <message>
        <source>The server’s name cannot be resolved.</source>
        <translation>無法解析伺服器名稱。</translation>
    </message>
    <message>
        <source>Check the spelling of the server address and the DNS or VPN.</source>
        <translation>請檢查伺服器位址的拼寫，以及 DNS 或 VPN。</translation>
    </message>
    <message>
        <source>The proxy %1 refused the connection.</source>
        <translation>Proxy %1 拒絕連線。</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>Proxy 拒絕連線。</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by an authority this connection does not trust.</source>
        <translation>簽發 %1 憑證的機構不受這個連線信任。</translation>
    </message>
    <message>
        <source>The server’s certificate is signed by an authority this connection does not trust.</source>
        <translation>簽發伺服器憑證的機構不受這個連線信任。</translation>
    </message>
    <message>
        <source>Check certificate-authority in the kubeconfig; fetch a fresh kubeconfig if the cluster was rebuilt.</source>
        <translation>請檢查 kubeconfig 的 certificate-authority；若叢集曾重建，請取得新的 kubeconfig。</translation>
    </message>
    <message>
        <source>The certificate of %1 is made for another host name.</source>
        <translation>%1 的憑證是發給其他主機名稱的。</translation>
    </message>
    <message>
        <source>The server’s certificate is made for another host name.</source>
        <translation>伺服器的憑證是發給其他主機名稱的。</translation>
    </message>
    <message>
        <source>Use a name the certificate holds, or set tls-server-name in the kubeconfig.</source>
        <translation>請使用憑證所含的名稱，或在 kubeconfig 設定 tls-server-name。</translation>
    </message>
    <message>
        <source>The certificate of %1 is expired or not yet valid.</source>
        <translation>%1 的憑證已過期或尚未生效。</translation>
    </message>
    <message>
        <source>The server’s certificate is expired or not yet valid.</source>
        <translation>伺服器的憑證已過期或尚未生效。</translation>
    </message>
    <message>
        <source>Renew the server’s certificate, and check this machine’s clock.</source>
        <translation>請更新伺服器的憑證，並檢查這台電腦的時鐘。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be agreed on.</source>
        <translation>無法與 %1 建立安全連線。</translation>
    </message>
    <message>
        <source>No secure connection could be agreed on.</source>
        <translation>無法建立安全連線。</translation>
    </message>
    <message>
        <source>Check the client certificate and key, and that this port speaks TLS.</source>
        <translation>請檢查用戶端憑證與金鑰，並確認此連接埠使用 TLS。</translation>
    </message>
    <message>
        <source>%1 does not accept these credentials.</source>
        <translation>%1 不接受這組認證資訊。</translation>
    </message>
    <message>
        <source>The server does not accept these credentials.</source>
        <translation>伺服器不接受這組認證資訊。</translation>
    </message>
    <message>
        <source>Sign in again or renew the token or certificate of this kubeconfig user.</source>
        <translation>請重新登入，或更新這個 kubeconfig 使用者的權杖或憑證。</translation>
    </message>
    <message>
        <source>Your identity is known, but it may not do this: %1.</source>
        <translation>已確認您的身分，但沒有這項權限：%1。</translation>
    </message>
    <message>
        <source>Your identity is known, but it may not do this.</source>
        <translation>已確認您的身分，但沒有這項權限。</translation>
    </message>
    <message>
        <source>Ask a cluster administrator for the missing right.</source>
        <translation>請向叢集管理員申請所需的權限。</translation>
    </message>
    <message>
        <source>It does not exist on the server: %1.</source>
        <translation>伺服器上沒有這個物件：%1。</translation>
    </message>
    <message>
        <source>It does not exist on the server.</source>
        <translation>伺服器上沒有這個物件。</translation>
    </message>
    <message>
        <source>It may have been deleted or renamed; look at the list again.</source>
        <translation>可能已刪除或改名，請再看一次清單。</translation>
    </message>
    <message>
        <source>It was changed by someone else meanwhile: %1.</source>
        <translation>這段期間已有其他人修改：%1。</translation>
    </message>
    <message>
        <source>The object was changed by someone else meanwhile.</source>
        <translation>這段期間已有其他人修改此物件。</translation>
    </message>
    <message>
        <source>Look at what changed, then try again.</source>
        <translation>請先查看變更內容，再試一次。</translation>
    </message>
    <message>
        <source>The list of %1 became too old to continue.</source>
        <translation>%1 的清單過舊，無法接續。</translation>
    </message>
    <message>
        <source>The list became too old to continue.</source>
        <translation>清單過舊，無法接續。</translation>
    </message>
    <message>
        <source>The console reads it again by itself.</source>
        <translation>主控台會自動重新讀取。</translation>
    </message>
    <message>
        <source>The server rejects the request as invalid: %1.</source>
        <translation>伺服器認定請求無效而拒絕：%1。</translation>
    </message>
    <message>
        <source>The server rejects the request as invalid.</source>
        <translation>伺服器認定請求無效而拒絕。</translation>
    </message>
    <message>
        <source>The details name the field; correct it and try again.</source>
        <translation>詳細資料列出了有誤的欄位，請修正後再試。</translation>
    </message>
    <message>
        <source>The server does not support this kind of change: %1.</source>
        <translation>伺服器不支援這種變更：%1。</translation>
    </message>
    <message>
        <source>The server does not support this kind of change.</source>
        <translation>伺服器不支援這種變更。</translation>
    </message>
    <message>
        <source>Use a newer server, or make the change with another tool.</source>
        <translation>請改用較新的伺服器，或以其他工具進行變更。</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than the console accepts.</source>
        <translation>%1 的回應超過主控台可接受的大小。</translation>
    </message>
    <message>
        <source>The answer is larger than the console accepts.</source>
        <translation>回應超過主控台可接受的大小。</translation>
    </message>
    <message>
        <source>Narrow the view to fewer namespaces.</source>
        <translation>請縮小範圍，只檢視較少的命名空間。</translation>
    </message>
    <message>
        <source>%1 asks to slow down.</source>
        <translation>%1 要求放慢速度。</translation>
    </message>
    <message>
        <source>The server asks to slow down.</source>
        <translation>伺服器要求放慢速度。</translation>
    </message>
    <message>
        <source>The console waits as long as the server asks, then continues.</source>
        <translation>主控台會依伺服器要求的時間等待，然後繼續。</translation>
    </message>
    <message>
        <source>%1 reports an internal failure.</source>
        <translation>%1 回報內部錯誤。</translation>
    </message>
    <message>
        <source>The server reports an internal failure.</source>
        <translation>伺服器回報內部錯誤。</translation>
    </message>
    <message>
        <source>Try again in a moment; if it stays, look at the server’s log.</source>
        <translation>請稍後再試；若持續發生，請查看伺服器的日誌。</translation>
    </message>
    <message>
        <source>The answer of %1 is not what was expected.</source>
        <translation>%1 的回應不符預期。</translation>
    </message>
    <message>
        <source>The answer is not what was expected.</source>
        <translation>回應不符預期。</translation>
    </message>
    <message>
        <source>Check that the address is the right server and not a login page or proxy.</source>
        <translation>請確認位址指向正確的伺服器，而不是登入頁面或 proxy。</translation>
    </message>
    <message>
        <source>The command was sent, but the answer was lost: %1.</source>
        <translation>指令已送出，但未收到回應：%1。</translation>
    </message>
    <message>
        <source>The command was sent, but the answer was lost.</source>
        <translation>指令已送出，但未收到回應。</translation>
    </message>
    <message>
        <source>Look at the present state before trying again; it may have taken effect.</source>
        <translation>指令可能已生效，請先查看目前狀態再重試。</translation>
    </message>
    <message>
        <source>There is a mistake in the configuration: %1.</source>
        <translation>設定有誤：%1。</translation>
    </message>
    <message>
        <source>There is a mistake in the configuration.</source>
        <translation>設定有誤。</translation>
    </message>
    <message>
        <source>Correct the place named in the details; other entries still work.</source>
        <translation>請修正詳細資料指出的位置；其他項目仍可使用。</translation>
    </message>
    <message>
        <source>The credential program %1 waits for your approval.</source>
        <translation>認證程式 %1 等待您核准。</translation>
    </message>
    <message>
        <source>A credential program waits for your approval.</source>
        <translation>有認證程式等待您核准。</translation>
    </message>
    <message>
        <source>Approve it in the connection’s menu if you trust it.</source>
        <translation>若您信任它，請在該連線的選單中核准。</translation>
    </message>
    <message>
        <source>The credential program %1 failed.</source>
        <translation>認證程式 %1 執行失敗。</translation>
    </message>
    <message>
        <source>The credential program failed.</source>
        <translation>認證程式執行失敗。</translation>
    </message>
    <message>
        <source>Run it in a terminal to see what it needs, for example a new sign-in.</source>
        <translation>請在終端機執行它，查看需要什麼，例如重新登入。</translation>
    </message>
    <message>
        <source>Refused, because what is on screen is too old: %1.</source>
        <translation>畫面上的資料過時，因此拒絕執行：%1。</translation>
    </message>
    <message>
        <source>Refused, because what is on screen is too old.</source>
        <translation>畫面上的資料過時，因此拒絕執行。</translation>
    </message>
    <message>
        <source>Wait until the connection is live again.</source>
        <translation>請等待連線恢復即時狀態。</translation>
    </message>
    <message>
        <source>Refused, because the object is no longer the one on screen: %1.</source>
        <translation>物件已不是畫面上的那一個，因此拒絕執行：%1。</translation>
    </message>
    <message>
        <source>Refused, because the object is no longer the one on screen.</source>
        <translation>物件已不是畫面上的那一個，因此拒絕執行。</translation>
    </message>
    <message>
        <source>Look at what changed, then prepare the command again.</source>
        <translation>請先查看變更內容，再重新準備指令。</translation>
    </message>
    <message>
        <source>Refused by a rule: %1.</source>
        <translation>遭規則拒絕：%1。</translation>
    </message>
    <message>
        <source>Refused by a rule.</source>
        <translation>遭規則拒絕。</translation>
    </message>
    <message>
        <source>The reasons beside the button say what is missing.</source>
        <translation>按鈕旁列出了尚缺的條件。</translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation>無法讀寫 %1。</translation>
    </message>
    <message>
        <source>Local files cannot be read or written.</source>
        <translation>無法讀寫本機檔案。</translation>
    </message>
    <message>
        <source>Check free space and permissions.</source>
        <translation>請檢查可用空間與權限。</translation>
    </message>
    <message>
        <source>This is not supported: %1.</source>
        <translation>不支援這項操作：%1。</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>不支援這項操作。</translation>
    </message>
    <message>
        <source>The details name an alternative where there is one.</source>
        <translation>若有替代做法，詳細資料會列出。</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>認證</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>名稱解析</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>通訊協定</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <extracomment>%1 names the failing part of the way, %2 is an HTTP status, %3 is a sentence</extracomment>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 names the failing part of the way (TLS, credentials …), %2 is a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 says what failed, %2 what to do about it; both are sentences</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Check proxy-url in the kubeconfig, HTTPS_PROXY in the environment, and the proxy itself.</source>
        <translation>請檢查 kubeconfig 的 proxy-url、環境變數 HTTPS_PROXY，以及 proxy 本身。</translation>
    </message>
</context>
<context>
    <name>FleetNotice</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a cluster, %2 says what is wrong with it</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>not a number</source>
        <translation>非數值</translation>
    </message>
    <message>
        <source>%1 m</source>
        <extracomment>duration in minutes</extracomment>
        <translation>%1&#xa0;分</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <extracomment>duration in minutes and seconds</extracomment>
        <translation>%1&#xa0;分&#xa0;%2&#xa0;秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>duration in hours</extracomment>
        <translation>%1&#xa0;小時</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <extracomment>duration in hours and minutes</extracomment>
        <translation>%1&#xa0;小時&#xa0;%2&#xa0;分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>duration in days</extracomment>
        <translation>%1&#xa0;天</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>a latency in milliseconds</extracomment>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a duration such as &quot;2 s&quot;</extracomment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage; keep or drop the space as the language wants</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>rate: %1 events per second</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <extracomment>processor cores in use</extracomment>
        <translation>%1&#xa0;核心</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>day and time of day; Qt date format letters</extracomment>
        <translation>M/d HH:mm</translation>
    </message>
    <message>
        <source> · </source>
        <extracomment>between parts of a line; Chinese fonts draw U+00B7 as wide as a Han character, so U+22C5 stands for it</extracomment>
        <translation> ⋅ </translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <extracomment>duration in seconds</extracomment>
        <translation>%1&#xa0;秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>latency</comment>
        <extracomment>a latency in seconds</extracomment>
        <translation>%1&#xa0;秒</translation>
    </message>
</context>
<context>
    <name>HoldRows</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>&quot;2 of 3&quot;: so many of all</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Analysis %1</source>
        <extracomment>%1 is the name of an AnalysisRun</extracomment>
        <translation>分析 %1</translation>
    </message>
    <message>
        <source>running</source>
        <extracomment>state of a condition: something is under way</extracomment>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Another operation</source>
        <extracomment>condition of the next step: no other operation</extracomment>
        <translation>其他作業</translation>
    </message>
    <message>
        <source>Promotion by a person</source>
        <translation>人工推進</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Bake time</source>
        <extracomment>state of the bake time; %1 is a duration</extracomment>
        <translation>觀察期</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>還剩 %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>no verdict; a person decides</source>
        <translation>無法判定，由人員決定</translation>
    </message>
    <message>
        <source>Not paused by hand</source>
        <translation>未由人工暫停</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Not aborted</source>
        <translation>未中止</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>Seen by the controller</source>
        <translation>控制器已讀取</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Pods ready</source>
        <translation>Pod 就緒</translation>
    </message>
    <message>
        <source>Metrics within limits</source>
        <translation>指標在門檻值內</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未量測</translation>
    </message>
</context>
<context>
    <name>InterruptedText</name>
    <message>
        <source>%1 of %2 to %3</source>
        <extracomment>%1 is an action as a noun (rollback), %2 the release, %3 the version it was going to</extracomment>
        <translation>%2 %1（目標 %3）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is an action as a noun (promotion), %2 the release</extracomment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 was interrupted.</source>
        <extracomment>%1 is &quot;Rollback of checkout to 2.4.0&quot;</extracomment>
        <translation>%1作業已中斷。</translation>
    </message>
    <message>
        <source>%1 was interrupted at step %2 of %3, “%4”.</source>
        <extracomment>%1 is &quot;Rollback of checkout to 2.4.0&quot;, %2 and %3 are numbers, %4 is the title of the step</extracomment>
        <translation>%1作業在第 %2 / %3 步「%4」中斷。</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation>目前沒有與叢集連線。</translation>
    </message>
    <message>
        <source>What is on screen is %1 old, too old to act on.</source>
        <translation>畫面資料是 %1前的，已過時，無法據以操作。</translation>
    </message>
    <message>
        <source>You may not %1 %2 here. Ask for that right in the cluster’s RBAC.</source>
        <translation>您在此沒有 %1 %2 的權限，請申請叢集的 RBAC 權限。</translation>
    </message>
    <message>
        <source>Whether you may %1 %2 is not known; the server will decide.</source>
        <translation>無法得知您是否有 %1 %2 的權限，將由伺服器決定。</translation>
    </message>
    <message>
        <source>Another operation is running on this release: %1.</source>
        <translation>這個發布正在執行另一項作業：%1。</translation>
    </message>
    <message>
        <source>The object changed meanwhile: %1.</source>
        <translation>物件在這段期間已變更：%1。</translation>
    </message>
    <message>
        <source>There is no new version to promote.</source>
        <translation>沒有可推進的新版本。</translation>
    </message>
    <message>
        <source>The release is already aborted.</source>
        <translation>這個發布已中止。</translation>
    </message>
    <message>
        <source>The release is not aborted, so there is nothing to retry.</source>
        <translation>這個發布未中止，無需重試。</translation>
    </message>
    <message>
        <source>The release is already paused.</source>
        <translation>這個發布已暫停。</translation>
    </message>
    <message>
        <source>The release is not paused.</source>
        <translation>這個發布未暫停。</translation>
    </message>
    <message>
        <source>This strategy has no steps.</source>
        <translation>這個策略沒有步驟。</translation>
    </message>
    <message>
        <source>There is no earlier version to go back to.</source>
        <translation>沒有可退回的先前版本。</translation>
    </message>
    <message>
        <source>The target is the version that is already wanted.</source>
        <translation>目標已是目前的期望版本。</translation>
    </message>
    <message>
        <source>The target no longer exists in the cluster: %1.</source>
        <translation>目標已不在叢集中：%1。</translation>
    </message>
    <message>
        <source>The Deployment is paused; resume it first.</source>
        <translation>Deployment 已暫停，請先繼續。</translation>
    </message>
    <message>
        <source>The controller has not yet seen the latest change.</source>
        <translation>控制器尚未讀取最新變更。</translation>
    </message>
    <message>
        <source>No analysis is running.</source>
        <translation>沒有執行中的分析。</translation>
    </message>
    <message>
        <source>The pod template belongs to another object that cannot be changed from here: %1.</source>
        <translation>Pod 範本屬於另一個無法在此變更的物件：%1。</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>這個連線是唯讀的。</translation>
    </message>
    <message>
        <source>Bake time is not over: %1 to go.</source>
        <translation>觀察期尚未結束，還剩 %1。</translation>
    </message>
    <message>
        <source>An analysis is still running: %1.</source>
        <translation>分析仍在執行：%1。</translation>
    </message>
    <message>
        <source>An analysis failed: %1.</source>
        <translation>分析失敗：%1。</translation>
    </message>
    <message>
        <source>The analysis has no verdict; a person has to decide.</source>
        <translation>分析無法判定，須由人員決定。</translation>
    </message>
    <message>
        <source>Pods ready: %1 of %2.</source>
        <translation>Pod 就緒：%1 / %2。</translation>
    </message>
    <message>
        <source>%1 is %2, the limit is %3.</source>
        <translation>%1：%2，門檻值 %3。</translation>
    </message>
    <message>
        <source>%1 cannot be judged now.</source>
        <translation>%1：目前無法判定。</translation>
    </message>
    <message>
        <source>It waits for a person to promote it.</source>
        <translation>等待人工推進。</translation>
    </message>
    <message>
        <source>It was paused by hand.</source>
        <translation>已由人工暫停。</translation>
    </message>
    <message>
        <source>Share of traffic for %3: from %1 to %2.</source>
        <translation>%3 的流量比例：由 %1 變為 %2。</translation>
    </message>
    <message>
        <source>Traffic stays at %1.</source>
        <translation>流量維持 %1。</translation>
    </message>
    <message>
        <source>The wanted version changes from %1 to %2.</source>
        <translation>期望版本由 %1 改為 %2。</translation>
    </message>
    <message>
        <source>Pods go from %1 to %2.</source>
        <translation>Pod 數由 %1 變為 %2。</translation>
    </message>
    <message>
        <source>Pods that restart: %1.</source>
        <translation>重新啟動的 Pod：%1。</translation>
    </message>
    <message>
        <source>Steps skipped: %1.</source>
        <translation>略過的步驟：%1。</translation>
    </message>
    <message>
        <source>Steps that run again: %1.</source>
        <translation>重新執行的步驟：%1。</translation>
    </message>
    <message>
        <source>Next: step %1 of %2, %3.</source>
        <translation>接下來：步驟 %1 / %2，%3。</translation>
    </message>
    <message>
        <source>The spec goes on naming %1, the rejected version.</source>
        <translation>spec 仍指向未通過的版本 %1。</translation>
    </message>
    <message>
        <source>The old pods are kept for another %1, so going back needs no new pods.</source>
        <translation>舊 Pod 會再保留 %1，退版時無需新增 Pod。</translation>
    </message>
    <message>
        <source>A new revision is made.</source>
        <translation>將建立新的修訂版本。</translation>
    </message>
    <message>
        <source>Only the pod template is restored; other settings stay as they are.</source>
        <translation>只還原 Pod 範本，其他設定維持不變。</translation>
    </message>
    <message>
        <source>%1 manages this object and will undo the change unless its source changes too.</source>
        <translation>此物件由 %1 管理；若來源未一併修改，變更會被還原。</translation>
    </message>
    <message>
        <source>The number of pods is set by the autoscaler %1.</source>
        <translation>Pod 數由自動擴縮器 %1 決定。</translation>
    </message>
    <message>
        <source>Stable pods ready: %1 of %2.</source>
        <translation>穩定版 Pod 就緒：%1 / %2。</translation>
    </message>
    <message>
        <source>Stable pods are scaled down during the release, so going back has to start them first.</source>
        <translation>發布期間穩定版 Pod 會縮減，退版時須先啟動它們。</translation>
    </message>
    <message>
        <source>A manual pause has to be lifted for this to take effect.</source>
        <translation>須先解除人工暫停才會生效。</translation>
    </message>
    <message>
        <source>The server warns: %1</source>
        <translation>伺服器警告：%1</translation>
    </message>
    <message>
        <source>Switch traffic to %1</source>
        <translation>切換流量至 %1</translation>
    </message>
    <message>
        <source>Make %1 the wanted version</source>
        <translation>將 %1 設為期望版本</translation>
    </message>
    <message>
        <source>Lift the pause</source>
        <translation>解除暫停</translation>
    </message>
    <message>
        <source>Verify that %1 is ready</source>
        <translation>確認 %1 已就緒</translation>
    </message>
    <message>
        <source>Verify that traffic reaches %1</source>
        <translation>確認流量到達 %1</translation>
    </message>
    <message>
        <source>Check health</source>
        <translation>健康檢查</translation>
    </message>
    <message>
        <source>Write the record</source>
        <translation>寫入紀錄</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>推進</translation>
    </message>
    <message>
        <source>Promote fully</source>
        <translation>全面上線</translation>
    </message>
    <message>
        <source>Abort the release</source>
        <translation>中止發布</translation>
    </message>
    <message>
        <source>Retry the release</source>
        <translation>重試發布</translation>
    </message>
    <message>
        <source>Pause the release</source>
        <translation>暫停發布</translation>
    </message>
    <message>
        <source>Resume the release</source>
        <translation>繼續發布</translation>
    </message>
    <message>
        <source>Restart the pods</source>
        <translation>重新啟動 Pod</translation>
    </message>
    <message>
        <source>Set the image of %1 to %2</source>
        <translation>將 %1 的映像檔換成 %2</translation>
    </message>
    <message>
        <source>Terminate analysis %1</source>
        <translation>結束分析 %1</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>復原至 %1</translation>
    </message>
    <message>
        <source>Traffic share %1, goal %2</source>
        <translation>流量比例 %1，目標 %2</translation>
    </message>
    <message>
        <source>%1 of %2 pods ready</source>
        <translation>%1 / %2 個 Pod 就緒</translation>
    </message>
    <message>
        <source>Error rate %1, limit %2</source>
        <translation>錯誤率 %1，門檻值 %2</translation>
    </message>
    <message>
        <source>Latency p95 %1, limit %2</source>
        <translation>p95 延遲 %1，門檻值 %2</translation>
    </message>
    <message>
        <source>The controller has seen the change</source>
        <translation>控制器已讀取變更</translation>
    </message>
    <message>
        <source>Nothing observed yet</source>
        <translation>尚無觀測結果</translation>
    </message>
    <message>
        <source>%1 over budget</source>
        <translation>超過時限 %1</translation>
    </message>
    <message>
        <source>Cannot be measured: %1</source>
        <translation>無法量測：%1</translation>
    </message>
    <message>
        <source>Not possible while the backend reports the phase %1.</source>
        <translation>後端處於 %1 階段，無法執行這項操作。</translation>
    </message>
    <message>
        <source>The side that would get the traffic is not verified healthy.</source>
        <translation>將接收流量的一側尚未驗證為健康。</translation>
    </message>
    <message>
        <source>The weights would add up to %1, or leave nobody serving.</source>
        <translation>權重合計會是 %1，或沒有任何一側提供服務。</translation>
    </message>
    <message>
        <source>%1 holds the lock on this release or on something it shares.</source>
        <translation>%1 持有此發布或其共用資源的鎖。</translation>
    </message>
    <message>
        <source>There could be two writable databases.</source>
        <translation>可能出現兩個可寫入的資料庫。</translation>
    </message>
    <message>
        <source>You asked for this, wrote it or will deploy it. Somebody else has to decide.</source>
        <translation>您是申請人、作者或部署者，須由其他人決定。</translation>
    </message>
    <message>
        <source>No fresh evidence: %1.</source>
        <translation>沒有有效的佐證：%1。</translation>
    </message>
    <message>
        <source>The approval or verdict is for another plan, version or evidence.</source>
        <translation>簽核或結論屬於另一份計畫、版本或佐證。</translation>
    </message>
    <message>
        <source>The approval or verdict has expired. Expired means refused.</source>
        <translation>簽核或結論已逾期。逾期即不通過。</translation>
    </message>
    <message>
        <source>The release is frozen.</source>
        <translation>此發布已凍結。</translation>
    </message>
    <message>
        <source>A SEV1 or SEV2 incident of this service is open: %1.</source>
        <translation>此服務有未結束的 SEV1 或 SEV2 事件：%1。</translation>
    </message>
    <message>
        <source>A rollback limit is breached: %1.</source>
        <translation>已超過退版門檻值：%1。</translation>
    </message>
    <message>
        <source>Alerts cannot be read, so an open incident cannot be ruled out.</source>
        <translation>無法讀取告警，因此不能排除有未結束的事件。</translation>
    </message>
    <message>
        <source>Closed by the calendar: %1 (%2). Next opening: %3.</source>
        <translation>行事曆不開放：%1（%2）。下次開放：%3。</translation>
    </message>
    <message>
        <source>Something else comes first: %1.</source>
        <translation>須先完成其他項目：%1。</translation>
    </message>
    <message>
        <source>The old environment is still needed: observation, incidents, evidence or rollback target are not settled.</source>
        <translation>仍需保留舊環境：觀察期、事件、佐證或退版目標尚未就緒。</translation>
    </message>
    <message>
        <source>The rollback target is too small for the present load.</source>
        <translation>退版目標的容量不足以承受目前負載。</translation>
    </message>
    <message>
        <source>The minimum bake time has not passed with fresh data.</source>
        <translation>資料有效的最短觀察期尚未滿。</translation>
    </message>
    <message>
        <source>There are too few samples to judge by.</source>
        <translation>樣本數太少，無法判定。</translation>
    </message>
    <message>
        <source>Nothing but missing data speaks for this, so it is not done automatically.</source>
        <translation>只有資料缺漏支持這個動作，因此不會自動執行。</translation>
    </message>
    <message>
        <source>Traffic moved the other way just now. Wait %1.</source>
        <translation>流量剛反向切換。請等待 %1。</translation>
    </message>
    <message>
        <source>Scaling is cooling down. Wait %1.</source>
        <translation>擴縮冷卻中。請等待 %1。</translation>
    </message>
    <message>
        <source>The error budget left is not known.</source>
        <translation>剩餘的錯誤預算未知。</translation>
    </message>
    <message>
        <source>The error budget is spent: only emergency releases may go on.</source>
        <translation>錯誤預算已用完：只有緊急發布可以繼續。</translation>
    </message>
    <message>
        <source>Only %1 stable tags would be left in the registry; at least 3 are kept.</source>
        <translation>映像檔儲存庫只會剩下 %1 個穩定標籤；至少須保留 3 個。</translation>
    </message>
    <message>
        <source>The migration cannot be taken back, and not every approver has acknowledged that.</source>
        <translation>此遷移無法復原，且並非所有核准人都已知悉。</translation>
    </message>
    <message>
        <source>The region to fail over to is not ready.</source>
        <translation>容錯移轉的目標區域未就緒。</translation>
    </message>
    <message>
        <source>A drill must not touch production DNS or production databases.</source>
        <translation>演練不得觸及正式環境的 DNS 或資料庫。</translation>
    </message>
    <message>
        <source>Who you are on the cluster is not known yet, so nothing is changed.</source>
        <translation>尚不知道您在叢集上的身分，因此不做任何變更。</translation>
    </message>
    <message>
        <source>The difference between this desk’s clock and the ledger’s is not known yet.</source>
        <translation>此台與帳本的時鐘差尚未得知。</translation>
    </message>
    <message>
        <source>This desk’s clock is %1 off the ledger’s. Set the clock first.</source>
        <translation>此台時鐘與帳本相差 %1。請先校正時鐘。</translation>
    </message>
    <message>
        <source>The ledger cannot be reached, so nothing moves forward. Rolling back stays possible.</source>
        <translation>無法連線到帳本，因此不能推進。仍可退版。</translation>
    </message>
    <message>
        <source>Automation credentials cannot approve. A person has to.</source>
        <translation>自動化憑證不能核准，須由人核准。</translation>
    </message>
    <message>
        <source>The pod template has no container named %1.</source>
        <translation>Pod 範本中沒有名為 %1 的容器。</translation>
    </message>
    <message>
        <source>The target is outside the rollback window (revisions: %1).</source>
        <translation>目標版本不在退版視窗內（修訂版本數：%1）。</translation>
    </message>
    <message>
        <source>The target is inside the rollback window (revisions: %1).</source>
        <translation>目標版本在退版視窗內（修訂版本數：%1）。</translation>
    </message>
    <message>
        <source>no metrics server is configured</source>
        <translation>未設定指標伺服器</translation>
    </message>
    <message>
        <source>The gate is not approved: %1.</source>
        <translation>關卡未核准：%1。</translation>
    </message>
    <message>
        <source>The poll has not said GO: %1.</source>
        <translation>表態尚未得出 GO：%1。</translation>
    </message>
    <message>
        <source>Not satisfied yet: %1.</source>
        <translation>尚未滿足：%1。</translation>
    </message>
    <message>
        <source>Failed: %1.</source>
        <translation>未通過：%1。</translation>
    </message>
    <message>
        <source>The release plans have not been read yet.</source>
        <translation>尚未讀取發布計畫。</translation>
    </message>
    <message>
        <source>The plan that governs this release has errors: %1.</source>
        <translation>適用此發布的計畫有錯誤：%1。</translation>
    </message>
    <message>
        <source>The decisions about this release have not been read yet.</source>
        <translation>尚未讀取此發布的決定。</translation>
    </message>
</context>
<context>
    <name>PlanOutline</name>
    <message>
        <source>open for %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>開啟 %1</translation>
    </message>
    <message>
        <source>counts for %1</source>
        <extracomment>longest age of evidence; %1 is a duration</extracomment>
        <translation>有效期 %1</translation>
    </message>
    <message>
        <source>bake at least %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>至少觀察 %1</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>offered to a person</source>
        <translation>提供給人決定</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>行事曆</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>溝通</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>關卡</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>檢查清單</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>表態</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>探測</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>退版</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服務</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>promotion limit %1</source>
        <extracomment>limit of a metric</extracomment>
        <translation>推進門檻值 %1</translation>
    </message>
    <message>
        <source>rollback limit %1</source>
        <extracomment>limit of a metric</extracomment>
        <translation>退版門檻值 %1</translation>
    </message>
</context>
<context>
    <name>PlanProblemText</name>
    <message>
        <source>The file has %1 bytes; a plan may have %2.</source>
        <translation>檔案有 %1 位元組，計畫最多 %2 位元組。</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text.</source>
        <translation>檔案不是 UTF-8 文字。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>This is not YAML: %1.</source>
        <translation>不符合 YAML 語法：%1。</translation>
    </message>
    <message>
        <source>A file holds one plan; a second document begins here.</source>
        <translation>一個檔案只放一份計畫；這裡開始了第二份文件。</translation>
    </message>
    <message>
        <source>Anchors and aliases are not allowed; write the value out.</source>
        <translation>不可使用錨點與別名，請直接寫出內容。</translation>
    </message>
    <message>
        <source>The tag %1 is not allowed.</source>
        <translation>不可使用標籤 %1。</translation>
    </message>
    <message>
        <source>The text holds a control character: %1.</source>
        <translation>文字含有控制字元：%1。</translation>
    </message>
    <message>
        <source>This is nested more than %1 levels deep.</source>
        <translation>巢狀超過 %1 層。</translation>
    </message>
    <message>
        <source>The file holds more than %1 values.</source>
        <translation>檔案內的值超過 %1 個。</translation>
    </message>
    <message>
        <source>There are more than %1 problems; the rest is not listed.</source>
        <translation>問題超過 %1 個，其餘不列出。</translation>
    </message>
    <message>
        <source>Format version %1 is not known here.</source>
        <translation>不認得格式版本 %1。</translation>
    </message>
    <message>
        <source>The key %1 is there twice.</source>
        <translation>鍵 %1 重複出現。</translation>
    </message>
    <message>
        <source>There is no key %1 here.</source>
        <translation>此處沒有 %1 這個鍵。</translation>
    </message>
    <message>
        <source>The key %1 is missing.</source>
        <translation>缺少鍵 %1。</translation>
    </message>
    <message>
        <source>One of these keys is missing: %1.</source>
        <translation>缺少下列其中一個鍵：%1。</translation>
    </message>
    <message>
        <source>Only one of these keys may be there: %1.</source>
        <translation>下列鍵只能擇一：%1。</translation>
    </message>
    <message>
        <source>A value of another type belongs here; found: %1.</source>
        <translation>此處應為其他型別，實際為：%1。</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>%1 沒有值。</translation>
    </message>
    <message>
        <source>The text is missing in: %1.</source>
        <translation>缺少以下語言的文字：%1。</translation>
    </message>
    <message>
        <source>“%1” cannot be an id.</source>
        <translation>「%1」不能作為識別碼。</translation>
    </message>
    <message>
        <source>The id %1 is taken already, in line %2.</source>
        <translation>識別碼 %1 已在第 %2 行使用。</translation>
    </message>
    <message>
        <source>The id %1 has a meaning of its own.</source>
        <translation>識別碼 %1 另有用途。</translation>
    </message>
    <message>
        <source>There is no “%1” among: %2.</source>
        <translation>在 %2 中找不到「%1」。</translation>
    </message>
    <message>
        <source>%1 is named twice.</source>
        <translation>%1 被列了兩次。</translation>
    </message>
    <message>
        <source>These steps wait for each other: %1.</source>
        <translation>這些步驟互相等待：%1。</translation>
    </message>
    <message>
        <source>“%1” is not the id of a requirement.</source>
        <translation>「%1」不是需求編號。</translation>
    </message>
    <message>
        <source>“%1” is not a duration.</source>
        <translation>「%1」不是時間長度。</translation>
    </message>
    <message>
        <source>%1 must be longer than nothing.</source>
        <translation>%1 必須大於零。</translation>
    </message>
    <message>
        <source>“%1” is not a number with a unit.</source>
        <translation>「%1」不是帶單位的數值。</translation>
    </message>
    <message>
        <source>“%1” has no unit; it is measured as: %2.</source>
        <translation>門檻值「%1」沒有單位，其度量為：%2。</translation>
    </message>
    <message>
        <source>The unit of “%1” does not fit; it is measured as: %2.</source>
        <translation>門檻值「%1」的單位不符，其度量為：%2。</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>「%1」不是整數。</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>%1 超出範圍。</translation>
    </message>
    <message>
        <source>“%1” is none of the words allowed here.</source>
        <translation>「%1」不是此處可用的字詞。</translation>
    </message>
    <message>
        <source>There is no probe of kind “%1”.</source>
        <translation>沒有「%1」這種探測。</translation>
    </message>
    <message>
        <source>A probe of kind %2 has no parameter %1.</source>
        <translation>%2 探測沒有參數 %1。</translation>
    </message>
    <message>
        <source>A probe of kind %2 needs the parameter %1.</source>
        <translation>%2 探測需要參數 %1。</translation>
    </message>
    <message>
        <source>“%1” does not fit the parameter %2.</source>
        <translation>「%1」不符合參數 %2 的格式。</translation>
    </message>
    <message>
        <source>The placeholder %1 is not known.</source>
        <translation>不認得佔位符 %1。</translation>
    </message>
    <message>
        <source>%2 after %1: the limits do not get worse step by step.</source>
        <translation>%1 之後是 %2：各級門檻值並未逐級放寬。</translation>
    </message>
    <message>
        <source>The weight %1 is not more than the %2 before it.</source>
        <translation>流量權重 %1 未大於前一步的 %2。</translation>
    </message>
    <message>
        <source>The list %1 is empty.</source>
        <translation>清單 %1 是空的。</translation>
    </message>
    <message>
        <source>The mode is %1, but nothing is looked at.</source>
        <translation>模式為 %1，卻沒有任何檢查來源。</translation>
    </message>
    <message>
        <source>%1 does not belong to: %2.</source>
        <translation>%1 不適用於：%2。</translation>
    </message>
    <message>
        <source>%1 is needed for: %2.</source>
        <translation>%2 需要：%1。</translation>
    </message>
    <message>
        <source>%1 have to approve, but there are only %2 seats.</source>
        <translation>須有 %1 人核准，但只有 %2 個席位。</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known.</source>
        <translation>不認得時區「%1」。</translation>
    </message>
    <message>
        <source>“%1” is not a time.</source>
        <translation>「%1」不是有效的時間。</translation>
    </message>
    <message>
        <source>The end %2 is before the start %1.</source>
        <translation>終點 %2 早於起點 %1。</translation>
    </message>
    <message>
        <source>“%1” cannot be part of a recurrence rule.</source>
        <translation>「%1」不能用於重複規則。</translation>
    </message>
    <message>
        <source>The metrics server refuses the query: %1</source>
        <translation>指標伺服器不接受此查詢：%1</translation>
    </message>
    <message>
        <source>The plan %1 is there twice; the one that counts: %2.</source>
        <translation>計畫 %1 重複；採用的是：%2。</translation>
    </message>
    <message>
        <source>%1 Expected: %2</source>
        <comment>a sentence; examples or words</comment>
        <translation>%1應為：%2</translation>
    </message>
</context>
<context>
    <name>ProbeText</name>
    <message>
        <source>No result within %1 s.</source>
        <translation>%1 秒內沒有結果。</translation>
    </message>
    <message>
        <source>The plan gives this probe no valid value for “%1”.</source>
        <translation>計畫沒有為這項探測提供有效的「%1」。</translation>
    </message>
    <message>
        <source>This version does not know this kind of probe.</source>
        <translation>這個版本不認得這種探測。</translation>
    </message>
    <message>
        <source>There is nothing to ask: %1.</source>
        <translation>沒有可供查詢的來源：%1。</translation>
    </message>
    <message>
        <source>The server refused to say: %1</source>
        <translation>伺服器拒絕提供資料：%1</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 未及時回應。</translation>
    </message>
    <message>
        <source>The question was not answered: %1</source>
        <translation>查詢沒有得到答案：%1</translation>
    </message>
    <message>
        <source>The answer to %1 cannot be read.</source>
        <translation>無法讀取 %1 的回應。</translation>
    </message>
    <message>
        <source>There are more than %1 objects; not all were looked at.</source>
        <translation>物件超過 %1 個，未全部檢視。</translation>
    </message>
    <message>
        <source>The keychain has no entry “%1” for this probe.</source>
        <translation>鑰匙圈中沒有這項探測所需的項目「%1」。</translation>
    </message>
    <message>
        <source>The credential was not sent to %1, because the connection would not be encrypted.</source>
        <translation>連線未加密，因此未將憑據傳送到 %1。</translation>
    </message>
    <message>
        <source>The keychain entry “%1” is not a web address.</source>
        <translation>鑰匙圈項目「%1」不是網址。</translation>
    </message>
    <message>
        <source>The name in %1 cannot be resolved.</source>
        <translation>無法解析 %1 中的名稱。</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 拒絕連線。</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 未回應就關閉了連線。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>無法連線到 %1：%2</translation>
    </message>
    <message>
        <source>The answer of %1 is too large to be read.</source>
        <translation>%1 的回應過大，無法讀取。</translation>
    </message>
    <message>
        <source>The certificate of %1 is revoked: %2</source>
        <translation>%1 的憑證已被撤銷：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed: %2</source>
        <translation>%1 的憑證是自我簽署的：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not from a trusted authority: %2</source>
        <translation>%1 的憑證並非由受信任的機構簽發：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another host name: %2</source>
        <translation>%1 的憑證屬於其他主機名稱：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired: %2</source>
        <translation>%1 的憑證已過期：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet: %2</source>
        <translation>%1 的憑證尚未生效：%2</translation>
    </message>
    <message>
        <source>There was no TLS handshake with %1: %2</source>
        <translation>無法與 %1 完成 TLS 交握：%2</translation>
    </message>
    <message>
        <source>%1 speaks %2 only; %3 is required.</source>
        <translation>%1 只支援 %2，但需要 %3。</translation>
    </message>
    <message>
        <source>%1 still accepts %2.</source>
        <translation>%1 仍接受 %2。</translation>
    </message>
    <message>
        <source>The certificate of %1 ends in %2 days; at least %3 are required.</source>
        <translation>%1 的憑證將在 %2 天後到期，至少需要 %3 天。</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid, but ends in %2 days, on %4 (%3).</source>
        <translation>%1 的憑證有效，但將在 %2 天後（%4）到期（%3）。</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid for %2 more days, until %4 (%3).</source>
        <translation>%1 的憑證仍有 %2 天有效，至 %4（%3）。</translation>
    </message>
    <message>
        <source>%1 answered %2.</source>
        <translation>%1 回應 %2。</translation>
    </message>
    <message>
        <source>%1 answered %2 instead of %3.</source>
        <translation>%1 回應 %2，而非 %3。</translation>
    </message>
    <message>
        <source>%1 answered %2 and points to %3, which was not followed.</source>
        <translation>%1 回應 %2 並指向 %3，未跟隨轉址。</translation>
    </message>
    <message>
        <source>%1 answered %2, but without “%3”.</source>
        <translation>%1 回應 %2，但內容沒有「%3」。</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 沒有回應：%2</translation>
    </message>
    <message>
        <source>%1 does not answer as a web server does: %2</source>
        <translation>%1 的回應不是正常的 HTTP 回應：%2</translation>
    </message>
    <message>
        <source>The object storage at %1 gives access.</source>
        <translation>可存取物件儲存 %1。</translation>
    </message>
    <message>
        <source>The object storage at %1 refuses access, or the address has expired.</source>
        <translation>物件儲存 %1 拒絕存取，或網址已逾期。</translation>
    </message>
    <message>
        <source>The object storage at %1 does not have the object.</source>
        <translation>物件儲存 %1 中沒有該物件。</translation>
    </message>
    <message>
        <source>The object storage at %1 answered %2.</source>
        <translation>物件儲存 %1 回應 %2。</translation>
    </message>
    <message>
        <source>%1 of %2 nodes are ready.</source>
        <translation>%2 個節點中有 %1 個就緒。</translation>
    </message>
    <message>
        <source>Only %1 of %2 nodes are ready; not ready: %3.</source>
        <translation>%2 個節點中僅 %1 個就緒；未就緒：%3。</translation>
    </message>
    <message>
        <source>%1 nodes take pods; at least %2 are required.</source>
        <translation>可排程的節點有 %1 個，至少需要 %2 個。</translation>
    </message>
    <message>
        <source>%1 of %2 nodes are ready, but these take no pods: %3.</source>
        <translation>%2 個節點中有 %1 個就緒，但以下節點不接受 Pod：%3。</translation>
    </message>
    <message>
        <source>%1 Deployments in %2 are fully available.</source>
        <translation>%2 中有 %1 個 Deployment 完全可用。</translation>
    </message>
    <message>
        <source>Missing in %1: %2.</source>
        <translation>%1 中缺少：%2。</translation>
    </message>
    <message>
        <source>Not fully available in %1: %2.</source>
        <translation>%1 中未完全可用：%2。</translation>
    </message>
    <message>
        <source>In %1 the controller has not seen the latest change yet: %2.</source>
        <translation>%1 中的控制器尚未處理最新變更：%2。</translation>
    </message>
    <message>
        <source>There is no Deployment in %1.</source>
        <translation>%1 中沒有 Deployment。</translation>
    </message>
    <message>
        <source>%1 network policies are present in %2.</source>
        <translation>%2 中有 %1 個網路政策。</translation>
    </message>
    <message>
        <source>Network policies missing in %1: %2.</source>
        <translation>%1 中缺少網路政策：%2。</translation>
    </message>
    <message>
        <source>%1 has %2 network policies; at least %3 are required.</source>
        <translation>%1 有 %2 個網路政策，至少需要 %3 個。</translation>
    </message>
    <message>
        <source>There is no running pod in %1.</source>
        <translation>%1 中沒有執行中的 Pod。</translation>
    </message>
    <message>
        <source>%1 pods in %2 keep the security rules.</source>
        <translation>%2 中的 %1 個 Pod 符合安全規則。</translation>
    </message>
    <message>
        <source>%1 violations of the security rules in %2 pods: %3.</source>
        <translation>%2 個 Pod 中有 %1 處違反安全規則：%3。</translation>
    </message>
    <message>
        <source>%1 bindings and %2 roles give no more than is allowed.</source>
        <translation>%1 個繫結與 %2 個角色未授予過多權限。</translation>
    </message>
    <message>
        <source>The binding %1 makes somebody cluster-admin.</source>
        <translation>繫結 %1 授予了 cluster-admin。</translation>
    </message>
    <message>
        <source>%1 rules give too much: %2.</source>
        <translation>%1 條規則授予過多權限：%2。</translation>
    </message>
    <message>
        <source>The query gives %1, as required (%2).</source>
        <translation>查詢結果為 %1，符合要求（%2）。</translation>
    </message>
    <message>
        <source>The query gives %1; required is %2.</source>
        <translation>查詢結果為 %1，要求為 %2。</translation>
    </message>
    <message>
        <source>All %1 expected series are %2.</source>
        <translation>預期的 %1 條序列全部符合 %2。</translation>
    </message>
    <message>
        <source>Not %2: %1.</source>
        <translation>不符合 %2：%1。</translation>
    </message>
    <message>
        <source>No data for: %1.</source>
        <translation>沒有資料：%1。</translation>
    </message>
    <message>
        <source>The query gives “not a number”.</source>
        <translation>查詢結果不是數值（NaN）。</translation>
    </message>
    <message>
        <source>The query gives an infinite value.</source>
        <translation>查詢結果為無限大。</translation>
    </message>
    <message>
        <source>The query gives no data.</source>
        <translation>查詢沒有資料。</translation>
    </message>
    <message>
        <source>The query gives %1 series instead of one.</source>
        <translation>查詢得到 %1 條序列，而非一條。</translation>
    </message>
    <message>
        <source>The data of the query is stale.</source>
        <translation>查詢的資料過時。</translation>
    </message>
    <message>
        <source>Prometheus warns, so the value may be incomplete: %1</source>
        <translation>Prometheus 發出警告，數值可能不完整：%1</translation>
    </message>
    <message>
        <source>The query gives a histogram instead of a number.</source>
        <translation>查詢結果是直方圖而非數值。</translation>
    </message>
    <message>
        <source>The value rests on %1 samples; at least %2 are required.</source>
        <translation>數值僅依據 %1 個樣本，至少需要 %2 個。</translation>
    </message>
    <message>
        <source>No matching alert is firing.</source>
        <translation>沒有符合的告警正在觸發。</translation>
    </message>
    <message>
        <source>%1 matching alerts are firing: %2.</source>
        <translation>%1 則符合的告警正在觸發：%2。</translation>
    </message>
    <message>
        <source>%1 matching alerts are firing, as they should: %2.</source>
        <translation>%1 則符合的告警如預期觸發：%2。</translation>
    </message>
    <message>
        <source>The alert that should fire does not.</source>
        <translation>應觸發的告警沒有觸發。</translation>
    </message>
    <message>
        <source>No matching alert is firing, but %1 are suppressed: %2.</source>
        <translation>沒有符合的告警正在觸發，但有 %1 則遭抑制：%2。</translation>
    </message>
    <message>
        <source>The Alertmanager is not ready: %1.</source>
        <translation>Alertmanager 尚未就緒：%1。</translation>
    </message>
    <message>
        <source>The Alertmanager has no receiver: %1.</source>
        <translation>Alertmanager 缺少接收者：%1。</translation>
    </message>
    <message>
        <source>%1 accepts connections.</source>
        <translation>%1 接受連線。</translation>
    </message>
    <message>
        <source>%1 refuses connections, as it should.</source>
        <translation>%1 如預期拒絕連線。</translation>
    </message>
    <message>
        <source>%1 accepts connections, but should not.</source>
        <translation>%1 不應接受連線，卻接受了。</translation>
    </message>
    <message>
        <source>%3 resolvers agree on %1: %2.</source>
        <translation>%3 個解析器對 %1 的答案一致：%2。</translation>
    </message>
    <message>
        <source>The resolvers disagree on %1: %2.</source>
        <translation>各解析器對 %1 的答案不一致：%2。</translation>
    </message>
    <message>
        <source>There is no %2 record for %1.</source>
        <translation>%1 沒有 %2 記錄。</translation>
    </message>
    <message>
        <source>%1 resolves to %2 instead of %3.</source>
        <translation>%1 解析為 %2，而非 %3。</translation>
    </message>
    <message>
        <source>Not every resolver answered: %1.</source>
        <translation>並非所有解析器都有回應：%1。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 accepts connections.</source>
        <translation>%1 的 PostgreSQL 接受連線。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 is starting up.</source>
        <translation>%1 的 PostgreSQL 正在啟動。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 rejects connections: %2</source>
        <translation>%1 的 PostgreSQL 拒絕連線：%2</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 has no free connection.</source>
        <translation>%1 的 PostgreSQL 沒有可用的連線。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 does not offer TLS.</source>
        <translation>%1 的 PostgreSQL 不提供 TLS。</translation>
    </message>
    <message>
        <source>%1 does not answer as PostgreSQL does.</source>
        <translation>%1 的回應不像 PostgreSQL。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 refuses (%2): %3</source>
        <translation>%1 的 PostgreSQL 拒絕（%2）：%3</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 does not accept the credential.</source>
        <translation>%1 的 PostgreSQL 不接受此憑據。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 asks for a way to sign in that is not supported: %2</source>
        <translation>%1 的 PostgreSQL 要求不支援的登入方式：%2</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 does not tell about its replicas (%2): %3</source>
        <translation>%1 的 PostgreSQL 不提供複本資訊（%2）：%3</translation>
    </message>
    <message>
        <source>%2 replicas stream from %1.</source>
        <translation>%2 個複本正從 %1 複寫。</translation>
    </message>
    <message>
        <source>%2 replicas stream from %1; at least %3 are required.</source>
        <translation>%2 個複本正從 %1 複寫，至少需要 %3 個。</translation>
    </message>
    <message>
        <source>This role may not see the state of the %2 replicas of %1; give it pg_monitor.</source>
        <translation>此角色無法檢視 %1 的 %2 個複本狀態，請授予 pg_monitor。</translation>
    </message>
    <message>
        <source>A replica of %1 is %2 s behind; at most %3 s are allowed.</source>
        <translation>%1 的複本落後 %2 秒，最多允許 %3 秒。</translation>
    </message>
    <message>
        <source>Redis at %1 answers.</source>
        <translation>%1 的 Redis 有回應。</translation>
    </message>
    <message>
        <source>Redis at %1 wants a password first.</source>
        <translation>%1 的 Redis 要求先提供密碼。</translation>
    </message>
    <message>
        <source>Redis at %1 does not accept the credential.</source>
        <translation>%1 的 Redis 不接受此憑據。</translation>
    </message>
    <message>
        <source>Redis at %1 is still loading its data.</source>
        <translation>%1 的 Redis 仍在載入資料。</translation>
    </message>
    <message>
        <source>Redis at %1 answers with an error: %2</source>
        <translation>%1 的 Redis 回應錯誤：%2</translation>
    </message>
    <message>
        <source>%1 does not answer as Redis does.</source>
        <translation>%1 的回應不像 Redis。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>沒有檔案 %1。</translation>
    </message>
    <message>
        <source>The file %1 is too large.</source>
        <translation>檔案 %1 過大。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation>無法讀取檔案 %1：%2</translation>
    </message>
    <message>
        <source>The report holds entity definitions, which no report needs; it was not read.</source>
        <translation>報告含有不應出現的實體定義，未予讀取。</translation>
    </message>
    <message>
        <source>The file is not a complete report.</source>
        <translation>檔案不是完整的報告。</translation>
    </message>
    <message>
        <source>The report does not say which image it is about.</source>
        <translation>報告未註明對應的映像檔。</translation>
    </message>
    <message>
        <source>The report is about another image: %1 instead of %2.</source>
        <translation>報告屬於其他映像檔：%1，而非 %2。</translation>
    </message>
    <message>
        <source>This release has no image from %1.</source>
        <translation>這次發布沒有來自 %1 的映像檔。</translation>
    </message>
    <message>
        <source>The image from %1 is released by tag; without a digest no report can be tied to it.</source>
        <translation>%1 的映像檔以標籤發布，沒有摘要值就無法對應報告。</translation>
    </message>
    <message>
        <source>All %1 tests ran and passed.</source>
        <translation>%1 項測試全部執行並通過。</translation>
    </message>
    <message>
        <source>Tests did not pass: %1 failed, %2 broken, %3 skipped, %4 flaky (%5).</source>
        <translation>測試未通過：%1 項失敗、%2 項錯誤、%3 項略過、%4 項不穩定（%5）。</translation>
    </message>
    <message>
        <source>The report holds no test.</source>
        <translation>報告中沒有任何測試。</translation>
    </message>
    <message>
        <source>The report holds %1 of %2 tests.</source>
        <translation>報告僅包含 %2 項測試中的 %1 項。</translation>
    </message>
    <message>
        <source>%1 listed tests did not run: %2.</source>
        <translation>清單中有 %1 項測試未執行：%2。</translation>
    </message>
    <message>
        <source>%1 tests ran that are not in the list: %2.</source>
        <translation>有 %1 項不在清單中的測試被執行：%2。</translation>
    </message>
    <message>
        <source>The scan found nothing of level %1 or above.</source>
        <translation>掃描未發現 %1 以上等級的問題。</translation>
    </message>
    <message>
        <source>The scan found %1 problems of level %2 or above: %3.</source>
        <translation>掃描發現 %1 個 %2 以上等級的問題：%3。</translation>
    </message>
    <message>
        <source>The scan did not run to its end.</source>
        <translation>掃描未執行完畢。</translation>
    </message>
    <message>
        <source>This command runs on this machine once you allow it: %1</source>
        <translation>您允許後，這個指令才會在這台電腦上執行：%1</translation>
    </message>
    <message>
        <source>There is no program %1.</source>
        <translation>沒有程式 %1。</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>無法啟動 %1：%2</translation>
    </message>
    <message>
        <source>%1 printed too much and was ended.</source>
        <translation>%1 輸出過多，已被終止。</translation>
    </message>
    <message>
        <source>%1 was ended by a signal.</source>
        <translation>%1 被訊號終止。</translation>
    </message>
    <message>
        <source>%1 failed with exit code %2.</source>
        <translation>%1 失敗，結束代碼 %2。</translation>
    </message>
    <message>
        <source>%1 succeeded.</source>
        <translation>%1 成功。</translation>
    </message>
    <message>
        <source>A finding this version does not know: %1</source>
        <extracomment>a finding of a newer version; %1 is its technical word</extracomment>
        <translation>這個版本不認得的檢查結果：%1</translation>
    </message>
</context>
<context>
    <name>ProfileBox</name>
    <message>
        <source>Standard (%1)</source>
        <extracomment>choice of a metric profile; %1 is the profile that holds where none is named</extracomment>
        <translation>預設（%1）</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <extracomment>a metric profile that the settings name and no file defines</extracomment>
        <translation>%1（找不到）</translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>Open gate</source>
        <translation>開啟關卡</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>簽核表決</translation>
    </message>
    <message>
        <source>Revoke vote</source>
        <translation>撤回表決</translation>
    </message>
    <message>
        <source>End gate</source>
        <translation>結束關卡</translation>
    </message>
    <message>
        <source>Open poll</source>
        <translation>開始逐一表態</translation>
    </message>
    <message>
        <source>Poll answer</source>
        <translation>表態</translation>
    </message>
    <message>
        <source>Announce verdict</source>
        <translation>宣布結論</translation>
    </message>
    <message>
        <source>End poll</source>
        <translation>結束表態</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐證</translation>
    </message>
    <message>
        <source>Ask for waiver</source>
        <translation>申請豁免</translation>
    </message>
    <message>
        <source>Grant waiver</source>
        <translation>核准豁免</translation>
    </message>
    <message>
        <source>Ask for override</source>
        <translation>申請破例放行</translation>
    </message>
    <message>
        <source>Grant override</source>
        <translation>核准破例放行</translation>
    </message>
    <message>
        <source>Give role</source>
        <translation>授予角色</translation>
    </message>
    <message>
        <source>Take role away</source>
        <translation>收回角色</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>核准</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>駁回</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>NO-GO</source>
        <translation>NO-GO</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>HOLD</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>void</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤銷</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>通過</translation>
    </message>
    <message>
        <source>does not pass</source>
        <translation>未通過</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>無法判定</translation>
    </message>
    <message>
        <source>to be waived</source>
        <translation>待豁免</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不適用</translation>
    </message>
    <message>
        <source>refused by a rule</source>
        <translation>規則不允許</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>權限不足，已拒絕</translation>
    </message>
</context>
<context>
    <name>ReleaseHeader</name>
    <message>
        <source>next: switch traffic</source>
        <translation>下一步：切換流量</translation>
    </message>
    <message>
        <source>next: %1</source>
        <extracomment>%1 is a percentage of traffic</extracomment>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>next: all traffic</source>
        <translation>下一步：全部流量</translation>
    </message>
</context>
<context>
    <name>ServicesDelegate</name>
    <message>
        <source>%1 / %2</source>
        <extracomment>ready pods of wanted pods, as short as possible</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>same as blue</source>
        <extracomment>the new version is no worse than the serving one</extracomment>
        <translation>與藍相當</translation>
    </message>
    <message>
        <source>worse than blue</source>
        <translation>比藍差</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>too few requests</source>
        <translation>請求數不足</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未量測</translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>等待人工處理</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>無法判定</translation>
    </message>
    <message>
        <source>Rolled back, serving stable</source>
        <translation>已退版，由穩定版服務</translation>
    </message>
    <message>
        <source>Blocked by rule</source>
        <translation>受規則阻擋</translation>
    </message>
    <message>
        <source>Waiting for time</source>
        <translation>等待時間屆滿</translation>
    </message>
    <message>
        <source>Advancing</source>
        <translation>推進中</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>within limit</source>
        <translation>門檻值內</translation>
    </message>
    <message>
        <source>beyond limit</source>
        <translation>超出門檻值</translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation>無法判定</translation>
    </message>
    <message>
        <source>too few samples</source>
        <translation>樣本數不足</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>非數值</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>無限大</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>資料過時</translation>
    </message>
    <message>
        <source>several series</source>
        <translation>多個序列</translation>
    </message>
    <message>
        <source>partial answer</source>
        <translation>回應不完整</translation>
    </message>
    <message>
        <source>native histogram</source>
        <translation>原生直方圖</translation>
    </message>
    <message>
        <source>query failed</source>
        <translation>查詢失敗</translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation>尚未載入</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>載入中</translation>
    </message>
    <message>
        <source>live</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>輪詢中</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>重新連線中</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>沒有權限</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安裝</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>無法連線</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>金絲雀</translation>
    </message>
    <message>
        <source>Blue / green</source>
        <translation>藍綠</translation>
    </message>
    <message>
        <source>Rolling update</source>
        <translation>滾動更新</translation>
    </message>
    <message>
        <source>Unknown strategy</source>
        <translation>未知策略</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>穩定版</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>金絲雀</translation>
    </message>
    <message>
        <source>active</source>
        <translation>服務中</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>預覽版</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>降級</translation>
    </message>
    <message>
        <source>scaled down</source>
        <translation>已縮減</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>待決定</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>穩定</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>無法連線</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待執行</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已送出</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>已觀測</translation>
    </message>
    <message>
        <source>effective</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>已備妥</translation>
    </message>
    <message>
        <source>running</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>done and verified</source>
        <translation>已完成並驗證</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation>已由人工停止</translation>
    </message>
    <message>
        <source>reconnecting, facts are %1 old</source>
        <extracomment>%1 is an age such as &quot;3 m&quot;</extracomment>
        <translation>重新連線中，資料為 %1前</translation>
    </message>
    <message>
        <source>stale for %1</source>
        <extracomment>%1 is an age such as &quot;3 m&quot;</extracomment>
        <translation>資料已過時 %1</translation>
    </message>
    <message>
        <source>unreachable for %1</source>
        <extracomment>%1 is an age such as &quot;3 m&quot;</extracomment>
        <translation>已無法連線 %1</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>無法判定</translation>
    </message>
</context>
<context>
    <name>StepText</name>
    <message>
        <source>pause until promoted</source>
        <translation>暫停，等待推進</translation>
    </message>
    <message>
        <source>pause %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>暫停 %1</translation>
    </message>
    <message>
        <source>scale canary to %1</source>
        <extracomment>number of canary pods, as a percentage</extracomment>
        <translation>金絲雀副本調整至 %1</translation>
    </message>
    <message>
        <source>scale canary: %1</source>
        <extracomment>%1 is the backend&apos;s own wording, for example &quot;replicas: 3&quot;</extracomment>
        <translation>調整金絲雀副本：%1</translation>
    </message>
    <message>
        <source>scale canary</source>
        <translation>調整金絲雀副本</translation>
    </message>
    <message>
        <source>set weight %1</source>
        <extracomment>share of traffic for the new version</extracomment>
        <translation>設定權重 %1</translation>
    </message>
    <message>
        <source>analysis: %1</source>
        <extracomment>%1 names analysis templates</extracomment>
        <translation>分析：%1</translation>
    </message>
    <message>
        <source>experiment: %1</source>
        <translation>實驗：%1</translation>
    </message>
    <message>
        <source>header route: %1</source>
        <extracomment>route by request header; %1 is its name</extracomment>
        <translation>標頭路由：%1</translation>
    </message>
    <message>
        <source>mirror route: %1</source>
        <extracomment>copy of traffic; %1 is the route&apos;s name</extracomment>
        <translation>鏡像路由：%1</translation>
    </message>
    <message>
        <source>plugin: %1</source>
        <translation>外掛：%1</translation>
    </message>
    <message>
        <source>unknown step</source>
        <translation>未知步驟</translation>
    </message>
    <message>
        <source>step “%1”</source>
        <extracomment>a step of a kind this version does not know; %1 is its name on the server</extracomment>
        <translation>步驟「%1」</translation>
    </message>
    <message>
        <source>Step %1 of %2 · %3</source>
        <extracomment>%1 of %2 are numbers, %3 is the step in words</extracomment>
        <translation>步驟 %1 / %2 ⋅ %3</translation>
    </message>
    <message>
        <source>all %1 steps done</source>
        <extracomment>every step of the release is behind it</extracomment>
        <translation>%1 個步驟全部完成</translation>
    </message>
</context>
<context>
    <name>Track</name>
    <message>
        <source>Preview</source>
        <extracomment>blue/green: pods of the new version run beside the old ones</extracomment>
        <translation>預覽版</translation>
    </message>
    <message>
        <source>Switch</source>
        <extracomment>blue/green: all traffic moves to the new version at once</extracomment>
        <translation>切換流量</translation>
    </message>
    <message>
        <source>switched</source>
        <translation>已切換</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>waiting for a person</source>
        <translation>等待人工處理</translation>
    </message>
    <message>
        <source>Clean up</source>
        <extracomment>pods of the old version go away</extracomment>
        <translation>清理</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>%1 is a countdown such as 9:12</extracomment>
        <translation>%1 後</translation>
    </message>
    <message>
        <source>Analysis before</source>
        <translation>切換前分析</translation>
    </message>
    <message>
        <source>Analysis after</source>
        <translation>切換後分析</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Pods updated</source>
        <extracomment>rolling update: pods that run the new version</extracomment>
        <translation>Pod 已更新</translation>
    </message>
    <message>
        <source>Pods available</source>
        <extracomment>rolling update: pods that serve</extracomment>
        <translation>Pod 可用</translation>
    </message>
    <message>
        <source>baked %1</source>
        <extracomment>bake time of a finished step; %1 is a duration</extracomment>
        <translation>已觀察 %1</translation>
    </message>
    <message>
        <source>bake %1</source>
        <extracomment>bake time of a step to come; %1 is a duration</extracomment>
        <translation>觀察 %1</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <extracomment>%1 is a countdown such as 9:12</extracomment>
        <translation>還剩 %1</translation>
    </message>
    <message>
        <source>paused by hand</source>
        <translation>人工暫停</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>無法判定</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>aborted here</source>
        <translation>在此中止</translation>
    </message>
    <message>
        <source>Prepare</source>
        <extracomment>first station of a release: pods of the new version start</extracomment>
        <translation>準備</translation>
    </message>
    <message>
        <source>%1 of %2 pods</source>
        <extracomment>pods that are ready, of those wanted</extracomment>
        <translation>%1 / %2 個 Pod</translation>
    </message>
    <message>
        <source>set %1</source>
        <extracomment>share of traffic the steps ask for</extracomment>
        <translation>設定 %1</translation>
    </message>
    <message>
        <source>reported %1</source>
        <extracomment>share of traffic as the controller reports it</extracomment>
        <translation>回報 %1</translation>
    </message>
    <message>
        <source>routed %1</source>
        <extracomment>share of traffic as the traffic route object says</extracomment>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>實測 %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>role of a version, its name, its share of traffic</extracomment>
        <translation>%1 ⋅ %2 ⋅ %3</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>role of the version a rolling update brings</extracomment>
        <translation>新版</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a station of the track and what happens there</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>已完成：%1。</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>目前：%1。</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation>已停止：%1。</translation>
    </message>
    <message>
        <source>To come: %1.</source>
        <translation>尚未進行：%1。</translation>
    </message>
    <message>
        <source>previous</source>
        <extracomment>role of the version that served before the switch</extracomment>
        <translation>前一版</translation>
    </message>
    <message>
        <source>measured %1 over the last %2</source>
        <extracomment>share of traffic as measured; %2 is how far back the measurement looks</extracomment>
        <translation>最近 %2實測 %1</translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message>
        <source>Within its limits.</source>
        <translation>在門檻值內。</translation>
    </message>
    <message>
        <source>Within its limits, and not found worse than the baseline.</source>
        <translation>在門檻值內，且未發現比基準版差。</translation>
    </message>
    <message>
        <source>The value of the new version cannot be used: %1.</source>
        <extracomment>%1 is a reason such as &quot;no data&quot;</extracomment>
        <translation>新版本的數值無法使用：%1。</translation>
    </message>
    <message>
        <source>The new version fails more often than the baseline; chance does not explain it.</source>
        <translation>新版本的錯誤比基準版多，無法用偶然解釋。</translation>
    </message>
    <message>
        <source>The new version is worse than the baseline, by more than the plan lets pass; chance does not explain it.</source>
        <translation>新版本比基準版差，差距超過計畫容許的範圍，無法用偶然解釋。</translation>
    </message>
    <message>
        <source>It rests on %1 samples; at least %2 are needed.</source>
        <extracomment>numbers of samples</extracomment>
        <translation>目前只有 %1 個樣本，至少需要 %2 個。</translation>
    </message>
    <message>
        <source>Beyond the rollback limit of %1 long enough that a rollback is due.</source>
        <translation>超出退版門檻值 %1 的時間已夠長，應該退版。</translation>
    </message>
    <message>
        <source>Beyond the limit of %1 during this step.</source>
        <translation>在這個步驟期間超出門檻值 %1。</translation>
    </message>
    <message>
        <source>What was seen so far fits both sides of the limit of %1; more has to be seen.</source>
        <translation>目前所見還分不出在門檻值 %1 的哪一邊，需要繼續觀察。</translation>
    </message>
    <message>
        <source>roll back</source>
        <extracomment>verdict on a metric: its rollback limit is broken</extracomment>
        <translation>應退版</translation>
    </message>
    <message>
        <source>worse than baseline</source>
        <translation>比基準版差</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>不予判定</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已過時</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>Prometheus was not asked about it yet.</source>
        <translation>尚未向 Prometheus 查詢。</translation>
    </message>
    <message>
        <source>The last look is more than %1 ago, so it does not count any more.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>上次查看已超過 %1，不再算數。</translation>
    </message>
    <message>
        <source>Within its limits, but there is no baseline to compare with.</source>
        <translation>在門檻值內，但沒有基準版可以比較。</translation>
    </message>
    <message>
        <source>The plan sets neither a limit nor a comparison.</source>
        <translation>計畫沒有設定門檻值，也沒有設定比較方式。</translation>
    </message>
    <message>
        <source>Traffic is not split as set, so nothing can be concluded from comparing versions.</source>
        <translation>流量沒有按設定分配，版本之間的比較不能下結論。</translation>
    </message>
    <message>
        <source>%1 × (%2 – %3)</source>
        <extracomment>ratio of two error rates and both ends of its confidence interval</extracomment>
        <translation>%1 倍（%2～%3）</translation>
    </message>
    <message>
        <source>%1 (%2 … %3)</source>
        <extracomment>difference of two values and both ends of its confidence interval; all three carry sign and unit</extracomment>
        <translation>%1（%2～%3）</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>samples of the new version and of the baseline</extracomment>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>1 : &gt; %1</source>
        <extracomment>evidence against &quot;both versions err alike&quot;; more than the odds shown</extracomment>
        <translation>1：&gt; %1</translation>
    </message>
    <message>
        <source>1 : %1</source>
        <extracomment>evidence against &quot;both versions err alike&quot;, as odds</extracomment>
        <translation>1：%1</translation>
    </message>
    <message>
        <source>If both versions failed alike, this much would come up at most once in %1 releases, however often it is looked at. From %2 on the new version counts as worse.</source>
        <extracomment>%1 and %2 are numbers; &quot;this much&quot; is the evidence shown beside it</extracomment>
        <translation>如果兩個版本的錯誤率相同，不論查看多少次，每 %1 次發布最多出現一次這麼強的證據。達到 %2 就視為新版本較差。</translation>
    </message>
    <message>
        <source>Chance of a difference at least this large if both versions were alike. Below %1 it counts, if it is large enough to matter.</source>
        <extracomment>%1 is a small number such as 0.01</extracomment>
        <translation>如果兩個版本相同，出現至少這麼大差異的機率。低於 %1 且差異大到有實際影響時才算數。</translation>
    </message>
    <message>
        <source>Traffic is split as set: %1 measured, %2 set.</source>
        <extracomment>share of requests that reach the new version; %1 measured, %2 set</extracomment>
        <translation>流量按設定分配：實測 %1，設定 %2。</translation>
    </message>
    <message>
        <source>The measured traffic share of %1 does not fit the %2 that are set; the next look decides whether the routing is at fault.</source>
        <translation>實測流量占比 %1 與設定的 %2 不符；下次查看後才能判斷路由是否故障。</translation>
    </message>
    <message>
        <source>Routing fault: %1 of the requests reach the new version, but %2 are set. There is no verdict until traffic is split as set.</source>
        <translation>路由故障：設定 %2，實際有 %1 的請求進入新版本。在流量按設定分配之前不予判定。</translation>
    </message>
    <message>
        <source>%1 of the requests reach the new version; no share is set.</source>
        <translation>%1 的請求進入新版本；沒有設定占比。</translation>
    </message>
    <message>
        <source>The traffic share is not measured yet.</source>
        <translation>尚未量測流量占比。</translation>
    </message>
    <message>
        <source>Taken alone it looks worse than the baseline; among all metrics of its group that may be chance.</source>
        <translation>單獨看比基準版差；與同組所有指標一起看，可能只是偶然。</translation>
    </message>
</context>
<context>
    <name>signalbox::ActionDialog</name>
    <message>
        <source>%1 %2</source>
        <comment>verb and object</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <comment>verb, object, target</comment>
        <extracomment>Title of a preview: verb, object, target version. Example: Roll back checkout to 2.4.0</extracomment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Cluster %1, namespace %2</source>
        <translation>叢集 %1，命名空間 %2</translation>
    </message>
    <message>
        <source>Asking the server what would happen…</source>
        <translation>正在向伺服器詢問結果…</translation>
    </message>
    <message>
        <source>• Takes about %1; budget %2.</source>
        <translation>• 約需 %1，時限 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n call(s) that will be sent</source>
        <translation>
            <numerusform>顯示將送出的 %n 個呼叫</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Reason (may follow later)</source>
        <translation>原因（可稍後補上）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 — hold, or press Enter</source>
        <extracomment>The button repeats the verb; it must be held, or confirmed with Enter.</extracomment>
        <translation>%1（長按或按 Enter）</translation>
    </message>
    <message>
        <source>Undo %1 to revision %2</source>
        <extracomment>title of a preview: %1 is a release, %2 the number of a revision</extracomment>
        <translation>將 %1 復原至修訂版本 %2</translation>
    </message>
    <message>
        <source>Set the image of %1 to %2</source>
        <extracomment>title of a preview: %1 is a release, %2 a container image</extracomment>
        <translation>將 %1 的映像檔更換為 %2</translation>
    </message>
    <message>
        <source>Terminate analysis %2 of %1</source>
        <extracomment>title of a preview: %1 is a release, %2 the name of an AnalysisRun</extracomment>
        <translation>結束 %1 的分析 %2</translation>
    </message>
</context>
<context>
    <name>signalbox::AnalysisModel</name>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>Successful</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>無法判定</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
</context>
<context>
    <name>signalbox::BlueGreenTab</name>
    <message>
        <source>This release does not run blue / green; its strategy is: %1.</source>
        <translation>這個發布不是藍綠部署，其策略為：%1。</translation>
    </message>
    <message>
        <source>No release selected</source>
        <translation>尚未選取發布</translation>
    </message>
    <message>
        <source>Active, serves all traffic</source>
        <translation>服務中，承接全部流量</translation>
    </message>
    <message>
        <source>Previous, kept for going back</source>
        <translation>前一版，保留供退版</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽版</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Pods ready</source>
        <translation>Pod 就緒</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康狀態</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Service selects</source>
        <translation>Service 選取</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>映像檔</translation>
    </message>
    <message>
        <source>Scale-down in</source>
        <extracomment>time until the pods of a version are removed</extracomment>
        <translation>縮減倒數</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>pods that are ready, of those wanted</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切換流量</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Traffic goes to</source>
        <translation>流量導向</translation>
    </message>
    <message>
        <source>done, nothing to switch</source>
        <translation>已完成，無需切換</translation>
    </message>
    <message>
        <source>switched, being verified</source>
        <translation>已切換，驗證中</translation>
    </message>
    <message>
        <source>aborted, traffic stays</source>
        <translation>已中止，流量不變</translation>
    </message>
    <message>
        <source>by itself in %1</source>
        <translation>%1 後自動切換</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>等待人工處理</translation>
    </message>
    <message>
        <source>preview is getting ready</source>
        <translation>預覽版準備中</translation>
    </message>
    <message>
        <source>No second version is running</source>
        <extracomment>the version that is not serving</extracomment>
        <translation>目前沒有第二個版本</translation>
    </message>
    <message>
        <source>%1, the active version</source>
        <extracomment>a Service selects the version that serves already; %1 is its hash</extracomment>
        <translation>%1，即服務中的版本</translation>
    </message>
</context>
<context>
    <name>signalbox::BudgetRing</name>
    <message>
        <source>of %1 budget</source>
        <translation>時限 %1</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>已用時間</translation>
    </message>
    <message>
        <source>Time used</source>
        <translation>已用時間</translation>
    </message>
    <message>
        <source>%1 used of a budget of %2.</source>
        <extracomment>for assistive tools; %1 and %2 are times such as 1:05</extracomment>
        <translation>已用 %1，時限 %2。</translation>
    </message>
    <message>
        <source>%1 used; there is no budget.</source>
        <translation>已用 %1，沒有時限。</translation>
    </message>
</context>
<context>
    <name>signalbox::CanaryTab</name>
    <message>
        <source>Services, blue beside green</source>
        <translation>服務：藍綠對照</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修訂版本</translation>
    </message>
    <message>
        <source>Analysis runs</source>
        <translation>分析執行紀錄</translation>
    </message>
    <message>
        <source>Last %1</source>
        <extracomment>how far back the charts reach; %1 is a duration</extracomment>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Time range of the charts</source>
        <translation>圖表的時間範圍</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>當地時間</translation>
    </message>
    <message>
        <source>Time zone of the charts</source>
        <translation>圖表的時區</translation>
    </message>
    <message>
        <source>No release selected</source>
        <translation>尚未選取發布</translation>
    </message>
    <message>
        <source>Prometheus: %1</source>
        <extracomment>%1 says how fresh the metrics are</extracomment>
        <translation>Prometheus：%1</translation>
    </message>
    <message>
        <source>Go back to %1…</source>
        <extracomment>opens the preview of an undo; %1 is a version</extracomment>
        <translation>復原至 %1…</translation>
    </message>
    <message>
        <source>Terminate analysis %1…</source>
        <extracomment>opens the preview of the action; %1 is an analysis run</extracomment>
        <translation>結束分析 %1…</translation>
    </message>
    <message>
        <source>No Prometheus is connected for this cluster. Charts, the measured traffic share and metric checks start as soon as one is named.</source>
        <translation>此叢集尚未連接 Prometheus。指定之後，即會顯示圖表與實測流量比例，並開始檢查指標。</translation>
    </message>
    <message>
        <source>Prometheus gives no answer: %1</source>
        <extracomment>%1 is a reason; there is nothing older to show</extracomment>
        <translation>Prometheus 沒有回應：%1</translation>
    </message>
    <message>
        <source>Traffic router: %1</source>
        <extracomment>%1 is the traffic router as a Rollout names it, such as istio</extracomment>
        <translation>流量路由：%1</translation>
    </message>
    <message>
        <source>This step: %1. In the background: %2.</source>
        <extracomment>analysis runs by name: %1 belongs to the step under way, %2 runs beside all steps</extracomment>
        <translation>此步驟：%1。背景執行：%2。</translation>
    </message>
    <message>
        <source>This step: %1.</source>
        <extracomment>analysis run by name: it belongs to the step under way</extracomment>
        <translation>此步驟：%1。</translation>
    </message>
    <message>
        <source>In the background: %1.</source>
        <extracomment>analysis run by name: it runs beside all steps</extracomment>
        <translation>背景執行：%1。</translation>
    </message>
</context>
<context>
    <name>signalbox::ChartGrid</name>
    <message>
        <source>No data: %1</source>
        <extracomment>metrics the server has no values of; %1 is a list of their titles</extracomment>
        <translation>無資料：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::ChartLegend</name>
    <message>
        <source>limit %1</source>
        <extracomment>a value that must not be exceeded, or must be reached</extracomment>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>canary %1</source>
        <translation>金絲雀 %1</translation>
    </message>
    <message>
        <source>stable %1</source>
        <translation>穩定版 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ChartTableDialog</name>
    <message>
        <source>Values of %1</source>
        <extracomment>table of a chart&apos;s values; %1 is the metric</extracomment>
        <translation>數值：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>signalbox::ChartTableModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>金絲雀</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>穩定版</translation>
    </message>
</context>
<context>
    <name>signalbox::ChecklistDelegate</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（選填）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>read aloud: item of a checklist and its state</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ChecklistModel</name>
    <message>
        <source>Item</source>
        <extracomment>column of the checklist: what has to be done for an item</extracomment>
        <translation>項目</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐證</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>動作</translation>
    </message>
</context>
<context>
    <name>signalbox::ChecklistTab</name>
    <message>
        <source>%1: %2 (%3 / %4)</source>
        <extracomment>a checklist: its phase, its title, items satisfied, items in all</extracomment>
        <translation>%1：%2（%3 / %4）</translation>
    </message>
    <message>
        <source>No release plan governs this release, so there is nothing to check off. Plans name the releases they are for.</source>
        <translation>沒有發布計畫適用於此發布，因此沒有檢查項目。計畫會指明適用的發布。</translation>
    </message>
    <message>
        <source>The plan has no checklist.</source>
        <translation>計畫沒有檢查清單。</translation>
    </message>
    <message>
        <source>Choose an item.</source>
        <translation>請選擇項目。</translation>
    </message>
    <message>
        <source>The machine alone decides this item.</source>
        <translation>此項目只由機器判定。</translation>
    </message>
    <message>
        <source>A person decides this item; there is nothing to measure.</source>
        <translation>此項目由人判定，無須量測。</translation>
    </message>
    <message>
        <source>Checklist to show</source>
        <translation>要顯示的檢查清單</translation>
    </message>
    <message>
        <source>Re-check all</source>
        <translation>全部重新檢查</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>匯出報告…</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>豁免…</translation>
    </message>
    <message>
        <source>Not applicable…</source>
        <translation>不適用…</translation>
    </message>
    <message>
        <source>Grant…</source>
        <extracomment>grants a waiver somebody else asked for</extracomment>
        <translation>核准…</translation>
    </message>
    <message>
        <source>Item chosen</source>
        <translation>所選項目</translation>
    </message>
</context>
<context>
    <name>signalbox::ChecklistTable</name>
    <message>
        <source>Checklist</source>
        <translation>檢查清單</translation>
    </message>
    <message>
        <source>Up and down to walk the items, Enter for the action of an item, R to check it again.</source>
        <translation>上下鍵移動，Enter 執行該項動作，R 重新檢查。</translation>
    </message>
</context>
<context>
    <name>signalbox::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>指令面板</translation>
    </message>
    <message>
        <source>Go to a release, a cluster, a page or an action</source>
        <translation>前往發布、叢集、頁面或操作</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>signalbox::CommandSet</name>
    <message>
        <source>Command palette</source>
        <translation>指令面板</translation>
    </message>
    <message>
        <source>Filter the fleet</source>
        <translation>篩選發布清單</translation>
    </message>
    <message>
        <source>Show Canary</source>
        <translation>顯示金絲雀</translation>
    </message>
    <message>
        <source>Show Blue / green</source>
        <translation>顯示藍綠</translation>
    </message>
    <message>
        <source>Show Timeline</source>
        <translation>顯示時間軸</translation>
    </message>
    <message>
        <source>Show Pods</source>
        <translation>顯示 Pod</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>推進…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>退版…</translation>
    </message>
    <message>
        <source>Try lost connections again now</source>
        <translation>立即重試中斷的連線</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Show Go / no-go</source>
        <translation>顯示上線檢查</translation>
    </message>
    <message>
        <source>Show Plan</source>
        <translation>顯示計畫</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionForm</name>
    <message>
        <source>Server %1
From %2</source>
        <translation>伺服器 %1
來源 %2</translation>
    </message>
    <message>
        <source>This session uses %1, given at its start; what is saved here holds without it.</source>
        <extracomment>%1 is an address that holds until the program ends</extracomment>
        <translation>本次工作階段使用啟動時指定的 %1；未指定時才採用這裡儲存的設定。</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>中斷連線</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>No kubeconfig context was found. Set KUBECONFIG or start with --kubeconfig FILE.</source>
        <translation>找不到 kubeconfig context。請設定 KUBECONFIG，或以 --kubeconfig FILE 啟動。</translation>
    </message>
    <message>
        <source>Cluster</source>
        <extracomment>heading over alerts, namespaces and what may be done</extracomment>
        <translation>叢集</translation>
    </message>
    <message>
        <source>Alertmanager URL</source>
        <translation>Alertmanager URL</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>命名空間</translation>
    </message>
    <message>
        <source>All; or names separated by commas</source>
        <translation>全部；或以逗號分隔名稱</translation>
    </message>
    <message>
        <source>Read-only: never send a change from this desk</source>
        <translation>唯讀：不從這個主控台送出任何變更</translation>
    </message>
    <message>
        <source>Production: coloured frame</source>
        <translation>正式環境：彩色外框</translation>
    </message>
    <message>
        <source>Prometheus URL</source>
        <translation>Prometheus URL</translation>
    </message>
    <message>
        <source>Prometheus service in the cluster</source>
        <translation>叢集內的 Prometheus 服務</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>登入方式</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不需登入</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>使用者名稱與密碼</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer 權杖</translation>
    </message>
    <message>
        <source>Bearer token from a file</source>
        <translation>檔案中的 Bearer 權杖</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>用戶端憑證</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>使用者名稱</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>密碼或權杖</translation>
    </message>
    <message>
        <source>Kept in the system keychain</source>
        <translation>存放在系統鑰匙圈</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>權杖檔案</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>憑證檔案</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>金鑰檔案</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 檔案</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>額外標頭</translation>
    </message>
    <message>
        <source>Metric profile</source>
        <translation>指標設定檔</translation>
    </message>
    <message>
        <source>A password or token in an address or a header would be written into a file, so it was taken out. Choose how to sign in above and type it there.</source>
        <translation>網址或標頭裡的密碼或權杖會被寫進檔案，因此已移除。請在上方選擇登入方式，並在那裡輸入。</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionsController</name>
    <message>
        <source>Allow a credential program?</source>
        <translation>允許認證程式？</translation>
    </message>
    <message>
        <source>The kubeconfig entry of %1 wants to run this program to sign in. It runs with your rights on this machine.</source>
        <translation>%1 的 kubeconfig 項目要執行這個程式來登入。它會以您在這台電腦上的權限執行。</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>允許 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionsPage</name>
    <message>
        <source>Filter contexts</source>
        <translation>篩選 context</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <extracomment>state of a kubeconfig context nobody has connected</extracomment>
        <translation>無法使用</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連線</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a context and its state, for assistive tools and the tool tip</extracomment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>signalbox::DecisionCards</name>
    <message>
        <source>The plan that governs this release has errors, so nothing moves forward: %1</source>
        <extracomment>%1 is the place of a plan</extracomment>
        <translation>適用此發布的計畫有錯誤，因此不得推進：%1</translation>
    </message>
    <message>
        <source>The approval could not be written to the cluster: %1</source>
        <extracomment>%1 is what the cluster said</extracomment>
        <translation>無法將核准寫入叢集：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::DecisionController</name>
    <message>
        <source>Export the checklist run</source>
        <translation>匯出檢查清單紀錄</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <extracomment>%1 file, %2 what the system says</extracomment>
        <translation>無法寫入 %1：%2</translation>
    </message>
</context>
<context>
    <name>signalbox::DecisionDialog</name>
    <message>
        <source>A reason is required.</source>
        <translation>必須填寫理由。</translation>
    </message>
    <message>
        <source>A comment or a link is required.</source>
        <translation>必須填寫說明或連結。</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <extracomment>%1 is the name of a field that has to be filled in</extracomment>
        <translation>%1（必填）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>signalbox::DecisionsPanel</name>
    <message>
        <source>Select a release.</source>
        <translation>請選取一項發布。</translation>
    </message>
    <message>
        <source>Nothing holds it back.</source>
        <translation>沒有阻擋原因。</translation>
    </message>
    <message>
        <source>No release is in progress.</source>
        <translation>沒有進行中的發布。</translation>
    </message>
    <message>
        <source>Roll back is not ready: %1</source>
        <translation>退版尚未就緒：%1</translation>
    </message>
    <message>
        <source>Checking the way back with the server…</source>
        <translation>正在向伺服器確認退版路徑…</translation>
    </message>
    <message numerus="yes">
        <source>Ready: %n call(s) checked by dry run %1. About %2, budget %3. Target has %4 of %5 pods ready.</source>
        <translation>
            <numerusform>就緒：%n 個呼叫已試跑檢查（%1）。約需 %2，時限 %3。目標版本 %4 / %5 個 Pod 就緒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation>退版至 %1</translation>
    </message>
    <message>
        <source>What holds the next step back</source>
        <translation>下一步的阻擋原因</translation>
    </message>
    <message>
        <source>Other actions</source>
        <translation>其他操作</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Rollback target</source>
        <translation>退版目標版本</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>退版</translation>
    </message>
    <message>
        <source>Stop here and take over by hand</source>
        <translation>在此停止，改由人工接手</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <extracomment>blue/green: moves all traffic; %1 is a version</extracomment>
        <translation>切換至 %1</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <extracomment>%1 is a percentage of traffic</extracomment>
        <translation>推進至 %1</translation>
    </message>
    <message>
        <source>An operation is under way; nothing else starts before it ends.</source>
        <translation>有操作正在執行；結束前不會開始其他操作。</translation>
    </message>
    <message numerus="yes">
        <source>Ready: %n call(s) checked by dry run %1. About %2, budget %3. The target is scaled down; its pods start first.</source>
        <translation>
            <numerusform>就緒：%n 個呼叫已試跑檢查（%1）。約需 %2，時限 %3。目標版本已縮減，須先啟動 Pod。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::FleetModel</name>
    <message>
        <source>Needs a decision</source>
        <translation>待決定</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>穩定</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>無法連線</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>發布</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原版本</translation>
    </message>
    <message>
        <source>To</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>叢集</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空間</translation>
    </message>
</context>
<context>
    <name>signalbox::FleetPanel</name>
    <message>
        <source>Not a valid expression: %1</source>
        <translation>不是有效的運算式：%1</translation>
    </message>
    <message>
        <source>Filter   Ctrl+F</source>
        <translation>篩選   Ctrl+F</translation>
    </message>
    <message>
        <source>Filter releases</source>
        <translation>篩選發布</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>發布清單</translation>
    </message>
</context>
<context>
    <name>signalbox::GateCard</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>seats of a gate that are filled, of those it takes</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a duration; then an open gate times out, or an approval is no longer good</extracomment>
        <translation>剩餘 %1</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <extracomment>title of a card; %1 is the name of the gate</extracomment>
        <translation>關卡：%1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>as deputy of %1</source>
        <extracomment>%1 is a person</extracomment>
        <translation>代理 %1</translation>
    </message>
    <message>
        <source>signed after an emergency start</source>
        <translation>緊急啟動後補簽</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>緊急：%1</translation>
    </message>
    <message>
        <source>Only the person who opened the gate can withdraw it.</source>
        <translation>只有開啟關卡的人可以撤回。</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>核准…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>駁回…</translation>
    </message>
    <message>
        <source>Revoke my vote…</source>
        <translation>撤銷我的簽核…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Open gate…</source>
        <translation>開啟關卡…</translation>
    </message>
</context>
<context>
    <name>signalbox::GeneralPage</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>時間顯示</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>當地時間</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>A release waits for a decision</source>
        <translation>有發布等待決定</translation>
    </message>
    <message>
        <source>A release broke, was aborted, or its analysis is inconclusive</source>
        <translation>發布故障、遭中止，或分析無法判定</translation>
    </message>
    <message>
        <source>A rollback is done, or an operation failed</source>
        <translation>退版已完成，或操作失敗</translation>
    </message>
    <message>
        <source>Contact with a cluster is lost</source>
        <translation>與叢集失去聯繫</translation>
    </message>
    <message>
        <source>At most six a minute. A click shows the release.</source>
        <translation>每分鐘最多六則。點按即可查看該發布。</translation>
    </message>
    <message>
        <source>Charts and verification</source>
        <translation>圖表與驗證</translation>
    </message>
    <message>
        <source>Last %1</source>
        <extracomment>how far back the charts reach; %1 is a duration</extracomment>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Charts show</source>
        <translation>圖表範圍</translation>
    </message>
    <message>
        <source>Metric profile</source>
        <translation>指標設定檔</translation>
    </message>
    <message>
        <source>The profile names the queries that are charted and verified with. A cluster can name another one under Connections.</source>
        <translation>指標設定檔決定圖表與驗證所用的查詢。各叢集可在「連線」頁另行指定。</translation>
    </message>
</context>
<context>
    <name>signalbox::InterlockList</name>
    <message>
        <source>%1 %2</source>
        <extracomment>a rule of the interlocking: its id, its sentence</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>暫時豁免…</translation>
    </message>
    <message>
        <source>%1 was set aside by %2 until %3: %4</source>
        <extracomment>%1 rule, %2 people, %3 time, %4 reason</extracomment>
        <translation>%1 曾由 %2 豁免至 %3：%4</translation>
    </message>
    <message>
        <source>%1 is set aside by %2 until %3: %4</source>
        <extracomment>%1 rule, %2 people, %3 time, %4 reason</extracomment>
        <translation>%1 由 %2 豁免至 %3：%4</translation>
    </message>
    <message>
        <source>%2 asks to set %1 aside until %3: %4</source>
        <extracomment>%1 rule, %2 person, %3 time, %4 reason</extracomment>
        <translation>%2 申請豁免 %1 至 %3：%4</translation>
    </message>
    <message>
        <source>Grant…</source>
        <translation>核准…</translation>
    </message>
</context>
<context>
    <name>signalbox::InterruptedPanel</name>
    <message numerus="yes">
        <source>%n more interrupted operation(s)</source>
        <translation>
            <numerusform>另有 %n 個中斷的作業</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::InterruptedRow</name>
    <message>
        <source>Begun by %1, last sign of life %2.</source>
        <translation>由 %1 開始，最後活動：%2。</translation>
    </message>
    <message>
        <source>Nothing more is sent. The reason is recorded.</source>
        <translation>不再送出任何呼叫；原因會寫入紀錄。</translation>
    </message>
    <message>
        <source>What was wanted is compared with what there is; only what is missing is sent.</source>
        <translation>先比對目標狀態與實際狀態，只送出尚缺的部分。</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>button: goes on with an interrupted operation</extracomment>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Give up…</source>
        <extracomment>button: ends an interrupted operation without going on; asks for a reason</extracomment>
        <translation>放棄…</translation>
    </message>
    <message>
        <source>Continue — hold, or press Enter</source>
        <extracomment>It must be held, or confirmed with Enter.</extracomment>
        <translation>繼續 — 按住，或按 Enter</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Reason for giving up</source>
        <translation>放棄的原因</translation>
    </message>
    <message>
        <source>Give up</source>
        <extracomment>button: ends an interrupted operation</extracomment>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>signalbox::KeyValueRow</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a name and its value, read aloud</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>signalbox::MainWindow</name>
    <message>
        <source>No cluster is open. Open one under Settings, Connections.</source>
        <translation>尚未開啟叢集。請在「設定」的「連線」中開啟。</translation>
    </message>
    <message>
        <source>No release matches, or none was found yet.</source>
        <translation>沒有符合的發布，或尚未找到任何發布。</translation>
    </message>
</context>
<context>
    <name>signalbox::MetricChart</name>
    <message>
        <source>Show as table</source>
        <translation>以表格顯示</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <extracomment>name of a chart for assistive tools; %1 is the metric</extracomment>
        <translation>圖表：%1</translation>
    </message>
    <message>
        <source>Canary %1, stable %2, %3. The limit is %4. Press Enter for a table of the values.</source>
        <extracomment>a chart in words, for assistive tools: two values, the verdict, the limit</extracomment>
        <translation>金絲雀 %1，穩定版 %2，%3。門檻值為 %4。按 Enter 以表格顯示數值。</translation>
    </message>
    <message>
        <source>Canary %1, stable %2, %3. There is no limit. Press Enter for a table of the values.</source>
        <extracomment>a chart in words, for assistive tools: two values, the verdict</extracomment>
        <translation>金絲雀 %1，穩定版 %2，%3。沒有門檻值。按 Enter 以表格顯示數值。</translation>
    </message>
</context>
<context>
    <name>signalbox::MetricPlot</name>
    <message>
        <source>No data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>Too few samples</source>
        <translation>樣本數不足</translation>
    </message>
    <message>
        <source>%1 · %2 / %3</source>
        <extracomment>under the pointer: time, value of the canary, value of the stable version</extracomment>
        <translation>%1 ⋅ %2 / %3</translation>
    </message>
</context>
<context>
    <name>signalbox::MetricsNotice</name>
    <message>
        <source>No charts</source>
        <translation>沒有圖表</translation>
    </message>
    <message>
        <source>Open the connection settings</source>
        <translation>開啟連線設定</translation>
    </message>
</context>
<context>
    <name>signalbox::Notifier</name>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>A release waits for a decision</source>
        <translation>有發布等待決定</translation>
    </message>
    <message>
        <source>An analysis is inconclusive</source>
        <translation>有分析無法判定</translation>
    </message>
    <message>
        <source>A release was aborted; the stable version serves</source>
        <translation>有發布已中止，由穩定版服務</translation>
    </message>
    <message>
        <source>A release is broken</source>
        <translation>有發布故障</translation>
    </message>
    <message>
        <source>The rollback is done and verified</source>
        <translation>退版已完成並驗證</translation>
    </message>
    <message>
        <source>An operation failed: take over by hand</source>
        <translation>作業失敗：請人工接手</translation>
    </message>
    <message>
        <source>Contact with a cluster is lost</source>
        <translation>與叢集失去聯繫</translation>
    </message>
</context>
<context>
    <name>signalbox::OperationPanel</name>
    <message>
        <source>Prepared</source>
        <translation>已備妥</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>步驟 %1 / %2</translation>
    </message>
    <message>
        <source>Done and verified</source>
        <translation>已完成並驗證</translation>
    </message>
    <message>
        <source>Failed: take over by hand</source>
        <translation>失敗：請人工接手</translation>
    </message>
    <message>
        <source>Stopped: you have taken over by hand</source>
        <translation>已停止：已由您人工接手</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>時限 %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>button of a finished operation: shows what its steps did</extracomment>
        <translation>步驟</translation>
    </message>
    <message>
        <source>Show the steps of the finished operation</source>
        <translation>顯示已結束作業的步驟</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>button of a finished operation: puts its report away</extracomment>
        <translation>收起</translation>
    </message>
    <message>
        <source>Put the report of the finished operation away</source>
        <translation>收起已結束作業的報告</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>label of a line edit: why the release was rolled back</extracomment>
        <translation>原因</translation>
    </message>
    <message>
        <source>may follow; it is recorded</source>
        <translation>可稍後補上，會寫入紀錄</translation>
    </message>
    <message>
        <source>Reason of the operation; it is recorded</source>
        <translation>作業的原因，會寫入紀錄</translation>
    </message>
</context>
<context>
    <name>signalbox::PlanTab</name>
    <message>
        <source>the team&apos;s namespace on %1</source>
        <extracomment>%1 is a cluster</extracomment>
        <translation>%1 上的團隊命名空間</translation>
    </message>
    <message>
        <source>your own folder</source>
        <translation>您自己的資料夾</translation>
    </message>
    <message>
        <source>namespace %1 on %2</source>
        <extracomment>%1 is a namespace, %2 a cluster</extracomment>
        <translation>%2 上的命名空間 %1</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>內建</translation>
    </message>
    <message>
        <source>Release plan</source>
        <translation>發布計畫</translation>
    </message>
    <message>
        <source>No release plan governs this release.</source>
        <translation>沒有發布計畫適用於此發布。</translation>
    </message>
    <message>
        <source>Release plans are being read…</source>
        <translation>正在讀取發布計畫…</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>無法使用</translation>
    </message>
    <message>
        <source>version %1</source>
        <extracomment>version of a plan, as its author counts</extracomment>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>%1:%2 %3</source>
        <extracomment>place of a problem in a file: line and column, then what is wrong</extracomment>
        <translation>%1:%2 %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計畫</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>細節</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>需求編號</translation>
    </message>
    <message>
        <source>Plan as it was understood</source>
        <translation>解析後的計畫</translation>
    </message>
    <message>
        <source>Plan as it was written</source>
        <translation>計畫原文</translation>
    </message>
    <message>
        <source>Hash of the plan</source>
        <translation>計畫的雜湊值</translation>
    </message>
</context>
<context>
    <name>signalbox::PodsModel</name>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空間</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重啟次數</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>節點</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在時間</translation>
    </message>
</context>
<context>
    <name>signalbox::PodsTab</name>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Filter, for example status=CrashLoopBackOff or !ready=true</source>
        <translation>篩選，例如 status=CrashLoopBackOff 或 !ready=true</translation>
    </message>
    <message>
        <source>Filter pods</source>
        <translation>篩選 Pod</translation>
    </message>
    <message>
        <source>Only this release</source>
        <translation>僅限這個發布</translation>
    </message>
    <message>
        <source>Not a valid pattern: %1</source>
        <extracomment>%1 is a search pattern typed by the person</extracomment>
        <translation>不是有效的搜尋樣式：%1</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <extracomment>pods shown, of all pods known, and how fresh they are</extracomment>
        <translation>%1 / %2 ⋅ %3</translation>
    </message>
</context>
<context>
    <name>signalbox::PollCard</name>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a duration; then the time to answer, or an armed GO, is over</extracomment>
        <translation>剩餘 %1</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <extracomment>a station of a poll nobody waits for</extracomment>
        <translation>%1（選填）</translation>
    </message>
    <message>
        <source>on turn</source>
        <translation>輪到此站</translation>
    </message>
    <message numerus="yes">
        <source>%n mandatory item(s) are not satisfied.</source>
        <translation>
            <numerusform>尚有 %n 個必要項目未滿足。</numerusform>
        </translation>
    </message>
    <message>
        <source>GO…</source>
        <extracomment>buttons of a go/no-go poll; each opens a dialog first</extracomment>
        <translation>GO…</translation>
    </message>
    <message>
        <source>NO-GO…</source>
        <translation>NO-GO…</translation>
    </message>
    <message>
        <source>HOLD…</source>
        <translation>HOLD…</translation>
    </message>
    <message>
        <source>Open the poll…</source>
        <translation>開始表態…</translation>
    </message>
    <message>
        <source>Revoke the verdict…</source>
        <translation>撤銷結論…</translation>
    </message>
    <message>
        <source>Poll: %1</source>
        <extracomment>title of a card; %1 is the name of the poll</extracomment>
        <translation>表態：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::ReleaseHeader</name>
    <message>
        <source>No release selected</source>
        <translation>尚未選取發布</translation>
    </message>
    <message>
        <source>Choose one from the list on the left.</source>
        <translation>請從左側清單選取一項。</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>the release on screen, for assistive tools: name, versions, state</extracomment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>strategy and share of traffic</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>started %1</source>
        <extracomment>when a release started, and who did it</extracomment>
        <translation>%1 開始</translation>
    </message>
    <message>
        <source>started %1 by %2</source>
        <translation>%2 於 %1 開始</translation>
    </message>
    <message>
        <source>%1 · step %2 of %3</source>
        <extracomment>an operation under way: what it does, and how far it is</extracomment>
        <translation>%1 ⋅ 步驟 %2 / %3</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>who started an operation</extracomment>
        <translation>由 %1 執行</translation>
    </message>
    <message>
        <source>no reason given yet</source>
        <extracomment>why an operation was started, in the person&apos;s words</extracomment>
        <translation>尚未說明原因</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>原因：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::ReleasePanel</name>
    <message>
        <source>Canary</source>
        <translation>金絲雀</translation>
    </message>
    <message>
        <source>Blue / green</source>
        <translation>藍綠</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Views of the release</source>
        <translation>發布的檢視</translation>
    </message>
    <message>
        <source>Go / no-go (%1)</source>
        <extracomment>name of a tab; %1: items that keep the release from GO</extracomment>
        <translation>上線檢查 (%1)</translation>
    </message>
    <message>
        <source>Go / no-go</source>
        <translation>上線檢查</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計畫</translation>
    </message>
</context>
<context>
    <name>signalbox::RevisionsDelegate</name>
    <message>
        <source>%1 / %2</source>
        <extracomment>ready pods of wanted pods, as short as possible</extracomment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>signalbox::RevisionsModel</name>
    <message>
        <source>Revision</source>
        <translation>修訂版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>映像檔</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要值</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康狀態</translation>
    </message>
</context>
<context>
    <name>signalbox::ServicesModel</name>
    <message>
        <source>Service</source>
        <translation>服務</translation>
    </message>
    <message>
        <source>Blue ready</source>
        <translation>藍就緒</translation>
    </message>
    <message>
        <source>Green ready</source>
        <translation>綠就緒</translation>
    </message>
    <message>
        <source>Blue errors</source>
        <translation>藍錯誤率</translation>
    </message>
    <message>
        <source>Green errors</source>
        <translation>綠錯誤率</translation>
    </message>
    <message>
        <source>Blue p95</source>
        <translation>藍 p95</translation>
    </message>
    <message>
        <source>Green p95</source>
        <translation>綠 p95</translation>
    </message>
    <message>
        <source>Green restarts</source>
        <translation>綠重啟次數</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>signalbox::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation>設定頁面</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>signalbox::StatePill</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is where the release stands (&quot;Canary 25 %&quot;), %2 its state</extracomment>
        <translation>%1 ⋅ %2</translation>
    </message>
    <message>
        <source>Reported by the backend: %1</source>
        <extracomment>%1 is a word of the Kubernetes object, never translated</extracomment>
        <translation>後端回報：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::StatusStrip</name>
    <message>
        <source>alerts unknown</source>
        <translation>告警狀態未知</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%n 則告警觸發中</numerusform>
        </translation>
    </message>
    <message>
        <source>audit chain not checked</source>
        <translation>稽核鏈未檢查</translation>
    </message>
    <message numerus="yes">
        <source>audit chain ok · %n record(s)</source>
        <translation>
            <numerusform>稽核鏈正常 ⋅ %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>audit chain BROKEN at record %1</source>
        <translation>稽核鏈於第 %1 筆斷裂</translation>
    </message>
</context>
<context>
    <name>signalbox::TargetDialog</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Go back to which revision?</source>
        <translation>要復原至哪個修訂版本？</translation>
    </message>
    <message>
        <source>Set which image?</source>
        <translation>要更換成哪個映像檔？</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修訂版本</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>映像檔</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>預覽…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>signalbox::TimelineDelegate</name>
    <message>
        <source>%1 (%2 times)</source>
        <extracomment>an event and how often it happened</extracomment>
        <translation>%1（%2 次）</translation>
    </message>
    <message>
        <source>asked for</source>
        <extracomment>a person asked for an action; the outcome is another entry</extracomment>
        <translation>已提出</translation>
    </message>
    <message>
        <source>%1 · reason: %2</source>
        <extracomment>outcome of an action, and the reason a person gave</extracomment>
        <translation>%1 ⋅ 原因：%2</translation>
    </message>
</context>
<context>
    <name>signalbox::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
</context>
<context>
    <name>signalbox::TimelineTab</name>
    <message>
        <source>Timeline of the release</source>
        <translation>發布的時間軸</translation>
    </message>
    <message>
        <source>Nothing has happened yet. The cluster keeps its events for about an hour.</source>
        <translation>尚無任何紀錄。叢集的事件約保留一小時。</translation>
    </message>
</context>
<context>
    <name>signalbox::TopBar</name>
    <message>
        <source>PRODUCTION</source>
        <translation>正式環境</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 ⋅ %2</translation>
    </message>
    <message>
        <source>%1 · TLS not verified</source>
        <extracomment>Badge on a connection whose TLS certificate is not checked.</extracomment>
        <translation>%1 ⋅ TLS 未驗證</translation>
    </message>
    <message>
        <source>%1 · read-only</source>
        <translation>%1 ⋅ 唯讀</translation>
    </message>
    <message>
        <source>%1 acting as %2</source>
        <translation>%1 以 %2 身分操作</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>may only watch</source>
        <extracomment>beside the user&apos;s name: what the server lets this person do</extracomment>
        <translation>僅能檢視</translation>
    </message>
    <message>
        <source>may roll back, not promote</source>
        <translation>可退版，不可推進</translation>
    </message>
    <message>
        <source>may promote</source>
        <translation>可推進</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <extracomment>the calendar forbids to go on; %1 is the entry that does</extracomment>
        <translation>封版中：%1</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>%1 開放</translation>
    </message>
    <message>
        <source>The next opening is not known.</source>
        <translation>下次開放時間未知。</translation>
    </message>
    <message>
        <source>Closes in %1</source>
        <extracomment>the calendar will forbid to go on; %1 is a duration</extracomment>
        <translation>%1後封版</translation>
    </message>
    <message>
        <source>no role in this plan</source>
        <translation>在此計畫中沒有角色</translation>
    </message>
    <message>
        <source>Play another person of this drill</source>
        <translation>扮演此次演練的其他人</translation>
    </message>
</context>
<context>
    <name>signalbox::TrackView</name>
    <message>
        <source>Track of the release</source>
        <extracomment>picture of the release&apos;s steps, for assistive tools</extracomment>
        <translation>發布軌道</translation>
    </message>
</context>
<context>
    <name>signalbox::VerdictsCard</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a metric, %2 a sentence about it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Verdicts on the new version</source>
        <translation>對新版本的判定</translation>
    </message>
    <message>
        <source>No usable release plan with metrics governs this release, so nothing is judged. The charts below still compare the versions.</source>
        <translation>沒有可用且含指標的發布計畫管轄這次發布，因此不做判定。下方圖表仍會比較兩個版本。</translation>
    </message>
    <message>
        <source>Last look %1, %2 in this step</source>
        <extracomment>%1 is how long ago, such as &quot;12 s ago&quot;; %2 is the number of looks</extracomment>
        <translation>上次查看：%1，這個步驟共 %2 次</translation>
    </message>
</context>
<context>
    <name>signalbox::VerdictsDelegate</name>
    <message>
        <source>New version against baseline over this step, with the interval that holds the truth %1 of the time.</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>這個步驟期間新版本與基準版的差異，附 %1 信賴區間。</translation>
    </message>
</context>
<context>
    <name>signalbox::VerdictsModel</name>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基準版</translation>
    </message>
    <message>
        <source>Effect</source>
        <extracomment>how much the new version differs, with its confidence interval</extracomment>
        <translation>差異</translation>
    </message>
    <message>
        <source>Samples</source>
        <extracomment>column with the samples of the new version and of the baseline: &quot;120 / 360&quot;</extracomment>
        <translation>樣本數</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>門檻值</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
</context>
</TS>
