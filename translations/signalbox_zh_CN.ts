<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionText</name>
    <message>
        <source>Promote</source>
        <translation>推进</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>推进</translation>
    </message>
    <message>
        <source>Go to the next step, or switch traffic to the new version.</source>
        <translation>进入下一步，或将流量切到新版本。</translation>
    </message>
    <message>
        <source>Promote fully</source>
        <translation>全量发布</translation>
    </message>
    <message>
        <source>full promotion</source>
        <translation>全量发布</translation>
    </message>
    <message>
        <source>Skip the remaining steps and give the new version all traffic.</source>
        <translation>跳过剩余步骤，将全部流量交给新版本。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop where the release is. Traffic stays as it is.</source>
        <translation>发布停在当前位置，流量保持不变。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>resumption</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Continue a paused release.</source>
        <translation>继续已暂停的发布。</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Send all traffic to the stable version. The spec still names the new one.</source>
        <translation>将全部流量切回稳定版本。spec 仍指向新版本。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Run the same version again after an abort.</source>
        <translation>终止后再次发布同一版本。</translation>
    </message>
    <message>
        <source>Undo to revision</source>
        <translation>回退修订版本</translation>
    </message>
    <message>
        <source>undo to a revision</source>
        <translation>回退修订版本</translation>
    </message>
    <message>
        <source>Make a former revision the wanted one.</source>
        <translation>将某个历史修订版本设为期望版本。</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>rollback</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Send traffic to the stable version, then make it the wanted one.</source>
        <translation>将流量切回稳定版本，再将其设为期望版本。</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Replace all pods, same version.</source>
        <translation>以同一版本替换全部 Pod。</translation>
    </message>
    <message>
        <source>Set image</source>
        <translation>更换镜像</translation>
    </message>
    <message>
        <source>image change</source>
        <translation>更换镜像</translation>
    </message>
    <message>
        <source>Start a release of another container image.</source>
        <translation>以另一个容器镜像开始发布。</translation>
    </message>
    <message>
        <source>Terminate analysis</source>
        <translation>终止分析</translation>
    </message>
    <message>
        <source>analysis termination</source>
        <translation>终止分析</translation>
    </message>
    <message>
        <source>End the running analysis before it has a verdict.</source>
        <translation>在得出判定前结束正在运行的分析。</translation>
    </message>
    <message>
        <source>Promoting</source>
        <translation>推进中</translation>
    </message>
    <message>
        <source>Promoting fully</source>
        <translation>全量发布中</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>暂停中</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>Aborting</source>
        <translation>终止中</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>回退中</translation>
    </message>
    <message>
        <source>Rolling back</source>
        <translation>回滚中</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>重启中</translation>
    </message>
    <message>
        <source>Setting the image</source>
        <translation>更换镜像中</translation>
    </message>
    <message>
        <source>Ending the analysis</source>
        <translation>终止分析中</translation>
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
        <translation>它已被删除，现在是另一个同名对象</translation>
    </message>
    <message>
        <source>its spec was written just now</source>
        <translation>它的 spec 刚刚被写入</translation>
    </message>
    <message>
        <source>it belongs to another object</source>
        <translation>它属于另一个对象</translation>
    </message>
    <message>
        <source>it has another revision</source>
        <translation>它的修订版本已不同</translation>
    </message>
    <message>
        <source>its pod template is another one</source>
        <translation>它的 Pod 模板已不同</translation>
    </message>
    <message>
        <source>its strategy was edited</source>
        <translation>它的策略已被修改</translation>
    </message>
    <message>
        <source>it was paused or resumed by hand</source>
        <translation>它已被人工暂停或恢复</translation>
    </message>
    <message>
        <source>another version is on its way</source>
        <translation>正在发布的已是另一个版本</translation>
    </message>
    <message>
        <source>another version is the stable one</source>
        <translation>稳定版已是另一个版本</translation>
    </message>
    <message>
        <source>it is at another step</source>
        <translation>它已处于另一个步骤</translation>
    </message>
    <message>
        <source>it waits for something else</source>
        <translation>它等待的事项已不同</translation>
    </message>
    <message>
        <source>it does not exist any more</source>
        <translation>它已不存在</translation>
    </message>
    <message>
        <source>it was aborted</source>
        <translation>它已被终止</translation>
    </message>
    <message>
        <source>it was retried after an abort</source>
        <translation>它在终止后已重试</translation>
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
        <translation>%1 至 %2，%3 申请，%4 批准</translation>
    </message>
    <message>
        <source>waits for attestation</source>
        <translation>待人工确认</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <extracomment>confirms what the machine saw</extracomment>
        <translation>确认…</translation>
    </message>
    <message>
        <source>Attest…</source>
        <extracomment>a person gives their word on an item</extracomment>
        <translation>人工确认…</translation>
    </message>
    <message>
        <source>%1 confirmed</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>%1 says it fails</source>
        <extracomment>%1 is a person</extracomment>
        <translation>%1 判定未通过</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>%1: asked by %2 until %3, waits for a second person. %4</source>
        <extracomment>%1: waived or not applicable, %2 person, %3 time, %4 reason</extracomment>
        <translation>%1：%2 申请至 %3，等待第二人批准。%4</translation>
    </message>
    <message>
        <source>%1: asked by %2, granted by %3, ended %4. %5</source>
        <extracomment>%1: waived or not applicable, %2 and %3 people, %4 time, %5 reason</extracomment>
        <translation>%1：%2 申请，%3 批准，已于 %4 结束。%5</translation>
    </message>
    <message>
        <source>%1: asked by %2, granted by %3, holds until %4. %5</source>
        <extracomment>%1: waived or not applicable, %2 and %3 people, %4 time, %5 reason</extracomment>
        <translation>%1：%2 申请，%3 批准，有效至 %4。%5</translation>
    </message>
</context>
<context>
    <name>ChecklistReport</name>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>需求编号</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>Waiver</source>
        <translation>豁免内容</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Gate %1: %2 (%3)</source>
        <extracomment>%1 gate, %2 its state, %3 whether it is enforced</extracomment>
        <translation>卡点 %1：%2（%3）</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>as deputy of %1</source>
        <translation>代理 %1</translation>
    </message>
    <message>
        <source>Poll %1: %2</source>
        <extracomment>%1 poll, %2 its state</extracomment>
        <translation>表态 %1：%2</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Rules set aside</source>
        <translation>临时豁免的规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>生成人</translation>
    </message>
    <message>
        <source>Items satisfied</source>
        <translation>已满足项</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plan hash</source>
        <translation>计划哈希</translation>
    </message>
    <message>
        <source>Artefact hash</source>
        <translation>制品哈希</translation>
    </message>
</context>
<context>
    <name>ChecklistSummary</name>
    <message>
        <source>poll not passed</source>
        <translation>表态未通过</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>items of the checklists that keep the release from GO</extracomment>
        <translation>
            <numerusform>还有 %n 项</numerusform>
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
        <translation>打开卡点“%1”</translation>
    </message>
    <message>
        <source>You ask for this release, so you cannot fill a seat of the gate.</source>
        <translation>您是申请人，因此不能担任此卡点的席位。</translation>
    </message>
    <message>
        <source>Time to decide: %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>决定时限：%1</translation>
    </message>
    <message>
        <source>An emergency is approved by on-call and the incident commander or an admin; it needs a reason, and the plan&apos;s own seats sign later.</source>
        <translation>紧急变更由值班人员与故障指挥官（或管理员）批准；须填写理由，计划原定席位事后补签。</translation>
    </message>
    <message>
        <source>Open gate</source>
        <translation>打开卡点</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Approve the gate %1</source>
        <translation>通过卡点“%1”</translation>
    </message>
    <message>
        <source>Reject the gate %1</source>
        <translation>驳回卡点“%1”</translation>
    </message>
    <message>
        <source>Your name and the time stand with it. You may revoke it until it is used.</source>
        <translation>将记录您的姓名和时间。使用之前可以撤销。</translation>
    </message>
    <message>
        <source>One rejection closes the gate. Going on takes a new one.</source>
        <translation>任一驳回即关闭卡点；要继续须新开卡点。</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <extracomment>%1 person, %2 their reason</extracomment>
        <translation>%1 申请：%2</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Revoke your vote on the gate %1</source>
        <translation>撤销您对卡点“%1”的审批</translation>
    </message>
    <message>
        <source>The seat is empty again then.</source>
        <translation>该席位将恢复为空缺。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Withdraw the gate %1</source>
        <translation>撤回卡点“%1”</translation>
    </message>
    <message>
        <source>Every vote on it is void then.</source>
        <translation>其上所有审批都将作废。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Open the poll %1</source>
        <extracomment>%1 is the name of a go/no-go poll</extracomment>
        <translation>开始表态“%1”</translation>
    </message>
    <message>
        <source>Time to answer: %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>回答时限：%1</translation>
    </message>
    <message>
        <source>Open poll</source>
        <translation>开始表态</translation>
    </message>
    <message>
        <source>Answer %1 for %2</source>
        <extracomment>%1: GO, NO-GO or HOLD; %2: a station of the poll</extracomment>
        <translation>以“%2”回答 %1</translation>
    </message>
    <message>
        <source>Your name and the time stand with the answer.</source>
        <translation>回答将记录您的姓名和时间。</translation>
    </message>
    <message>
        <source>Ask again at (UTC)</source>
        <translation>再次询问时间（UTC）</translation>
    </message>
    <message>
        <source>Revoke the verdict of %1</source>
        <translation>撤销“%1”的结论</translation>
    </message>
    <message>
        <source>The GO cannot be used then; the poll has to be taken again.</source>
        <translation>此 GO 将无法使用，须重新表态。</translation>
    </message>
    <message>
        <source>Announce %1 for %2</source>
        <extracomment>%1: GO, NO-GO or HOLD; %2: a poll</extracomment>
        <translation>为“%2”宣布 %1</translation>
    </message>
    <message>
        <source>The GO may be used once, within %1.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>此 GO 可在 %1 内使用一次。</translation>
    </message>
    <message>
        <source>Announce %1</source>
        <extracomment>%1: GO, NO-GO or HOLD</extracomment>
        <translation>宣布 %1</translation>
    </message>
    <message>
        <source>Until (UTC)</source>
        <extracomment>end of a waiver or an exception</extracomment>
        <translation>截止时间（UTC）</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>确认：%1</translation>
    </message>
    <message>
        <source>Attest: %1</source>
        <translation>人工确认：%1</translation>
    </message>
    <message>
        <source>The machine saw: %1</source>
        <extracomment>%1 is what a probe saw</extracomment>
        <translation>机器检查结果：%1</translation>
    </message>
    <message>
        <source>Your name and the time stand with it.</source>
        <translation>将记录您的姓名和时间。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Attest</source>
        <translation>人工确认</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Link to evidence</source>
        <translation>佐证链接</translation>
    </message>
    <message>
        <source>Ask to waive: %1</source>
        <translation>申请豁免：%1</translation>
    </message>
    <message>
        <source>Ask to mark as not applicable: %1</source>
        <translation>申请标记为不适用：%1</translation>
    </message>
    <message>
        <source>It holds once a second person grants it, until the date, and stays visible for ever.</source>
        <translation>经第二人批准后生效，到所定日期为止，并永久显示。</translation>
    </message>
    <message>
        <source>Ask for a waiver</source>
        <translation>申请豁免</translation>
    </message>
    <message>
        <source>Ask for not applicable</source>
        <translation>申请不适用</translation>
    </message>
    <message>
        <source>Set %1 aside</source>
        <extracomment>%1 is the id of a rule: INV-10</extracomment>
        <translation>临时豁免 %1</translation>
    </message>
    <message>
        <source>Your word is enough for this rule. It stays visible for ever.</source>
        <translation>此规则由您一人即可豁免，并永久显示。</translation>
    </message>
    <message>
        <source>A second person has to grant it. It stays visible for ever.</source>
        <translation>须经第二人批准，并永久显示。</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>临时豁免</translation>
    </message>
    <message>
        <source>Ask to set aside</source>
        <translation>申请临时豁免</translation>
    </message>
    <message>
        <source>Grant the waiver of: %1</source>
        <extracomment>%1 is an item of a checklist</extracomment>
        <translation>批准豁免：%1</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Grant that %1 is set aside</source>
        <extracomment>%1 is the id of a rule: INV-10</extracomment>
        <translation>批准临时豁免 %1</translation>
    </message>
    <message>
        <source>%1 asks for it until %2: %3</source>
        <extracomment>%1 person, %2 time, %3 reason</extracomment>
        <translation>%1 申请至 %2：%3</translation>
    </message>
</context>
<context>
    <name>DecisionText</name>
    <message>
        <source>not open</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>已超时</translation>
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
        <translation>已失效（内容变动）</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>通过：</translation>
    </message>
    <message>
        <source>rejected by</source>
        <translation>驳回：</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>criteria locked</source>
        <translation>条件已锁定</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>表态中</translation>
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
        <translation>GO，已就位</translation>
    </message>
    <message>
        <source>GO, used</source>
        <translation>GO，已使用</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>not polled yet</source>
        <translation>尚未表态</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
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
        <translation>不适用</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>evidence is too old</source>
        <translation>佐证材料已过期</translation>
    </message>
    <message>
        <source>evidence is of another artefact</source>
        <translation>佐证材料属于其他制品</translation>
    </message>
    <message>
        <source>evidence is of another plan</source>
        <translation>佐证材料属于其他计划</translation>
    </message>
    <message>
        <source>waits for confirmation</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>attested without a link or a comment</source>
        <translation>确认时未附链接或说明</translation>
    </message>
    <message>
        <source>waiver waits for a second person</source>
        <translation>豁免待第二人批准</translation>
    </message>
    <message>
        <source>waiver has ended</source>
        <translation>豁免已到期</translation>
    </message>
    <message>
        <source>automatic</source>
        <extracomment>check mode A: the machine decides</extracomment>
        <translation>自动</translation>
    </message>
    <message>
        <source>assisted</source>
        <extracomment>check mode S: the machine gathers, a person confirms</extracomment>
        <translation>半自动</translation>
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
        <translation>部署后</translation>
    </message>
    <message>
        <source>ADVISORY</source>
        <translation>仅供提醒</translation>
    </message>
    <message>
        <source>ENFORCED BY LEDGER</source>
        <translation>账本强制</translation>
    </message>
    <message>
        <source>ENFORCED</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>NOT KNOWN</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Only this console refuses. Somebody with rights on the cluster can go on without this gate.</source>
        <translation>只有本控制台会拒绝；拥有集群权限的人仍可绕过此卡点。</translation>
    </message>
    <message>
        <source>The ledger&apos;s database refuses forged and double votes. The cluster itself would still take a promotion from elsewhere.</source>
        <translation>账本数据库会拒绝伪造和重复的审批，但集群仍会接受其他来源的推进。</translation>
    </message>
    <message>
        <source>A policy bound on the cluster refuses every promotion without this approval.</source>
        <translation>集群上已绑定的策略会拒绝任何未经此审批的推进。</translation>
    </message>
    <message>
        <source>The cluster could not be asked whether a policy enforces this gate.</source>
        <translation>无法向集群确认是否有策略强制执行此卡点。</translation>
    </message>
    <message>
        <source>What starts now would not be over before the calendar closes.</source>
        <translation>现在开始的话，无法在日历关闭前完成。</translation>
    </message>
    <message>
        <source>The plan names release windows, and this is none of them.</source>
        <translation>计划规定了发布窗口，而当前不在其中。</translation>
    </message>
    <message>
        <source>The ledger was not reached yet.</source>
        <translation>尚未连上账本。</translation>
    </message>
    <message>
        <source>The ledger cannot be reached. Nothing moves forward until it can; rolling back is allowed.</source>
        <translation>无法连上账本。恢复之前不得推进，但可以回滚。</translation>
    </message>
    <message>
        <source>when time is over: refused</source>
        <translation>超时处置：拒绝</translation>
    </message>
    <message>
        <source>when time is over: hold</source>
        <translation>超时处置：挂起</translation>
    </message>
    <message>
        <source>when time is over: roll back</source>
        <translation>超时处置：回滚</translation>
    </message>
    <message>
        <source>On-call</source>
        <translation>值班人员</translation>
    </message>
    <message>
        <source>Incident commander or admin</source>
        <translation>故障指挥官或管理员</translation>
    </message>
    <message>
        <source>This gate is not known to the ledger.</source>
        <translation>账本中没有此卡点。</translation>
    </message>
    <message>
        <source>This poll is not known to the ledger.</source>
        <translation>账本中没有此次表态。</translation>
    </message>
    <message>
        <source>This waiver is not known to the ledger.</source>
        <translation>账本中没有此豁免。</translation>
    </message>
    <message>
        <source>This exception is not known to the ledger.</source>
        <translation>账本中没有此例外授权。</translation>
    </message>
    <message>
        <source>The gate has no such seat.</source>
        <translation>此卡点没有这个席位。</translation>
    </message>
    <message>
        <source>The poll has no such station.</source>
        <translation>此次表态没有这个岗位。</translation>
    </message>
    <message>
        <source>The gate is not open.</source>
        <translation>卡点未打开。</translation>
    </message>
    <message>
        <source>The gate is not approved.</source>
        <translation>卡点未通过。</translation>
    </message>
    <message>
        <source>This gate is already open.</source>
        <translation>此卡点已打开。</translation>
    </message>
    <message>
        <source>Somebody already filled this seat.</source>
        <translation>此席位已有人审批。</translation>
    </message>
    <message>
        <source>You already fill another seat; one person, one seat.</source>
        <translation>您已担任其他席位；一人限一席。</translation>
    </message>
    <message>
        <source>You do not hold the role this takes.</source>
        <translation>您没有所需的角色。</translation>
    </message>
    <message>
        <source>You asked for it, so you cannot approve it.</source>
        <translation>您是申请人，因此不能批准。</translation>
    </message>
    <message>
        <source>You wrote the change, so you cannot approve it.</source>
        <translation>您是变更作者，因此不能批准。</translation>
    </message>
    <message>
        <source>You carry out the deployment, so you cannot approve it.</source>
        <translation>您是部署执行人，因此不能批准。</translation>
    </message>
    <message>
        <source>Automation cannot decide; a person has to.</source>
        <translation>自动化不能做决定，须由人决定。</translation>
    </message>
    <message>
        <source>A reason is required.</source>
        <translation>必须填写理由。</translation>
    </message>
    <message>
        <source>There is no vote to revoke.</source>
        <translation>没有可撤销的审批。</translation>
    </message>
    <message>
        <source>Only the person who gave it can take it back.</source>
        <translation>只有本人可以收回。</translation>
    </message>
    <message>
        <source>The plan or the artefact changed; look at it again.</source>
        <translation>计划或制品已变动，请重新查看。</translation>
    </message>
    <message>
        <source>The poll is not open.</source>
        <translation>当前未在表态。</translation>
    </message>
    <message>
        <source>Another station has to answer first.</source>
        <translation>须由其他岗位先回答。</translation>
    </message>
    <message>
        <source>You already speak for another station.</source>
        <translation>您已代表其他岗位。</translation>
    </message>
    <message>
        <source>You wrote the change, so you cannot direct the poll.</source>
        <translation>您是变更作者，因此不能主持表态。</translation>
    </message>
    <message>
        <source>Not every mandatory criterion is met.</source>
        <translation>必要条件尚未全部满足。</translation>
    </message>
    <message>
        <source>The answers do not allow this verdict.</source>
        <translation>按当前回答不能宣布此结论。</translation>
    </message>
    <message>
        <source>There is no GO that could be used.</source>
        <translation>没有可使用的 GO。</translation>
    </message>
    <message>
        <source>It asks for more time than is allowed.</source>
        <translation>所申请的时间超过上限。</translation>
    </message>
    <message>
        <source>It is already granted.</source>
        <translation>已批准。</translation>
    </message>
    <message>
        <source>This rule is absolute; nobody can set it aside.</source>
        <translation>此规则不可豁免。</translation>
    </message>
    <message>
        <source>The plan lacks a time this needs.</source>
        <translation>计划缺少所需的时间配置。</translation>
    </message>
    <message>
        <source>The clocks of this desk and the ledger differ by more than 5 s.</source>
        <translation>此工作站与账本的时钟相差超过 5 秒。</translation>
    </message>
    <message>
        <source>The command is incomplete.</source>
        <translation>命令不完整。</translation>
    </message>
    <message>
        <source>This gate opens by itself; nobody votes on it.</source>
        <translation>此卡点会自动放行，无须审批。</translation>
    </message>
    <message>
        <source>This poll is already open.</source>
        <translation>已在表态中。</translation>
    </message>
    <message>
        <source>Nothing changed that would void it.</source>
        <translation>没有任何变动使其失效。</translation>
    </message>
    <message>
        <source>The time for it is over.</source>
        <translation>已超过时限。</translation>
    </message>
    <message>
        <source>There is no such rule.</source>
        <translation>没有此规则。</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The request to %1 was cancelled.</source>
        <translation>对 %1 的请求已取消。</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>请求已取消。</translation>
    </message>
    <message>
        <source>Start it again if it is still wanted.</source>
        <translation>如仍需要，请重新发起。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 响应超时。</translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation>对端响应超时。</translation>
    </message>
    <message>
        <source>Check the network and the load of the server; the console keeps trying.</source>
        <translation>请检查网络和服务器负载；控制台会继续尝试。</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>无法连接 %1。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>Check the address, the VPN and the firewall.</source>
        <translation>请检查地址、VPN 和防火墙。</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved.</source>
        <translation>无法解析域名 %1。</translation>
    </message>
    <message>
        <source>The server’s name cannot be resolved.</source>
        <translation>无法解析服务器域名。</translation>
    </message>
    <message>
        <source>Check the spelling of the server address and the DNS or VPN.</source>
        <translation>请检查服务器地址的拼写，以及 DNS 或 VPN。</translation>
    </message>
    <message>
        <source>The proxy %1 refused the connection.</source>
        <translation>代理 %1 拒绝了连接。</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>代理拒绝了连接。</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by an authority this connection does not trust.</source>
        <translation>%1 的证书由此连接不信任的 CA 签发。</translation>
    </message>
    <message>
        <source>The server’s certificate is signed by an authority this connection does not trust.</source>
        <translation>服务器证书由此连接不信任的 CA 签发。</translation>
    </message>
    <message>
        <source>Check certificate-authority in the kubeconfig; fetch a fresh kubeconfig if the cluster was rebuilt.</source>
        <translation>请检查 kubeconfig 中的 certificate-authority；如集群已重建，请重新获取 kubeconfig。</translation>
    </message>
    <message>
        <source>The certificate of %1 is made for another host name.</source>
        <translation>%1 的证书属于另一个主机名。</translation>
    </message>
    <message>
        <source>The server’s certificate is made for another host name.</source>
        <translation>服务器证书属于另一个主机名。</translation>
    </message>
    <message>
        <source>Use a name the certificate holds, or set tls-server-name in the kubeconfig.</source>
        <translation>请使用证书中包含的名称，或在 kubeconfig 中设置 tls-server-name。</translation>
    </message>
    <message>
        <source>The certificate of %1 is expired or not yet valid.</source>
        <translation>%1 的证书已过期或尚未生效。</translation>
    </message>
    <message>
        <source>The server’s certificate is expired or not yet valid.</source>
        <translation>服务器证书已过期或尚未生效。</translation>
    </message>
    <message>
        <source>Renew the server’s certificate, and check this machine’s clock.</source>
        <translation>请更新服务器证书，并检查本机时钟。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be agreed on.</source>
        <translation>无法与 %1 协商安全连接。</translation>
    </message>
    <message>
        <source>No secure connection could be agreed on.</source>
        <translation>无法协商安全连接。</translation>
    </message>
    <message>
        <source>Check the client certificate and key, and that this port speaks TLS.</source>
        <translation>请检查客户端证书和私钥，并确认该端口使用 TLS。</translation>
    </message>
    <message>
        <source>%1 does not accept these credentials.</source>
        <translation>%1 不接受这些凭据。</translation>
    </message>
    <message>
        <source>The server does not accept these credentials.</source>
        <translation>服务器不接受这些凭据。</translation>
    </message>
    <message>
        <source>Sign in again or renew the token or certificate of this kubeconfig user.</source>
        <translation>请重新登录，或更新该 kubeconfig 用户的令牌或证书。</translation>
    </message>
    <message>
        <source>Your identity is known, but it may not do this: %1.</source>
        <translation>身份已识别，但无权执行此操作：%1。</translation>
    </message>
    <message>
        <source>Your identity is known, but it may not do this.</source>
        <translation>身份已识别，但无权执行此操作。</translation>
    </message>
    <message>
        <source>Ask a cluster administrator for the missing right.</source>
        <translation>请向集群管理员申请所缺权限。</translation>
    </message>
    <message>
        <source>It does not exist on the server: %1.</source>
        <translation>服务器上不存在该对象：%1。</translation>
    </message>
    <message>
        <source>It does not exist on the server.</source>
        <translation>服务器上不存在该对象。</translation>
    </message>
    <message>
        <source>It may have been deleted or renamed; look at the list again.</source>
        <translation>它可能已被删除或改名；请重新查看列表。</translation>
    </message>
    <message>
        <source>It was changed by someone else meanwhile: %1.</source>
        <translation>对象在此期间已被他人修改：%1。</translation>
    </message>
    <message>
        <source>The object was changed by someone else meanwhile.</source>
        <translation>对象在此期间已被他人修改。</translation>
    </message>
    <message>
        <source>Look at what changed, then try again.</source>
        <translation>请查看变更内容后重试。</translation>
    </message>
    <message>
        <source>The list of %1 became too old to continue.</source>
        <translation>%1 的列表已过期，无法继续读取。</translation>
    </message>
    <message>
        <source>The list became too old to continue.</source>
        <translation>列表已过期，无法继续读取。</translation>
    </message>
    <message>
        <source>The console reads it again by itself.</source>
        <translation>控制台会自动重新读取。</translation>
    </message>
    <message>
        <source>The server rejects the request as invalid: %1.</source>
        <translation>请求无效，被服务器拒绝：%1。</translation>
    </message>
    <message>
        <source>The server rejects the request as invalid.</source>
        <translation>请求无效，被服务器拒绝。</translation>
    </message>
    <message>
        <source>The details name the field; correct it and try again.</source>
        <translation>详情中给出了出错字段；请修正后重试。</translation>
    </message>
    <message>
        <source>The server does not support this kind of change: %1.</source>
        <translation>服务器不支持此类变更：%1。</translation>
    </message>
    <message>
        <source>The server does not support this kind of change.</source>
        <translation>服务器不支持此类变更。</translation>
    </message>
    <message>
        <source>Use a newer server, or make the change with another tool.</source>
        <translation>请使用较新的服务器，或改用其他工具完成变更。</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than the console accepts.</source>
        <translation>%1 的响应超过控制台允许的大小。</translation>
    </message>
    <message>
        <source>The answer is larger than the console accepts.</source>
        <translation>响应超过控制台允许的大小。</translation>
    </message>
    <message>
        <source>Narrow the view to fewer namespaces.</source>
        <translation>请减少查看的命名空间。</translation>
    </message>
    <message>
        <source>%1 asks to slow down.</source>
        <translation>%1 要求降低请求频率。</translation>
    </message>
    <message>
        <source>The server asks to slow down.</source>
        <translation>服务器要求降低请求频率。</translation>
    </message>
    <message>
        <source>The console waits as long as the server asks, then continues.</source>
        <translation>控制台会按服务器要求的时间等待，然后继续。</translation>
    </message>
    <message>
        <source>%1 reports an internal failure.</source>
        <translation>%1 报告内部错误。</translation>
    </message>
    <message>
        <source>The server reports an internal failure.</source>
        <translation>服务器报告内部错误。</translation>
    </message>
    <message>
        <source>Try again in a moment; if it stays, look at the server’s log.</source>
        <translation>请稍后重试；如持续出现，请查看服务器日志。</translation>
    </message>
    <message>
        <source>The answer of %1 is not what was expected.</source>
        <translation>%1 的响应不符合预期。</translation>
    </message>
    <message>
        <source>The answer is not what was expected.</source>
        <translation>响应不符合预期。</translation>
    </message>
    <message>
        <source>Check that the address is the right server and not a login page or proxy.</source>
        <translation>请确认该地址是正确的服务器，而不是登录页或代理。</translation>
    </message>
    <message>
        <source>The command was sent, but the answer was lost: %1.</source>
        <translation>命令已发送，但未收到响应：%1。</translation>
    </message>
    <message>
        <source>The command was sent, but the answer was lost.</source>
        <translation>命令已发送，但未收到响应。</translation>
    </message>
    <message>
        <source>Look at the present state before trying again; it may have taken effect.</source>
        <translation>命令可能已生效；重试前请先查看当前状态。</translation>
    </message>
    <message>
        <source>There is a mistake in the configuration: %1.</source>
        <translation>配置有误：%1。</translation>
    </message>
    <message>
        <source>There is a mistake in the configuration.</source>
        <translation>配置有误。</translation>
    </message>
    <message>
        <source>Correct the place named in the details; other entries still work.</source>
        <translation>请修正详情中指出的位置；其他条目不受影响。</translation>
    </message>
    <message>
        <source>The credential program %1 waits for your approval.</source>
        <translation>凭据程序 %1 等待你的许可。</translation>
    </message>
    <message>
        <source>A credential program waits for your approval.</source>
        <translation>有凭据程序等待你的许可。</translation>
    </message>
    <message>
        <source>Approve it in the connection’s menu if you trust it.</source>
        <translation>如信任该程序，请在连接菜单中许可。</translation>
    </message>
    <message>
        <source>The credential program %1 failed.</source>
        <translation>凭据程序 %1 执行失败。</translation>
    </message>
    <message>
        <source>The credential program failed.</source>
        <translation>凭据程序执行失败。</translation>
    </message>
    <message>
        <source>Run it in a terminal to see what it needs, for example a new sign-in.</source>
        <translation>请在终端中运行它，查看它需要什么，例如重新登录。</translation>
    </message>
    <message>
        <source>Refused, because what is on screen is too old: %1.</source>
        <translation>已拒绝，屏幕上的数据过于陈旧：%1。</translation>
    </message>
    <message>
        <source>Refused, because what is on screen is too old.</source>
        <translation>已拒绝，屏幕上的数据过于陈旧。</translation>
    </message>
    <message>
        <source>Wait until the connection is live again.</source>
        <translation>请等待连接恢复实时。</translation>
    </message>
    <message>
        <source>Refused, because the object is no longer the one on screen: %1.</source>
        <translation>已拒绝，对象与屏幕上显示的不再一致：%1。</translation>
    </message>
    <message>
        <source>Refused, because the object is no longer the one on screen.</source>
        <translation>已拒绝，对象与屏幕上显示的不再一致。</translation>
    </message>
    <message>
        <source>Look at what changed, then prepare the command again.</source>
        <translation>请查看变更内容，然后重新准备命令。</translation>
    </message>
    <message>
        <source>Refused by a rule: %1.</source>
        <translation>被规则拒绝：%1。</translation>
    </message>
    <message>
        <source>Refused by a rule.</source>
        <translation>被规则拒绝。</translation>
    </message>
    <message>
        <source>The reasons beside the button say what is missing.</source>
        <translation>按钮旁的原因说明了缺少的条件。</translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation>无法读取或写入 %1。</translation>
    </message>
    <message>
        <source>Local files cannot be read or written.</source>
        <translation>无法读取或写入本地文件。</translation>
    </message>
    <message>
        <source>Check free space and permissions.</source>
        <translation>请检查剩余空间和权限。</translation>
    </message>
    <message>
        <source>This is not supported: %1.</source>
        <translation>不支持此操作：%1。</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>不支持此操作。</translation>
    </message>
    <message>
        <source>The details name an alternative where there is one.</source>
        <translation>如有替代方式，详情中会给出。</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>域名解析</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
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
        <translation>协议</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
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
        <translation>请检查 kubeconfig 中的 proxy-url、环境变量 HTTPS_PROXY 以及代理本身。</translation>
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
        <translation>非数值</translation>
    </message>
    <message>
        <source>%1 m</source>
        <extracomment>duration in minutes</extracomment>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <extracomment>duration in minutes and seconds</extracomment>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>duration in hours</extracomment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <extracomment>duration in hours and minutes</extracomment>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>duration in days</extracomment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>a latency in milliseconds</extracomment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a duration such as &quot;2 s&quot;</extracomment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage; keep or drop the space as the language wants</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>rate: %1 events per second</extracomment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <extracomment>processor cores in use</extracomment>
        <translation>%1 核</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>day and time of day; Qt date format letters</extracomment>
        <translation>M月d日 HH:mm</translation>
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
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>latency</comment>
        <extracomment>a latency in seconds</extracomment>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>HoldRows</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>&quot;2 of 3&quot;: so many of all</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Analysis %1</source>
        <extracomment>%1 is the name of an AnalysisRun</extracomment>
        <translation>分析 %1</translation>
    </message>
    <message>
        <source>running</source>
        <extracomment>state of a condition: something is under way</extracomment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Another operation</source>
        <extracomment>condition of the next step: no other operation</extracomment>
        <translation>其他操作</translation>
    </message>
    <message>
        <source>Promotion by a person</source>
        <translation>人工推进</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Bake time</source>
        <extracomment>state of the bake time; %1 is a duration</extracomment>
        <translation>观察期</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>no verdict; a person decides</source>
        <translation>无法判定，需人工决定</translation>
    </message>
    <message>
        <source>Not paused by hand</source>
        <translation>未被人工暂停</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Not aborted</source>
        <translation>未终止</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Seen by the controller</source>
        <translation>控制器已观测</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Pods ready</source>
        <translation>就绪 Pod</translation>
    </message>
    <message>
        <source>Metrics within limits</source>
        <translation>指标达标</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
</context>
<context>
    <name>InterruptedText</name>
    <message>
        <source>%1 of %2 to %3</source>
        <extracomment>%1 is an action as a noun (rollback), %2 the release, %3 the version it was going to</extracomment>
        <translation>%2 %1（目标 %3）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is an action as a noun (promotion), %2 the release</extracomment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 was interrupted.</source>
        <extracomment>%1 is &quot;Rollback of checkout to 2.4.0&quot;</extracomment>
        <translation>%1操作已中断。</translation>
    </message>
    <message>
        <source>%1 was interrupted at step %2 of %3, “%4”.</source>
        <extracomment>%1 is &quot;Rollback of checkout to 2.4.0&quot;, %2 and %3 are numbers, %4 is the title of the step</extracomment>
        <translation>%1操作在第 %2/%3 步“%4”处中断。</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation>未连接到集群。</translation>
    </message>
    <message>
        <source>What is on screen is %1 old, too old to act on.</source>
        <translation>屏幕上是 %1前的数据，过于陈旧，不能据此操作。</translation>
    </message>
    <message>
        <source>You may not %1 %2 here. Ask for that right in the cluster’s RBAC.</source>
        <translation>你在此处无权对 %2 执行 %1。请在集群的 RBAC 中申请该权限。</translation>
    </message>
    <message>
        <source>Whether you may %1 %2 is not known; the server will decide.</source>
        <translation>是否有权对 %2 执行 %1 尚不明确，由服务器判定。</translation>
    </message>
    <message>
        <source>Another operation is running on this release: %1.</source>
        <translation>此发布上正在执行另一操作：%1。</translation>
    </message>
    <message>
        <source>The object changed meanwhile: %1.</source>
        <translation>对象在此期间已变更：%1。</translation>
    </message>
    <message>
        <source>There is no new version to promote.</source>
        <translation>没有可推进的新版本。</translation>
    </message>
    <message>
        <source>The release is already aborted.</source>
        <translation>发布已终止。</translation>
    </message>
    <message>
        <source>The release is not aborted, so there is nothing to retry.</source>
        <translation>发布未终止，无需重试。</translation>
    </message>
    <message>
        <source>The release is already paused.</source>
        <translation>发布已暂停。</translation>
    </message>
    <message>
        <source>The release is not paused.</source>
        <translation>发布未暂停。</translation>
    </message>
    <message>
        <source>This strategy has no steps.</source>
        <translation>此策略没有步骤。</translation>
    </message>
    <message>
        <source>There is no earlier version to go back to.</source>
        <translation>没有可回退的更早版本。</translation>
    </message>
    <message>
        <source>The target is the version that is already wanted.</source>
        <translation>目标版本已是期望版本。</translation>
    </message>
    <message>
        <source>The target no longer exists in the cluster: %1.</source>
        <translation>目标在集群中已不存在：%1。</translation>
    </message>
    <message>
        <source>The Deployment is paused; resume it first.</source>
        <translation>Deployment 已暂停，请先恢复。</translation>
    </message>
    <message>
        <source>The controller has not yet seen the latest change.</source>
        <translation>控制器尚未观测到最新变更。</translation>
    </message>
    <message>
        <source>No analysis is running.</source>
        <translation>没有正在运行的分析。</translation>
    </message>
    <message>
        <source>The pod template belongs to another object that cannot be changed from here: %1.</source>
        <translation>Pod 模板属于另一个对象，无法在此修改：%1。</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>此连接为只读。</translation>
    </message>
    <message>
        <source>Bake time is not over: %1 to go.</source>
        <translation>观察期未结束：剩余 %1。</translation>
    </message>
    <message>
        <source>An analysis is still running: %1.</source>
        <translation>分析仍在运行：%1。</translation>
    </message>
    <message>
        <source>An analysis failed: %1.</source>
        <translation>分析未通过：%1。</translation>
    </message>
    <message>
        <source>The analysis has no verdict; a person has to decide.</source>
        <translation>分析无法判定，需人工决定。</translation>
    </message>
    <message>
        <source>Pods ready: %1 of %2.</source>
        <translation>就绪 Pod：%1/%2。</translation>
    </message>
    <message>
        <source>%1 is %2, the limit is %3.</source>
        <translation>%1为 %2，阈值为 %3。</translation>
    </message>
    <message>
        <source>%1 cannot be judged now.</source>
        <translation>%1目前无法判定。</translation>
    </message>
    <message>
        <source>It waits for a person to promote it.</source>
        <translation>等待人工推进。</translation>
    </message>
    <message>
        <source>It was paused by hand.</source>
        <translation>已被人工暂停。</translation>
    </message>
    <message>
        <source>Share of traffic for %3: from %1 to %2.</source>
        <translation>%3 的流量比例：从 %1 到 %2。</translation>
    </message>
    <message>
        <source>Traffic stays at %1.</source>
        <translation>流量保持在 %1。</translation>
    </message>
    <message>
        <source>The wanted version changes from %1 to %2.</source>
        <translation>期望版本从 %1 变为 %2。</translation>
    </message>
    <message>
        <source>Pods go from %1 to %2.</source>
        <translation>Pod 数量从 %1 变为 %2。</translation>
    </message>
    <message>
        <source>Pods that restart: %1.</source>
        <translation>将重启的 Pod：%1 个。</translation>
    </message>
    <message>
        <source>Steps skipped: %1.</source>
        <translation>跳过的步骤：%1 个。</translation>
    </message>
    <message>
        <source>Steps that run again: %1.</source>
        <translation>重新执行的步骤：%1 个。</translation>
    </message>
    <message>
        <source>Next: step %1 of %2, %3.</source>
        <translation>下一步：第 %1/%2 步，%3。</translation>
    </message>
    <message>
        <source>The spec goes on naming %1, the rejected version.</source>
        <translation>spec 仍指向被否决的版本 %1。</translation>
    </message>
    <message>
        <source>The old pods are kept for another %1, so going back needs no new pods.</source>
        <translation>旧 Pod 还会保留 %1，回退无需新建 Pod。</translation>
    </message>
    <message>
        <source>A new revision is made.</source>
        <translation>将生成新的修订版本。</translation>
    </message>
    <message>
        <source>Only the pod template is restored; other settings stay as they are.</source>
        <translation>仅还原 Pod 模板，其他配置保持不变。</translation>
    </message>
    <message>
        <source>%1 manages this object and will undo the change unless its source changes too.</source>
        <translation>此对象由 %1 管理；若其源配置不同步修改，此变更会被还原。</translation>
    </message>
    <message>
        <source>The number of pods is set by the autoscaler %1.</source>
        <translation>Pod 数量由自动扩缩容 %1 决定。</translation>
    </message>
    <message>
        <source>Stable pods ready: %1 of %2.</source>
        <translation>稳定版就绪 Pod：%1/%2。</translation>
    </message>
    <message>
        <source>Stable pods are scaled down during the release, so going back has to start them first.</source>
        <translation>发布期间稳定版 Pod 会缩容，回退时需先启动它们。</translation>
    </message>
    <message>
        <source>A manual pause has to be lifted for this to take effect.</source>
        <translation>需解除人工暂停才能生效。</translation>
    </message>
    <message>
        <source>The server warns: %1</source>
        <translation>服务器警告：%1</translation>
    </message>
    <message>
        <source>Switch traffic to %1</source>
        <translation>将流量切到 %1</translation>
    </message>
    <message>
        <source>Make %1 the wanted version</source>
        <translation>将 %1 设为期望版本</translation>
    </message>
    <message>
        <source>Lift the pause</source>
        <translation>解除暂停</translation>
    </message>
    <message>
        <source>Verify that %1 is ready</source>
        <translation>验证 %1 已就绪</translation>
    </message>
    <message>
        <source>Verify that traffic reaches %1</source>
        <translation>验证流量到达 %1</translation>
    </message>
    <message>
        <source>Check health</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>Write the record</source>
        <translation>写入记录</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>推进</translation>
    </message>
    <message>
        <source>Promote fully</source>
        <translation>全量发布</translation>
    </message>
    <message>
        <source>Abort the release</source>
        <translation>终止发布</translation>
    </message>
    <message>
        <source>Retry the release</source>
        <translation>重试发布</translation>
    </message>
    <message>
        <source>Pause the release</source>
        <translation>暂停发布</translation>
    </message>
    <message>
        <source>Resume the release</source>
        <translation>恢复发布</translation>
    </message>
    <message>
        <source>Restart the pods</source>
        <translation>重启 Pod</translation>
    </message>
    <message>
        <source>Set the image of %1 to %2</source>
        <translation>将 %1 的镜像更换为 %2</translation>
    </message>
    <message>
        <source>Terminate analysis %1</source>
        <translation>终止分析 %1</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>回退到 %1</translation>
    </message>
    <message>
        <source>Traffic share %1, goal %2</source>
        <translation>流量比例 %1，目标 %2</translation>
    </message>
    <message>
        <source>%1 of %2 pods ready</source>
        <translation>%1/%2 个 Pod 就绪</translation>
    </message>
    <message>
        <source>Error rate %1, limit %2</source>
        <translation>错误率 %1，阈值 %2</translation>
    </message>
    <message>
        <source>Latency p95 %1, limit %2</source>
        <translation>p95 时延 %1，阈值 %2</translation>
    </message>
    <message>
        <source>The controller has seen the change</source>
        <translation>控制器已观测到变更</translation>
    </message>
    <message>
        <source>Nothing observed yet</source>
        <translation>尚无观测结果</translation>
    </message>
    <message>
        <source>%1 over budget</source>
        <translation>超出时限 %1</translation>
    </message>
    <message>
        <source>Cannot be measured: %1</source>
        <translation>无法测量：%1</translation>
    </message>
    <message>
        <source>Not possible while the backend reports the phase %1.</source>
        <translation>后端处于 %1 阶段，不能执行此操作。</translation>
    </message>
    <message>
        <source>The side that would get the traffic is not verified healthy.</source>
        <translation>将接收流量的一侧尚未验证为健康。</translation>
    </message>
    <message>
        <source>The weights would add up to %1, or leave nobody serving.</source>
        <translation>权重合计将为 %1，或没有任何一侧提供服务。</translation>
    </message>
    <message>
        <source>%1 holds the lock on this release or on something it shares.</source>
        <translation>%1 持有此发布或其共用资源的锁。</translation>
    </message>
    <message>
        <source>There could be two writable databases.</source>
        <translation>可能出现两个可写的数据库。</translation>
    </message>
    <message>
        <source>You asked for this, wrote it or will deploy it. Somebody else has to decide.</source>
        <translation>您是申请人、作者或部署者，须由其他人决定。</translation>
    </message>
    <message>
        <source>No fresh evidence: %1.</source>
        <translation>没有有效的佐证材料：%1。</translation>
    </message>
    <message>
        <source>The approval or verdict is for another plan, version or evidence.</source>
        <translation>审批或结论属于另一份计划、版本或佐证材料。</translation>
    </message>
    <message>
        <source>The approval or verdict has expired. Expired means refused.</source>
        <translation>审批或结论已过期。过期即不通过。</translation>
    </message>
    <message>
        <source>The release is frozen.</source>
        <translation>此发布已冻结。</translation>
    </message>
    <message>
        <source>A SEV1 or SEV2 incident of this service is open: %1.</source>
        <translation>此服务有未关闭的 SEV1 或 SEV2 故障：%1。</translation>
    </message>
    <message>
        <source>A rollback limit is breached: %1.</source>
        <translation>已超过回滚阈值：%1。</translation>
    </message>
    <message>
        <source>Alerts cannot be read, so an open incident cannot be ruled out.</source>
        <translation>无法读取告警，因此不能排除有未关闭的故障。</translation>
    </message>
    <message>
        <source>Closed by the calendar: %1 (%2). Next opening: %3.</source>
        <translation>日历未开放：%1（%2）。下次开放：%3。</translation>
    </message>
    <message>
        <source>Something else comes first: %1.</source>
        <translation>须先完成其他项：%1。</translation>
    </message>
    <message>
        <source>The old environment is still needed: observation, incidents, evidence or rollback target are not settled.</source>
        <translation>仍需保留旧环境：观察期、故障、佐证材料或回滚目标尚未就绪。</translation>
    </message>
    <message>
        <source>The rollback target is too small for the present load.</source>
        <translation>回滚目标的容量不足以承受当前负载。</translation>
    </message>
    <message>
        <source>The minimum bake time has not passed with fresh data.</source>
        <translation>数据有效的最短观察期尚未满。</translation>
    </message>
    <message>
        <source>There are too few samples to judge by.</source>
        <translation>样本量太少，无法判定。</translation>
    </message>
    <message>
        <source>Nothing but missing data speaks for this, so it is not done automatically.</source>
        <translation>只有数据缺失支持该操作，因此不会自动执行。</translation>
    </message>
    <message>
        <source>Traffic moved the other way just now. Wait %1.</source>
        <translation>流量刚刚反向切换。请等待 %1。</translation>
    </message>
    <message>
        <source>Scaling is cooling down. Wait %1.</source>
        <translation>扩缩容冷却中。请等待 %1。</translation>
    </message>
    <message>
        <source>The error budget left is not known.</source>
        <translation>剩余的错误预算未知。</translation>
    </message>
    <message>
        <source>The error budget is spent: only emergency releases may go on.</source>
        <translation>错误预算已用完：只有紧急发布可以继续。</translation>
    </message>
    <message>
        <source>Only %1 stable tags would be left in the registry; at least 3 are kept.</source>
        <translation>镜像仓库将只剩 %1 个稳定标签；至少须保留 3 个。</translation>
    </message>
    <message>
        <source>The migration cannot be taken back, and not every approver has acknowledged that.</source>
        <translation>此变更无法撤回，且并非所有审批人都已知悉。</translation>
    </message>
    <message>
        <source>The region to fail over to is not ready.</source>
        <translation>故障转移的目标地域未就绪。</translation>
    </message>
    <message>
        <source>A drill must not touch production DNS or production databases.</source>
        <translation>演练不得触及生产环境的 DNS 或数据库。</translation>
    </message>
    <message>
        <source>Who you are on the cluster is not known yet, so nothing is changed.</source>
        <translation>尚不知道您在集群上的身份，因此不做任何变更。</translation>
    </message>
    <message>
        <source>The difference between this desk’s clock and the ledger’s is not known yet.</source>
        <translation>此台与账本的时钟差尚未得知。</translation>
    </message>
    <message>
        <source>This desk’s clock is %1 off the ledger’s. Set the clock first.</source>
        <translation>此台时钟与账本相差 %1。请先校正时钟。</translation>
    </message>
    <message>
        <source>The ledger cannot be reached, so nothing moves forward. Rolling back stays possible.</source>
        <translation>无法连接账本，因此不能推进。仍可回滚。</translation>
    </message>
    <message>
        <source>Automation credentials cannot approve. A person has to.</source>
        <translation>自动化凭据不能审批，须由人审批。</translation>
    </message>
    <message>
        <source>The pod template has no container named %1.</source>
        <translation>Pod 模板中没有名为 %1 的容器。</translation>
    </message>
    <message>
        <source>The target is outside the rollback window (revisions: %1).</source>
        <translation>目标版本不在回滚窗口内（修订版本数：%1）。</translation>
    </message>
    <message>
        <source>The target is inside the rollback window (revisions: %1).</source>
        <translation>目标版本在回滚窗口内（修订版本数：%1）。</translation>
    </message>
    <message>
        <source>no metrics server is configured</source>
        <translation>未配置指标服务器</translation>
    </message>
    <message>
        <source>The gate is not approved: %1.</source>
        <translation>卡点未通过：%1。</translation>
    </message>
    <message>
        <source>The poll has not said GO: %1.</source>
        <translation>表态尚未得出 GO：%1。</translation>
    </message>
    <message>
        <source>Not satisfied yet: %1.</source>
        <translation>尚未满足：%1。</translation>
    </message>
    <message>
        <source>Failed: %1.</source>
        <translation>未通过：%1。</translation>
    </message>
    <message>
        <source>The release plans have not been read yet.</source>
        <translation>尚未读取发布计划。</translation>
    </message>
    <message>
        <source>The plan that governs this release has errors: %1.</source>
        <translation>适用于此发布的计划有错误：%1。</translation>
    </message>
    <message>
        <source>The decisions about this release have not been read yet.</source>
        <translation>尚未读取此发布的决定。</translation>
    </message>
</context>
<context>
    <name>PlanOutline</name>
    <message>
        <source>open for %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>counts for %1</source>
        <extracomment>longest age of evidence; %1 is a duration</extracomment>
        <translation>有效期 %1</translation>
    </message>
    <message>
        <source>bake at least %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>至少观察 %1</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>offered to a person</source>
        <translation>交由人决定</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>沟通</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留期限</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>卡点</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>检查清单</translation>
    </message>
    <message>
        <source>Polls</source>
        <translation>表态</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>探针</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>promotion limit %1</source>
        <extracomment>limit of a metric</extracomment>
        <translation>推进阈值 %1</translation>
    </message>
    <message>
        <source>rollback limit %1</source>
        <extracomment>limit of a metric</extracomment>
        <translation>回滚阈值 %1</translation>
    </message>
</context>
<context>
    <name>PlanProblemText</name>
    <message>
        <source>The file has %1 bytes; a plan may have %2.</source>
        <translation>文件有 %1 字节，计划最多 %2 字节。</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text.</source>
        <translation>文件不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>This is not YAML: %1.</source>
        <translation>不符合 YAML 语法：%1。</translation>
    </message>
    <message>
        <source>A file holds one plan; a second document begins here.</source>
        <translation>一个文件只放一份计划；这里开始了第二份文档。</translation>
    </message>
    <message>
        <source>Anchors and aliases are not allowed; write the value out.</source>
        <translation>不允许使用锚点和别名，请直接写出内容。</translation>
    </message>
    <message>
        <source>The tag %1 is not allowed.</source>
        <translation>不允许使用标签 %1。</translation>
    </message>
    <message>
        <source>The text holds a control character: %1.</source>
        <translation>文本含有控制字符：%1。</translation>
    </message>
    <message>
        <source>This is nested more than %1 levels deep.</source>
        <translation>嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>The file holds more than %1 values.</source>
        <translation>文件内的值超过 %1 个。</translation>
    </message>
    <message>
        <source>There are more than %1 problems; the rest is not listed.</source>
        <translation>问题超过 %1 个，其余不列出。</translation>
    </message>
    <message>
        <source>Format version %1 is not known here.</source>
        <translation>无法识别格式版本 %1。</translation>
    </message>
    <message>
        <source>The key %1 is there twice.</source>
        <translation>键 %1 重复出现。</translation>
    </message>
    <message>
        <source>There is no key %1 here.</source>
        <translation>此处没有 %1 这个键。</translation>
    </message>
    <message>
        <source>The key %1 is missing.</source>
        <translation>缺少键 %1。</translation>
    </message>
    <message>
        <source>One of these keys is missing: %1.</source>
        <translation>缺少下列键之一：%1。</translation>
    </message>
    <message>
        <source>Only one of these keys may be there: %1.</source>
        <translation>下列键只能择一：%1。</translation>
    </message>
    <message>
        <source>A value of another type belongs here; found: %1.</source>
        <translation>此处应为其他类型，实际为：%1。</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>%1 没有值。</translation>
    </message>
    <message>
        <source>The text is missing in: %1.</source>
        <translation>缺少以下语言的文本：%1。</translation>
    </message>
    <message>
        <source>“%1” cannot be an id.</source>
        <translation>“%1”不能作为标识符。</translation>
    </message>
    <message>
        <source>The id %1 is taken already, in line %2.</source>
        <translation>标识符 %1 已在第 %2 行使用。</translation>
    </message>
    <message>
        <source>The id %1 has a meaning of its own.</source>
        <translation>标识符 %1 另有用途。</translation>
    </message>
    <message>
        <source>There is no “%1” among: %2.</source>
        <translation>在 %2 中找不到“%1”。</translation>
    </message>
    <message>
        <source>%1 is named twice.</source>
        <translation>%1 被列了两次。</translation>
    </message>
    <message>
        <source>These steps wait for each other: %1.</source>
        <translation>这些步骤互相等待：%1。</translation>
    </message>
    <message>
        <source>“%1” is not the id of a requirement.</source>
        <translation>“%1”不是需求编号。</translation>
    </message>
    <message>
        <source>“%1” is not a duration.</source>
        <translation>“%1”不是时长。</translation>
    </message>
    <message>
        <source>%1 must be longer than nothing.</source>
        <translation>%1 必须大于零。</translation>
    </message>
    <message>
        <source>“%1” is not a number with a unit.</source>
        <translation>“%1”不是带单位的数值。</translation>
    </message>
    <message>
        <source>“%1” has no unit; it is measured as: %2.</source>
        <translation>阈值“%1”没有单位，其度量为：%2。</translation>
    </message>
    <message>
        <source>The unit of “%1” does not fit; it is measured as: %2.</source>
        <translation>阈值“%1”的单位不符，其度量为：%2。</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>%1 超出范围。</translation>
    </message>
    <message>
        <source>“%1” is none of the words allowed here.</source>
        <translation>“%1”不是此处可用的词。</translation>
    </message>
    <message>
        <source>There is no probe of kind “%1”.</source>
        <translation>没有“%1”这种探针。</translation>
    </message>
    <message>
        <source>A probe of kind %2 has no parameter %1.</source>
        <translation>%2 探针没有参数 %1。</translation>
    </message>
    <message>
        <source>A probe of kind %2 needs the parameter %1.</source>
        <translation>%2 探针需要参数 %1。</translation>
    </message>
    <message>
        <source>“%1” does not fit the parameter %2.</source>
        <translation>“%1”不符合参数 %2 的格式。</translation>
    </message>
    <message>
        <source>The placeholder %1 is not known.</source>
        <translation>无法识别占位符 %1。</translation>
    </message>
    <message>
        <source>%2 after %1: the limits do not get worse step by step.</source>
        <translation>%1 之后是 %2：各级阈值并未逐级放宽。</translation>
    </message>
    <message>
        <source>The weight %1 is not more than the %2 before it.</source>
        <translation>流量权重 %1 未大于前一步的 %2。</translation>
    </message>
    <message>
        <source>The list %1 is empty.</source>
        <translation>列表 %1 是空的。</translation>
    </message>
    <message>
        <source>The mode is %1, but nothing is looked at.</source>
        <translation>模式为 %1，却没有任何检查来源。</translation>
    </message>
    <message>
        <source>%1 does not belong to: %2.</source>
        <translation>%1 不适用于：%2。</translation>
    </message>
    <message>
        <source>%1 is needed for: %2.</source>
        <translation>%2 需要：%1。</translation>
    </message>
    <message>
        <source>%1 have to approve, but there are only %2 seats.</source>
        <translation>须有 %1 人通过，但只有 %2 个席位。</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known.</source>
        <translation>无法识别时区“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a time.</source>
        <translation>“%1”不是有效的时间。</translation>
    </message>
    <message>
        <source>The end %2 is before the start %1.</source>
        <translation>终点 %2 早于起点 %1。</translation>
    </message>
    <message>
        <source>“%1” cannot be part of a recurrence rule.</source>
        <translation>“%1”不能用于重复规则。</translation>
    </message>
    <message>
        <source>The metrics server refuses the query: %1</source>
        <translation>指标服务器不接受此查询：%1</translation>
    </message>
    <message>
        <source>The plan %1 is there twice; the one that counts: %2.</source>
        <translation>计划 %1 重复；采用的是：%2。</translation>
    </message>
    <message>
        <source>%1 Expected: %2</source>
        <comment>a sentence; examples or words</comment>
        <translation>%1应为：%2</translation>
    </message>
</context>
<context>
    <name>ProbeText</name>
    <message>
        <source>No result within %1 s.</source>
        <translation>%1 秒内没有结果。</translation>
    </message>
    <message>
        <source>The plan gives this probe no valid value for “%1”.</source>
        <translation>计划没有为此探针提供有效的“%1”。</translation>
    </message>
    <message>
        <source>This version does not know this kind of probe.</source>
        <translation>此版本不支持这种探针。</translation>
    </message>
    <message>
        <source>There is nothing to ask: %1.</source>
        <translation>没有可供查询的来源：%1。</translation>
    </message>
    <message>
        <source>The server refused to say: %1</source>
        <translation>服务器拒绝提供数据：%1</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 未及时响应。</translation>
    </message>
    <message>
        <source>The question was not answered: %1</source>
        <translation>查询未得到答复：%1</translation>
    </message>
    <message>
        <source>The answer to %1 cannot be read.</source>
        <translation>无法读取 %1 的响应。</translation>
    </message>
    <message>
        <source>There are more than %1 objects; not all were looked at.</source>
        <translation>对象超过 %1 个，未全部检查。</translation>
    </message>
    <message>
        <source>The keychain has no entry “%1” for this probe.</source>
        <translation>密钥环中没有此探针所需的条目“%1”。</translation>
    </message>
    <message>
        <source>The credential was not sent to %1, because the connection would not be encrypted.</source>
        <translation>连接未加密，因此未将凭据发送到 %1。</translation>
    </message>
    <message>
        <source>The keychain entry “%1” is not a web address.</source>
        <translation>密钥环条目“%1”不是网址。</translation>
    </message>
    <message>
        <source>The name in %1 cannot be resolved.</source>
        <translation>无法解析 %1 中的名称。</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 拒绝连接。</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 未响应就关闭了连接。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>无法连接到 %1：%2</translation>
    </message>
    <message>
        <source>The answer of %1 is too large to be read.</source>
        <translation>%1 的响应过大，无法读取。</translation>
    </message>
    <message>
        <source>The certificate of %1 is revoked: %2</source>
        <translation>%1 的证书已被吊销：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed: %2</source>
        <translation>%1 的证书是自签名的：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not from a trusted authority: %2</source>
        <translation>%1 的证书不是由受信任的机构签发的：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another host name: %2</source>
        <translation>%1 的证书属于另一个主机名：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired: %2</source>
        <translation>%1 的证书已过期：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet: %2</source>
        <translation>%1 的证书尚未生效：%2</translation>
    </message>
    <message>
        <source>There was no TLS handshake with %1: %2</source>
        <translation>无法与 %1 完成 TLS 握手：%2</translation>
    </message>
    <message>
        <source>%1 speaks %2 only; %3 is required.</source>
        <translation>%1 只支持 %2，但要求 %3。</translation>
    </message>
    <message>
        <source>%1 still accepts %2.</source>
        <translation>%1 仍接受 %2。</translation>
    </message>
    <message>
        <source>The certificate of %1 ends in %2 days; at least %3 are required.</source>
        <translation>%1 的证书将在 %2 天后到期，要求至少 %3 天。</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid, but ends in %2 days, on %4 (%3).</source>
        <translation>%1 的证书有效，但将在 %2 天后（%4）到期（%3）。</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid for %2 more days, until %4 (%3).</source>
        <translation>%1 的证书仍有 %2 天有效，至 %4（%3）。</translation>
    </message>
    <message>
        <source>%1 answered %2.</source>
        <translation>%1 返回 %2。</translation>
    </message>
    <message>
        <source>%1 answered %2 instead of %3.</source>
        <translation>%1 返回 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>%1 answered %2 and points to %3, which was not followed.</source>
        <translation>%1 返回 %2 并指向 %3，未跟随重定向。</translation>
    </message>
    <message>
        <source>%1 answered %2, but without “%3”.</source>
        <translation>%1 返回 %2，但内容中没有“%3”。</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 没有响应：%2</translation>
    </message>
    <message>
        <source>%1 does not answer as a web server does: %2</source>
        <translation>%1 的响应不是正常的 HTTP 响应：%2</translation>
    </message>
    <message>
        <source>The object storage at %1 gives access.</source>
        <translation>可以访问对象存储 %1。</translation>
    </message>
    <message>
        <source>The object storage at %1 refuses access, or the address has expired.</source>
        <translation>对象存储 %1 拒绝访问，或地址已过期。</translation>
    </message>
    <message>
        <source>The object storage at %1 does not have the object.</source>
        <translation>对象存储 %1 中没有该对象。</translation>
    </message>
    <message>
        <source>The object storage at %1 answered %2.</source>
        <translation>对象存储 %1 返回 %2。</translation>
    </message>
    <message>
        <source>%1 of %2 nodes are ready.</source>
        <translation>%2 个节点中有 %1 个就绪。</translation>
    </message>
    <message>
        <source>Only %1 of %2 nodes are ready; not ready: %3.</source>
        <translation>%2 个节点中仅 %1 个就绪；未就绪：%3。</translation>
    </message>
    <message>
        <source>%1 nodes take pods; at least %2 are required.</source>
        <translation>可调度的节点有 %1 个，要求至少 %2 个。</translation>
    </message>
    <message>
        <source>%1 of %2 nodes are ready, but these take no pods: %3.</source>
        <translation>%2 个节点中有 %1 个就绪，但以下节点不接受 Pod：%3。</translation>
    </message>
    <message>
        <source>%1 Deployments in %2 are fully available.</source>
        <translation>%2 中有 %1 个 Deployment 完全可用。</translation>
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
        <translation>%1 中的控制器尚未处理最新变更：%2。</translation>
    </message>
    <message>
        <source>There is no Deployment in %1.</source>
        <translation>%1 中没有 Deployment。</translation>
    </message>
    <message>
        <source>%1 network policies are present in %2.</source>
        <translation>%2 中有 %1 个网络策略。</translation>
    </message>
    <message>
        <source>Network policies missing in %1: %2.</source>
        <translation>%1 中缺少网络策略：%2。</translation>
    </message>
    <message>
        <source>%1 has %2 network policies; at least %3 are required.</source>
        <translation>%1 有 %2 个网络策略，要求至少 %3 个。</translation>
    </message>
    <message>
        <source>There is no running pod in %1.</source>
        <translation>%1 中没有运行中的 Pod。</translation>
    </message>
    <message>
        <source>%1 pods in %2 keep the security rules.</source>
        <translation>%2 中的 %1 个 Pod 符合安全规则。</translation>
    </message>
    <message>
        <source>%1 violations of the security rules in %2 pods: %3.</source>
        <translation>%2 个 Pod 中有 %1 处违反安全规则：%3。</translation>
    </message>
    <message>
        <source>%1 bindings and %2 roles give no more than is allowed.</source>
        <translation>%1 个绑定和 %2 个角色未授予过多权限。</translation>
    </message>
    <message>
        <source>The binding %1 makes somebody cluster-admin.</source>
        <translation>绑定 %1 授予了 cluster-admin。</translation>
    </message>
    <message>
        <source>%1 rules give too much: %2.</source>
        <translation>%1 条规则授予过多权限：%2。</translation>
    </message>
    <message>
        <source>The query gives %1, as required (%2).</source>
        <translation>查询结果为 %1，符合要求（%2）。</translation>
    </message>
    <message>
        <source>The query gives %1; required is %2.</source>
        <translation>查询结果为 %1，要求为 %2。</translation>
    </message>
    <message>
        <source>All %1 expected series are %2.</source>
        <translation>预期的 %1 条序列全部满足 %2。</translation>
    </message>
    <message>
        <source>Not %2: %1.</source>
        <translation>不满足 %2：%1。</translation>
    </message>
    <message>
        <source>No data for: %1.</source>
        <translation>没有数据：%1。</translation>
    </message>
    <message>
        <source>The query gives “not a number”.</source>
        <translation>查询结果不是数值（NaN）。</translation>
    </message>
    <message>
        <source>The query gives an infinite value.</source>
        <translation>查询结果为无穷大。</translation>
    </message>
    <message>
        <source>The query gives no data.</source>
        <translation>查询没有数据。</translation>
    </message>
    <message>
        <source>The query gives %1 series instead of one.</source>
        <translation>查询得到 %1 条序列，而不是一条。</translation>
    </message>
    <message>
        <source>The data of the query is stale.</source>
        <translation>查询的数据陈旧。</translation>
    </message>
    <message>
        <source>Prometheus warns, so the value may be incomplete: %1</source>
        <translation>Prometheus 发出警告，数值可能不完整：%1</translation>
    </message>
    <message>
        <source>The query gives a histogram instead of a number.</source>
        <translation>查询结果是直方图而不是数值。</translation>
    </message>
    <message>
        <source>The value rests on %1 samples; at least %2 are required.</source>
        <translation>该值仅基于 %1 个样本，要求至少 %2 个。</translation>
    </message>
    <message>
        <source>No matching alert is firing.</source>
        <translation>没有匹配的告警正在触发。</translation>
    </message>
    <message>
        <source>%1 matching alerts are firing: %2.</source>
        <translation>%1 条匹配的告警正在触发：%2。</translation>
    </message>
    <message>
        <source>%1 matching alerts are firing, as they should: %2.</source>
        <translation>%1 条匹配的告警按预期触发：%2。</translation>
    </message>
    <message>
        <source>The alert that should fire does not.</source>
        <translation>应触发的告警没有触发。</translation>
    </message>
    <message>
        <source>No matching alert is firing, but %1 are suppressed: %2.</source>
        <translation>没有匹配的告警正在触发，但有 %1 条被抑制：%2。</translation>
    </message>
    <message>
        <source>The Alertmanager is not ready: %1.</source>
        <translation>Alertmanager 尚未就绪：%1。</translation>
    </message>
    <message>
        <source>The Alertmanager has no receiver: %1.</source>
        <translation>Alertmanager 缺少接收者：%1。</translation>
    </message>
    <message>
        <source>%1 accepts connections.</source>
        <translation>%1 接受连接。</translation>
    </message>
    <message>
        <source>%1 refuses connections, as it should.</source>
        <translation>%1 按预期拒绝连接。</translation>
    </message>
    <message>
        <source>%1 accepts connections, but should not.</source>
        <translation>%1 不应接受连接，却接受了。</translation>
    </message>
    <message>
        <source>%3 resolvers agree on %1: %2.</source>
        <translation>%3 个解析器对 %1 的结果一致：%2。</translation>
    </message>
    <message>
        <source>The resolvers disagree on %1: %2.</source>
        <translation>各解析器对 %1 的结果不一致：%2。</translation>
    </message>
    <message>
        <source>There is no %2 record for %1.</source>
        <translation>%1 没有 %2 记录。</translation>
    </message>
    <message>
        <source>%1 resolves to %2 instead of %3.</source>
        <translation>%1 解析为 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>Not every resolver answered: %1.</source>
        <translation>并非所有解析器都有响应：%1。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 accepts connections.</source>
        <translation>%1 的 PostgreSQL 接受连接。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 is starting up.</source>
        <translation>%1 的 PostgreSQL 正在启动。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 rejects connections: %2</source>
        <translation>%1 的 PostgreSQL 拒绝连接：%2</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 has no free connection.</source>
        <translation>%1 的 PostgreSQL 没有空闲连接。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 does not offer TLS.</source>
        <translation>%1 的 PostgreSQL 不提供 TLS。</translation>
    </message>
    <message>
        <source>%1 does not answer as PostgreSQL does.</source>
        <translation>%1 的响应不像 PostgreSQL。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 refuses (%2): %3</source>
        <translation>%1 的 PostgreSQL 拒绝（%2）：%3</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 does not accept the credential.</source>
        <translation>%1 的 PostgreSQL 不接受此凭据。</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 asks for a way to sign in that is not supported: %2</source>
        <translation>%1 的 PostgreSQL 要求不支持的登录方式：%2</translation>
    </message>
    <message>
        <source>PostgreSQL at %1 does not tell about its replicas (%2): %3</source>
        <translation>%1 的 PostgreSQL 不提供副本信息（%2）：%3</translation>
    </message>
    <message>
        <source>%2 replicas stream from %1.</source>
        <translation>%2 个副本正在从 %1 复制。</translation>
    </message>
    <message>
        <source>%2 replicas stream from %1; at least %3 are required.</source>
        <translation>%2 个副本正在从 %1 复制，要求至少 %3 个。</translation>
    </message>
    <message>
        <source>This role may not see the state of the %2 replicas of %1; give it pg_monitor.</source>
        <translation>此角色无法查看 %1 的 %2 个副本的状态，请授予 pg_monitor。</translation>
    </message>
    <message>
        <source>A replica of %1 is %2 s behind; at most %3 s are allowed.</source>
        <translation>%1 的副本落后 %2 秒，最多允许 %3 秒。</translation>
    </message>
    <message>
        <source>Redis at %1 answers.</source>
        <translation>%1 的 Redis 有响应。</translation>
    </message>
    <message>
        <source>Redis at %1 wants a password first.</source>
        <translation>%1 的 Redis 要求先提供密码。</translation>
    </message>
    <message>
        <source>Redis at %1 does not accept the credential.</source>
        <translation>%1 的 Redis 不接受此凭据。</translation>
    </message>
    <message>
        <source>Redis at %1 is still loading its data.</source>
        <translation>%1 的 Redis 仍在加载数据。</translation>
    </message>
    <message>
        <source>Redis at %1 answers with an error: %2</source>
        <translation>%1 的 Redis 返回错误：%2</translation>
    </message>
    <message>
        <source>%1 does not answer as Redis does.</source>
        <translation>%1 的响应不像 Redis。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>The file %1 is too large.</source>
        <translation>文件 %1 过大。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation>无法读取文件 %1：%2</translation>
    </message>
    <message>
        <source>The report holds entity definitions, which no report needs; it was not read.</source>
        <translation>报告包含不应出现的实体定义，未读取。</translation>
    </message>
    <message>
        <source>The file is not a complete report.</source>
        <translation>文件不是完整的报告。</translation>
    </message>
    <message>
        <source>The report does not say which image it is about.</source>
        <translation>报告未注明对应的镜像。</translation>
    </message>
    <message>
        <source>The report is about another image: %1 instead of %2.</source>
        <translation>报告属于另一个镜像：%1，而不是 %2。</translation>
    </message>
    <message>
        <source>This release has no image from %1.</source>
        <translation>本次发布没有来自 %1 的镜像。</translation>
    </message>
    <message>
        <source>The image from %1 is released by tag; without a digest no report can be tied to it.</source>
        <translation>%1 的镜像以标签发布，没有摘要就无法关联报告。</translation>
    </message>
    <message>
        <source>All %1 tests ran and passed.</source>
        <translation>%1 项测试全部执行并通过。</translation>
    </message>
    <message>
        <source>Tests did not pass: %1 failed, %2 broken, %3 skipped, %4 flaky (%5).</source>
        <translation>测试未通过：%1 项失败、%2 项出错、%3 项跳过、%4 项不稳定（%5）。</translation>
    </message>
    <message>
        <source>The report holds no test.</source>
        <translation>报告中没有任何测试。</translation>
    </message>
    <message>
        <source>The report holds %1 of %2 tests.</source>
        <translation>报告仅包含 %2 项测试中的 %1 项。</translation>
    </message>
    <message>
        <source>%1 listed tests did not run: %2.</source>
        <translation>清单中有 %1 项测试未执行：%2。</translation>
    </message>
    <message>
        <source>%1 tests ran that are not in the list: %2.</source>
        <translation>有 %1 项不在清单中的测试被执行：%2。</translation>
    </message>
    <message>
        <source>The scan found nothing of level %1 or above.</source>
        <translation>扫描未发现 %1 及以上级别的问题。</translation>
    </message>
    <message>
        <source>The scan found %1 problems of level %2 or above: %3.</source>
        <translation>扫描发现 %1 个 %2 及以上级别的问题：%3。</translation>
    </message>
    <message>
        <source>The scan did not run to its end.</source>
        <translation>扫描未执行完毕。</translation>
    </message>
    <message>
        <source>This command runs on this machine once you allow it: %1</source>
        <translation>您允许后，此命令才会在本机上运行：%1</translation>
    </message>
    <message>
        <source>There is no program %1.</source>
        <translation>没有程序 %1。</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>%1 printed too much and was ended.</source>
        <translation>%1 输出过多，已被终止。</translation>
    </message>
    <message>
        <source>%1 was ended by a signal.</source>
        <translation>%1 被信号终止。</translation>
    </message>
    <message>
        <source>%1 failed with exit code %2.</source>
        <translation>%1 失败，退出码 %2。</translation>
    </message>
    <message>
        <source>%1 succeeded.</source>
        <translation>%1 成功。</translation>
    </message>
    <message>
        <source>A finding this version does not know: %1</source>
        <extracomment>a finding of a newer version; %1 is its technical word</extracomment>
        <translation>此版本无法识别的检查结果：%1</translation>
    </message>
</context>
<context>
    <name>ProfileBox</name>
    <message>
        <source>Standard (%1)</source>
        <extracomment>choice of a metric profile; %1 is the profile that holds where none is named</extracomment>
        <translation>默认（%1）</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <extracomment>a metric profile that the settings name and no file defines</extracomment>
        <translation>%1（未找到）</translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>Open gate</source>
        <translation>打开卡点</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>审批表决</translation>
    </message>
    <message>
        <source>Revoke vote</source>
        <translation>撤回表决</translation>
    </message>
    <message>
        <source>End gate</source>
        <translation>结束卡点</translation>
    </message>
    <message>
        <source>Open poll</source>
        <translation>开始逐岗表态</translation>
    </message>
    <message>
        <source>Poll answer</source>
        <translation>表态</translation>
    </message>
    <message>
        <source>Announce verdict</source>
        <translation>宣布结论</translation>
    </message>
    <message>
        <source>End poll</source>
        <translation>结束表态</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Ask for waiver</source>
        <translation>申请豁免</translation>
    </message>
    <message>
        <source>Grant waiver</source>
        <translation>批准豁免</translation>
    </message>
    <message>
        <source>Ask for override</source>
        <translation>申请破例放行</translation>
    </message>
    <message>
        <source>Grant override</source>
        <translation>批准破例放行</translation>
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
        <translation>通过</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>驳回</translation>
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
        <translation>已作废</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>does not pass</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>to be waived</source>
        <translation>待豁免</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>refused by a rule</source>
        <translation>规则不允许</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不足，已拒绝</translation>
    </message>
</context>
<context>
    <name>ReleaseHeader</name>
    <message>
        <source>next: switch traffic</source>
        <translation>下一步：切流</translation>
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
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>same as blue</source>
        <extracomment>the new version is no worse than the serving one</extracomment>
        <translation>与蓝版相当</translation>
    </message>
    <message>
        <source>worse than blue</source>
        <translation>差于蓝版</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>too few requests</source>
        <translation>请求不足</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
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
        <translation>异常</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>等待人工操作</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>Rolled back, serving stable</source>
        <translation>已回滚，运行稳定版</translation>
    </message>
    <message>
        <source>Blocked by rule</source>
        <translation>被规则阻止</translation>
    </message>
    <message>
        <source>Waiting for time</source>
        <translation>观察中</translation>
    </message>
    <message>
        <source>Advancing</source>
        <translation>推进中</translation>
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
        <translation>达标</translation>
    </message>
    <message>
        <source>beyond limit</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>too few samples</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>非数值</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>无穷大</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>数据陈旧</translation>
    </message>
    <message>
        <source>several series</source>
        <translation>多条序列</translation>
    </message>
    <message>
        <source>partial answer</source>
        <translation>结果不完整</translation>
    </message>
    <message>
        <source>native histogram</source>
        <translation>原生直方图</translation>
    </message>
    <message>
        <source>query failed</source>
        <translation>查询失败</translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation>从未加载</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>轮询中</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>重连中</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>金丝雀</translation>
    </message>
    <message>
        <source>Blue / green</source>
        <translation>蓝绿</translation>
    </message>
    <message>
        <source>Rolling update</source>
        <translation>滚动更新</translation>
    </message>
    <message>
        <source>Unknown strategy</source>
        <translation>未知策略</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>稳定版</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>金丝雀</translation>
    </message>
    <message>
        <source>active</source>
        <translation>线上版</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览版</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>scaled down</source>
        <translation>已缩容</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>待决策</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待执行</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>已观测</translation>
    </message>
    <message>
        <source>effective</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>已备好</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done and verified</source>
        <translation>已完成并验证</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation>已人工停止</translation>
    </message>
    <message>
        <source>reconnecting, facts are %1 old</source>
        <extracomment>%1 is an age such as &quot;3 m&quot;</extracomment>
        <translation>重连中，数据停在 %1前</translation>
    </message>
    <message>
        <source>stale for %1</source>
        <extracomment>%1 is an age such as &quot;3 m&quot;</extracomment>
        <translation>数据陈旧已 %1</translation>
    </message>
    <message>
        <source>unreachable for %1</source>
        <extracomment>%1 is an age such as &quot;3 m&quot;</extracomment>
        <translation>无法连接已 %1</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>无法判定</translation>
    </message>
</context>
<context>
    <name>StepText</name>
    <message>
        <source>pause until promoted</source>
        <translation>暂停，待推进</translation>
    </message>
    <message>
        <source>pause %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>暂停 %1</translation>
    </message>
    <message>
        <source>scale canary to %1</source>
        <extracomment>number of canary pods, as a percentage</extracomment>
        <translation>金丝雀扩缩至 %1</translation>
    </message>
    <message>
        <source>scale canary: %1</source>
        <extracomment>%1 is the backend&apos;s own wording, for example &quot;replicas: 3&quot;</extracomment>
        <translation>金丝雀扩缩：%1</translation>
    </message>
    <message>
        <source>scale canary</source>
        <translation>金丝雀扩缩</translation>
    </message>
    <message>
        <source>set weight %1</source>
        <extracomment>share of traffic for the new version</extracomment>
        <translation>设置权重 %1</translation>
    </message>
    <message>
        <source>analysis: %1</source>
        <extracomment>%1 names analysis templates</extracomment>
        <translation>分析：%1</translation>
    </message>
    <message>
        <source>experiment: %1</source>
        <translation>实验：%1</translation>
    </message>
    <message>
        <source>header route: %1</source>
        <extracomment>route by request header; %1 is its name</extracomment>
        <translation>请求头路由：%1</translation>
    </message>
    <message>
        <source>mirror route: %1</source>
        <extracomment>copy of traffic; %1 is the route&apos;s name</extracomment>
        <translation>流量镜像路由：%1</translation>
    </message>
    <message>
        <source>plugin: %1</source>
        <translation>插件：%1</translation>
    </message>
    <message>
        <source>unknown step</source>
        <translation>未知步骤</translation>
    </message>
    <message>
        <source>step “%1”</source>
        <extracomment>a step of a kind this version does not know; %1 is its name on the server</extracomment>
        <translation>步骤“%1”</translation>
    </message>
    <message>
        <source>Step %1 of %2 · %3</source>
        <extracomment>%1 of %2 are numbers, %3 is the step in words</extracomment>
        <translation>第 %1/%2 步 ⋅ %3</translation>
    </message>
    <message>
        <source>all %1 steps done</source>
        <extracomment>every step of the release is behind it</extracomment>
        <translation>全部 %1 步已完成</translation>
    </message>
</context>
<context>
    <name>Track</name>
    <message>
        <source>Preview</source>
        <extracomment>blue/green: pods of the new version run beside the old ones</extracomment>
        <translation>预览</translation>
    </message>
    <message>
        <source>Switch</source>
        <extracomment>blue/green: all traffic moves to the new version at once</extracomment>
        <translation>切流</translation>
    </message>
    <message>
        <source>switched</source>
        <translation>已切流</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>waiting for a person</source>
        <translation>等待人工操作</translation>
    </message>
    <message>
        <source>Clean up</source>
        <extracomment>pods of the old version go away</extracomment>
        <translation>清理</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>%1 is a countdown such as 9:12</extracomment>
        <translation>%1 后</translation>
    </message>
    <message>
        <source>Analysis before</source>
        <translation>切流前分析</translation>
    </message>
    <message>
        <source>Analysis after</source>
        <translation>切流后分析</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
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
        <translation>已观察 %1</translation>
    </message>
    <message>
        <source>bake %1</source>
        <extracomment>bake time of a step to come; %1 is a duration</extracomment>
        <translation>观察 %1</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <extracomment>%1 is a countdown such as 9:12</extracomment>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>paused by hand</source>
        <translation>人工暂停</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>aborted here</source>
        <translation>在此终止</translation>
    </message>
    <message>
        <source>Prepare</source>
        <extracomment>first station of a release: pods of the new version start</extracomment>
        <translation>准备</translation>
    </message>
    <message>
        <source>%1 of %2 pods</source>
        <extracomment>pods that are ready, of those wanted</extracomment>
        <translation>%1/%2 个 Pod</translation>
    </message>
    <message>
        <source>set %1</source>
        <extracomment>share of traffic the steps ask for</extracomment>
        <translation>设定 %1</translation>
    </message>
    <message>
        <source>reported %1</source>
        <extracomment>share of traffic as the controller reports it</extracomment>
        <translation>上报 %1</translation>
    </message>
    <message>
        <source>routed %1</source>
        <extracomment>share of traffic as the traffic route object says</extracomment>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>实测 %1</translation>
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
        <translation>当前：%1。</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation>已停止：%1。</translation>
    </message>
    <message>
        <source>To come: %1.</source>
        <translation>待进行：%1。</translation>
    </message>
    <message>
        <source>previous</source>
        <extracomment>role of the version that served before the switch</extracomment>
        <translation>旧版</translation>
    </message>
    <message>
        <source>measured %1 over the last %2</source>
        <extracomment>share of traffic as measured; %2 is how far back the measurement looks</extracomment>
        <translation>最近 %2实测 %1</translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message>
        <source>Within its limits.</source>
        <translation>在阈值范围内。</translation>
    </message>
    <message>
        <source>Within its limits, and not found worse than the baseline.</source>
        <translation>在阈值范围内，且未发现比基线版本差。</translation>
    </message>
    <message>
        <source>The value of the new version cannot be used: %1.</source>
        <extracomment>%1 is a reason such as &quot;no data&quot;</extracomment>
        <translation>新版本的取值不可用：%1。</translation>
    </message>
    <message>
        <source>The new version fails more often than the baseline; chance does not explain it.</source>
        <translation>新版本的错误率高于基线版本，偶然波动无法解释。</translation>
    </message>
    <message>
        <source>The new version is worse than the baseline, by more than the plan lets pass; chance does not explain it.</source>
        <translation>新版本比基线版本差，差距超出计划允许的范围，偶然波动无法解释。</translation>
    </message>
    <message>
        <source>It rests on %1 samples; at least %2 are needed.</source>
        <extracomment>numbers of samples</extracomment>
        <translation>目前只有 %1 个样本，至少需要 %2 个。</translation>
    </message>
    <message>
        <source>Beyond the rollback limit of %1 long enough that a rollback is due.</source>
        <translation>超出回滚阈值 %1 的时间已足够长，应当回滚。</translation>
    </message>
    <message>
        <source>Beyond the limit of %1 during this step.</source>
        <translation>在本步骤期间超出阈值 %1。</translation>
    </message>
    <message>
        <source>What was seen so far fits both sides of the limit of %1; more has to be seen.</source>
        <translation>目前的数据还不能判断在阈值 %1 的哪一侧，需要继续观察。</translation>
    </message>
    <message>
        <source>roll back</source>
        <extracomment>verdict on a metric: its rollback limit is broken</extracomment>
        <translation>应回滚</translation>
    </message>
    <message>
        <source>worse than baseline</source>
        <translation>差于基线版本</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>不作判定</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>Prometheus was not asked about it yet.</source>
        <translation>尚未向 Prometheus 查询。</translation>
    </message>
    <message>
        <source>The last look is more than %1 ago, so it does not count any more.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>上次查询已超过 %1，不再有效。</translation>
    </message>
    <message>
        <source>Within its limits, but there is no baseline to compare with.</source>
        <translation>在阈值范围内，但没有基线版本可供对比。</translation>
    </message>
    <message>
        <source>The plan sets neither a limit nor a comparison.</source>
        <translation>计划既没有设置阈值，也没有设置对比方式。</translation>
    </message>
    <message>
        <source>Traffic is not split as set, so nothing can be concluded from comparing versions.</source>
        <translation>流量没有按设置分配，版本对比得不出结论。</translation>
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
        <translation>%1 / %2</translation>
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
        <translation>如果两个版本的错误率相同，无论查看多少次，每 %1 次发布最多出现一次这么强的证据。达到 %2 即认为新版本更差。</translation>
    </message>
    <message>
        <source>Chance of a difference at least this large if both versions were alike. Below %1 it counts, if it is large enough to matter.</source>
        <extracomment>%1 is a small number such as 0.01</extracomment>
        <translation>如果两个版本相同，出现至少这么大差异的概率。低于 %1 且差异大到有实际影响时才算数。</translation>
    </message>
    <message>
        <source>Traffic is split as set: %1 measured, %2 set.</source>
        <extracomment>share of requests that reach the new version; %1 measured, %2 set</extracomment>
        <translation>流量按设置分配：实测 %1，设置 %2。</translation>
    </message>
    <message>
        <source>The measured traffic share of %1 does not fit the %2 that are set; the next look decides whether the routing is at fault.</source>
        <translation>实测流量占比 %1 与设置的 %2 不符；下次查询后才能判断路由是否有故障。</translation>
    </message>
    <message>
        <source>Routing fault: %1 of the requests reach the new version, but %2 are set. There is no verdict until traffic is split as set.</source>
        <translation>路由故障：设置为 %2，实际有 %1 的请求到达新版本。在流量按设置分配之前不作判定。</translation>
    </message>
    <message>
        <source>%1 of the requests reach the new version; no share is set.</source>
        <translation>%1 的请求到达新版本；没有设置占比。</translation>
    </message>
    <message>
        <source>The traffic share is not measured yet.</source>
        <translation>尚未测量流量占比。</translation>
    </message>
    <message>
        <source>Taken alone it looks worse than the baseline; among all metrics of its group that may be chance.</source>
        <translation>单独看比基线版本差；与同组所有指标一起看，可能只是偶然波动。</translation>
    </message>
</context>
<context>
    <name>signalbox::ActionDialog</name>
    <message>
        <source>%1 %2</source>
        <comment>verb and object</comment>
        <translation>%2：%1</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <comment>verb, object, target</comment>
        <extracomment>Title of a preview: verb, object, target version. Example: Roll back checkout to 2.4.0</extracomment>
        <translation>%2：%1至 %3</translation>
    </message>
    <message>
        <source>Cluster %1, namespace %2</source>
        <translation>集群 %1，命名空间 %2</translation>
    </message>
    <message>
        <source>Asking the server what would happen…</source>
        <translation>正在向服务器查询执行后果…</translation>
    </message>
    <message>
        <source>• Takes about %1; budget %2.</source>
        <translation>• 约需 %1；时限 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n call(s) that will be sent</source>
        <translation>
            <numerusform>查看将发送的 %n 个调用</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Reason (may follow later)</source>
        <translation>原因（可稍后补填）</translation>
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
        <translation>%1（长按，或按 Enter）</translation>
    </message>
    <message>
        <source>Undo %1 to revision %2</source>
        <extracomment>title of a preview: %1 is a release, %2 the number of a revision</extracomment>
        <translation>将 %1 回退到修订版本 %2</translation>
    </message>
    <message>
        <source>Set the image of %1 to %2</source>
        <extracomment>title of a preview: %1 is a release, %2 a container image</extracomment>
        <translation>将 %1 的镜像更换为 %2</translation>
    </message>
    <message>
        <source>Terminate analysis %2 of %1</source>
        <extracomment>title of a preview: %1 is a release, %2 the name of an AnalysisRun</extracomment>
        <translation>终止 %1 的分析 %2</translation>
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
        <translation>阶段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Successful</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>signalbox::BlueGreenTab</name>
    <message>
        <source>This release does not run blue / green; its strategy is: %1.</source>
        <translation>此发布未采用蓝绿策略，其策略为：%1。</translation>
    </message>
    <message>
        <source>No release selected</source>
        <translation>未选择发布</translation>
    </message>
    <message>
        <source>Active, serves all traffic</source>
        <translation>线上版，承接全部流量</translation>
    </message>
    <message>
        <source>Previous, kept for going back</source>
        <translation>旧版，保留以备回退</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览版</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Pods ready</source>
        <translation>就绪 Pod</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Service selects</source>
        <translation>Service 选中</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Scale-down in</source>
        <extracomment>time until the pods of a version are removed</extracomment>
        <translation>缩容倒计时</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>pods that are ready, of those wanted</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切流</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Traffic goes to</source>
        <translation>流量去向</translation>
    </message>
    <message>
        <source>done, nothing to switch</source>
        <translation>已完成，无需切流</translation>
    </message>
    <message>
        <source>switched, being verified</source>
        <translation>已切流，验证中</translation>
    </message>
    <message>
        <source>aborted, traffic stays</source>
        <translation>已终止，流量不变</translation>
    </message>
    <message>
        <source>by itself in %1</source>
        <translation>%1 后自动切流</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>等待人工操作</translation>
    </message>
    <message>
        <source>preview is getting ready</source>
        <translation>预览版准备中</translation>
    </message>
    <message>
        <source>No second version is running</source>
        <extracomment>the version that is not serving</extracomment>
        <translation>当前没有第二个版本</translation>
    </message>
    <message>
        <source>%1, the active version</source>
        <extracomment>a Service selects the version that serves already; %1 is its hash</extracomment>
        <translation>%1，即当前服务版本</translation>
    </message>
</context>
<context>
    <name>signalbox::BudgetRing</name>
    <message>
        <source>of %1 budget</source>
        <translation>时限 %1</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>已用时</translation>
    </message>
    <message>
        <source>Time used</source>
        <translation>已用时间</translation>
    </message>
    <message>
        <source>%1 used of a budget of %2.</source>
        <extracomment>for assistive tools; %1 and %2 are times such as 1:05</extracomment>
        <translation>已用 %1，时限 %2。</translation>
    </message>
    <message>
        <source>%1 used; there is no budget.</source>
        <translation>已用 %1，没有时限。</translation>
    </message>
</context>
<context>
    <name>signalbox::CanaryTab</name>
    <message>
        <source>Services, blue beside green</source>
        <translation>服务，蓝版与绿版对照</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Analysis runs</source>
        <translation>分析运行</translation>
    </message>
    <message>
        <source>Last %1</source>
        <extracomment>how far back the charts reach; %1 is a duration</extracomment>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Time range of the charts</source>
        <translation>图表时间范围</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>Time zone of the charts</source>
        <translation>图表时区</translation>
    </message>
    <message>
        <source>No release selected</source>
        <translation>未选择发布</translation>
    </message>
    <message>
        <source>Prometheus: %1</source>
        <extracomment>%1 says how fresh the metrics are</extracomment>
        <translation>Prometheus：%1</translation>
    </message>
    <message>
        <source>Go back to %1…</source>
        <extracomment>opens the preview of an undo; %1 is a version</extracomment>
        <translation>回退到 %1…</translation>
    </message>
    <message>
        <source>Terminate analysis %1…</source>
        <extracomment>opens the preview of the action; %1 is an analysis run</extracomment>
        <translation>终止分析 %1…</translation>
    </message>
    <message>
        <source>No Prometheus is connected for this cluster. Charts, the measured traffic share and metric checks start as soon as one is named.</source>
        <translation>此集群尚未连接 Prometheus。指定后即可显示图表和实测流量比例，并开始检查指标。</translation>
    </message>
    <message>
        <source>Prometheus gives no answer: %1</source>
        <extracomment>%1 is a reason; there is nothing older to show</extracomment>
        <translation>Prometheus 无响应：%1</translation>
    </message>
    <message>
        <source>Traffic router: %1</source>
        <extracomment>%1 is the traffic router as a Rollout names it, such as istio</extracomment>
        <translation>流量路由：%1</translation>
    </message>
    <message>
        <source>This step: %1. In the background: %2.</source>
        <extracomment>analysis runs by name: %1 belongs to the step under way, %2 runs beside all steps</extracomment>
        <translation>本步骤：%1。后台运行：%2。</translation>
    </message>
    <message>
        <source>This step: %1.</source>
        <extracomment>analysis run by name: it belongs to the step under way</extracomment>
        <translation>本步骤：%1。</translation>
    </message>
    <message>
        <source>In the background: %1.</source>
        <extracomment>analysis run by name: it runs beside all steps</extracomment>
        <translation>后台运行：%1。</translation>
    </message>
</context>
<context>
    <name>signalbox::ChartGrid</name>
    <message>
        <source>No data: %1</source>
        <extracomment>metrics the server has no values of; %1 is a list of their titles</extracomment>
        <translation>无数据：%1</translation>
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
        <translation>金丝雀 %1</translation>
    </message>
    <message>
        <source>stable %1</source>
        <translation>稳定版 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ChartTableDialog</name>
    <message>
        <source>Values of %1</source>
        <extracomment>table of a chart&apos;s values; %1 is the metric</extracomment>
        <translation>%1的数值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>signalbox::ChartTableModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>金丝雀</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>稳定版</translation>
    </message>
</context>
<context>
    <name>signalbox::ChecklistDelegate</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（可选）</translation>
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
        <translation>检查项</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
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
        <translation>没有发布计划适用于此发布，因此没有检查项。计划会指明适用的发布。</translation>
    </message>
    <message>
        <source>The plan has no checklist.</source>
        <translation>计划没有检查清单。</translation>
    </message>
    <message>
        <source>Choose an item.</source>
        <translation>请选择检查项。</translation>
    </message>
    <message>
        <source>The machine alone decides this item.</source>
        <translation>此项只由机器判定。</translation>
    </message>
    <message>
        <source>A person decides this item; there is nothing to measure.</source>
        <translation>此项由人判定，无须测量。</translation>
    </message>
    <message>
        <source>Checklist to show</source>
        <translation>要显示的检查清单</translation>
    </message>
    <message>
        <source>Re-check all</source>
        <translation>全部重新检查</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>导出报告…</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>豁免…</translation>
    </message>
    <message>
        <source>Not applicable…</source>
        <translation>不适用…</translation>
    </message>
    <message>
        <source>Grant…</source>
        <extracomment>grants a waiver somebody else asked for</extracomment>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Item chosen</source>
        <translation>所选检查项</translation>
    </message>
</context>
<context>
    <name>signalbox::ChecklistTable</name>
    <message>
        <source>Checklist</source>
        <translation>检查清单</translation>
    </message>
    <message>
        <source>Up and down to walk the items, Enter for the action of an item, R to check it again.</source>
        <translation>上下键移动，Enter 执行该项操作，R 重新检查。</translation>
    </message>
</context>
<context>
    <name>signalbox::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Go to a release, a cluster, a page or an action</source>
        <translation>跳转到发布、集群、页面或操作</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
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
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Filter the fleet</source>
        <translation>筛选发布</translation>
    </message>
    <message>
        <source>Show Canary</source>
        <translation>显示金丝雀</translation>
    </message>
    <message>
        <source>Show Blue / green</source>
        <translation>显示蓝绿</translation>
    </message>
    <message>
        <source>Show Timeline</source>
        <translation>显示时间线</translation>
    </message>
    <message>
        <source>Show Pods</source>
        <translation>显示 Pod</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>推进…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>回滚…</translation>
    </message>
    <message>
        <source>Try lost connections again now</source>
        <translation>立即重连断开的连接</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show Go / no-go</source>
        <translation>显示上线检查</translation>
    </message>
    <message>
        <source>Show Plan</source>
        <translation>显示计划</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionForm</name>
    <message>
        <source>Server %1
From %2</source>
        <translation>服务器 %1
来自 %2</translation>
    </message>
    <message>
        <source>This session uses %1, given at its start; what is saved here holds without it.</source>
        <extracomment>%1 is an address that holds until the program ends</extracomment>
        <translation>本次会话使用启动时指定的 %1；未指定时采用此处保存的设置。</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>No kubeconfig context was found. Set KUBECONFIG or start with --kubeconfig FILE.</source>
        <translation>未找到 kubeconfig 上下文。请设置 KUBECONFIG，或以 --kubeconfig FILE 启动。</translation>
    </message>
    <message>
        <source>Cluster</source>
        <extracomment>heading over alerts, namespaces and what may be done</extracomment>
        <translation>集群</translation>
    </message>
    <message>
        <source>Alertmanager URL</source>
        <translation>Alertmanager URL</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>All; or names separated by commas</source>
        <translation>全部；或以逗号分隔的名称</translation>
    </message>
    <message>
        <source>Read-only: never send a change from this desk</source>
        <translation>只读：此控制台从不发送变更</translation>
    </message>
    <message>
        <source>Production: coloured frame</source>
        <translation>生产环境：彩色边框</translation>
    </message>
    <message>
        <source>Prometheus URL</source>
        <translation>Prometheus URL</translation>
    </message>
    <message>
        <source>Prometheus service in the cluster</source>
        <translation>集群内的 Prometheus Service</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer 令牌</translation>
    </message>
    <message>
        <source>Bearer token from a file</source>
        <translation>文件中的 Bearer 令牌</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>密码或令牌</translation>
    </message>
    <message>
        <source>Kept in the system keychain</source>
        <translation>保存在系统密钥链中</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>令牌文件</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>私钥文件</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>附加请求头</translation>
    </message>
    <message>
        <source>Metric profile</source>
        <translation>指标配置</translation>
    </message>
    <message>
        <source>A password or token in an address or a header would be written into a file, so it was taken out. Choose how to sign in above and type it there.</source>
        <translation>地址或请求头中的密码或令牌会被写入文件，因此已删除。请在上方选择登录方式，并在该处输入。</translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionsController</name>
    <message>
        <source>Allow a credential program?</source>
        <translation>允许运行凭据程序？</translation>
    </message>
    <message>
        <source>The kubeconfig entry of %1 wants to run this program to sign in. It runs with your rights on this machine.</source>
        <translation>%1 的 kubeconfig 条目需要运行此程序来登录。它将以你在本机的权限运行。</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>允许 %1</translation>
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
        <translation>筛选上下文</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <extracomment>state of a kubeconfig context nobody has connected</extracomment>
        <translation>不可用</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
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
        <translation>适用于此发布的计划有错误，因此不得推进：%1</translation>
    </message>
    <message>
        <source>The approval could not be written to the cluster: %1</source>
        <extracomment>%1 is what the cluster said</extracomment>
        <translation>无法将审批写入集群：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::DecisionController</name>
    <message>
        <source>Export the checklist run</source>
        <translation>导出检查清单记录</translation>
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
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>signalbox::DecisionDialog</name>
    <message>
        <source>A reason is required.</source>
        <translation>必须填写理由。</translation>
    </message>
    <message>
        <source>A comment or a link is required.</source>
        <translation>必须填写说明或链接。</translation>
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
        <translation>请选择发布。</translation>
    </message>
    <message>
        <source>Nothing holds it back.</source>
        <translation>前置条件均已满足。</translation>
    </message>
    <message>
        <source>No release is in progress.</source>
        <translation>没有进行中的发布。</translation>
    </message>
    <message>
        <source>Roll back is not ready: %1</source>
        <translation>回滚未就绪：%1</translation>
    </message>
    <message>
        <source>Checking the way back with the server…</source>
        <translation>正在向服务器校验回滚方案…</translation>
    </message>
    <message numerus="yes">
        <source>Ready: %n call(s) checked by dry run %1. About %2, budget %3. Target has %4 of %5 pods ready.</source>
        <translation>
            <numerusform>就绪：%n 个调用已通过预演（%1）。约需 %2，时限 %3。目标版本 %4/%5 个 Pod 就绪。</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation>回滚到 %1</translation>
    </message>
    <message>
        <source>What holds the next step back</source>
        <translation>下一步的前置条件</translation>
    </message>
    <message>
        <source>Other actions</source>
        <translation>其他操作</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Rollback target</source>
        <translation>回滚目标版本</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Stop here and take over by hand</source>
        <translation>就此停止，人工接管</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <extracomment>blue/green: moves all traffic; %1 is a version</extracomment>
        <translation>切流到 %1</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <extracomment>%1 is a percentage of traffic</extracomment>
        <translation>推进到 %1</translation>
    </message>
    <message>
        <source>An operation is under way; nothing else starts before it ends.</source>
        <translation>有操作正在执行；结束前不会开始其他操作。</translation>
    </message>
    <message numerus="yes">
        <source>Ready: %n call(s) checked by dry run %1. About %2, budget %3. The target is scaled down; its pods start first.</source>
        <translation>
            <numerusform>就绪：%n 个调用已通过预演（%1）。约需 %2，时限 %3。目标版本已缩容，需先启动 Pod。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::FleetModel</name>
    <message>
        <source>Needs a decision</source>
        <translation>待决策</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <translation>权重</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
</context>
<context>
    <name>signalbox::FleetPanel</name>
    <message>
        <source>Not a valid expression: %1</source>
        <translation>表达式无效：%1</translation>
    </message>
    <message>
        <source>Filter   Ctrl+F</source>
        <translation>筛选   Ctrl+F</translation>
    </message>
    <message>
        <source>Filter releases</source>
        <translation>筛选发布</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>发布</translation>
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
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Gate: %1</source>
        <extracomment>title of a card; %1 is the name of the gate</extracomment>
        <translation>卡点：%1</translation>
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
        <translation>紧急启动后补签</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>紧急：%1</translation>
    </message>
    <message>
        <source>Only the person who opened the gate can withdraw it.</source>
        <translation>只有打开卡点的人可以撤回。</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>通过…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Revoke my vote…</source>
        <translation>撤销我的审批…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Open gate…</source>
        <translation>打开卡点…</translation>
    </message>
</context>
<context>
    <name>signalbox::GeneralPage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>时间显示</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
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
        <translation>有发布待决策</translation>
    </message>
    <message>
        <source>A release broke, was aborted, or its analysis is inconclusive</source>
        <translation>发布异常、被终止，或分析无法判定</translation>
    </message>
    <message>
        <source>A rollback is done, or an operation failed</source>
        <translation>回滚已完成，或操作失败</translation>
    </message>
    <message>
        <source>Contact with a cluster is lost</source>
        <translation>与集群失去连接</translation>
    </message>
    <message>
        <source>At most six a minute. A click shows the release.</source>
        <translation>每分钟最多六条。点击即可查看该发布。</translation>
    </message>
    <message>
        <source>Charts and verification</source>
        <translation>图表与验证</translation>
    </message>
    <message>
        <source>Last %1</source>
        <extracomment>how far back the charts reach; %1 is a duration</extracomment>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Charts show</source>
        <translation>图表范围</translation>
    </message>
    <message>
        <source>Metric profile</source>
        <translation>指标配置</translation>
    </message>
    <message>
        <source>The profile names the queries that are charted and verified with. A cluster can name another one under Connections.</source>
        <translation>指标配置决定图表和验证所用的查询。各集群可在“连接”页另行指定。</translation>
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
        <translation>临时豁免…</translation>
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
        <translation>%2 申请豁免 %1 至 %3：%4</translation>
    </message>
    <message>
        <source>Grant…</source>
        <translation>批准…</translation>
    </message>
</context>
<context>
    <name>signalbox::InterruptedPanel</name>
    <message numerus="yes">
        <source>%n more interrupted operation(s)</source>
        <translation>
            <numerusform>另有 %n 个中断的操作</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::InterruptedRow</name>
    <message>
        <source>Begun by %1, last sign of life %2.</source>
        <translation>由 %1 发起，最后活动：%2。</translation>
    </message>
    <message>
        <source>Nothing more is sent. The reason is recorded.</source>
        <translation>不再发送任何调用；原因会写入记录。</translation>
    </message>
    <message>
        <source>What was wanted is compared with what there is; only what is missing is sent.</source>
        <translation>先比对目标状态与实际状态，只发送尚缺的部分。</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>button: goes on with an interrupted operation</extracomment>
        <translation>继续</translation>
    </message>
    <message>
        <source>Give up…</source>
        <extracomment>button: ends an interrupted operation without going on; asks for a reason</extracomment>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Continue — hold, or press Enter</source>
        <extracomment>It must be held, or confirmed with Enter.</extracomment>
        <translation>继续 — 按住，或按 Enter</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Reason for giving up</source>
        <translation>放弃的原因</translation>
    </message>
    <message>
        <source>Give up</source>
        <extracomment>button: ends an interrupted operation</extracomment>
        <translation>放弃</translation>
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
        <translation>未打开集群。请在“设置”的“连接”中打开。</translation>
    </message>
    <message>
        <source>No release matches, or none was found yet.</source>
        <translation>没有匹配的发布，或尚未找到发布。</translation>
    </message>
</context>
<context>
    <name>signalbox::MetricChart</name>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <extracomment>name of a chart for assistive tools; %1 is the metric</extracomment>
        <translation>图表：%1</translation>
    </message>
    <message>
        <source>Canary %1, stable %2, %3. The limit is %4. Press Enter for a table of the values.</source>
        <extracomment>a chart in words, for assistive tools: two values, the verdict, the limit</extracomment>
        <translation>金丝雀 %1，稳定版 %2，%3。阈值为 %4。按 Enter 以表格显示数值。</translation>
    </message>
    <message>
        <source>Canary %1, stable %2, %3. There is no limit. Press Enter for a table of the values.</source>
        <extracomment>a chart in words, for assistive tools: two values, the verdict</extracomment>
        <translation>金丝雀 %1，稳定版 %2，%3。没有阈值。按 Enter 以表格显示数值。</translation>
    </message>
</context>
<context>
    <name>signalbox::MetricPlot</name>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Too few samples</source>
        <translation>样本不足</translation>
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
        <translation>暂无图表</translation>
    </message>
    <message>
        <source>Open the connection settings</source>
        <translation>打开连接设置</translation>
    </message>
</context>
<context>
    <name>signalbox::Notifier</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>A release waits for a decision</source>
        <translation>有发布待决策</translation>
    </message>
    <message>
        <source>An analysis is inconclusive</source>
        <translation>有分析无法判定</translation>
    </message>
    <message>
        <source>A release was aborted; the stable version serves</source>
        <translation>有发布已终止，当前运行稳定版</translation>
    </message>
    <message>
        <source>A release is broken</source>
        <translation>有发布异常</translation>
    </message>
    <message>
        <source>The rollback is done and verified</source>
        <translation>回滚已完成并验证</translation>
    </message>
    <message>
        <source>An operation failed: take over by hand</source>
        <translation>操作失败：请人工接管</translation>
    </message>
    <message>
        <source>Contact with a cluster is lost</source>
        <translation>与集群失去连接</translation>
    </message>
</context>
<context>
    <name>signalbox::OperationPanel</name>
    <message>
        <source>Prepared</source>
        <translation>已备好</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1/%2 步</translation>
    </message>
    <message>
        <source>Done and verified</source>
        <translation>已完成并验证</translation>
    </message>
    <message>
        <source>Failed: take over by hand</source>
        <translation>失败：请人工接管</translation>
    </message>
    <message>
        <source>Stopped: you have taken over by hand</source>
        <translation>已停止：已由你人工接管</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>时限 %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>button of a finished operation: shows what its steps did</extracomment>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Show the steps of the finished operation</source>
        <translation>查看已结束操作的步骤</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>button of a finished operation: puts its report away</extracomment>
        <translation>收起</translation>
    </message>
    <message>
        <source>Put the report of the finished operation away</source>
        <translation>收起已结束操作的报告</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>label of a line edit: why the release was rolled back</extracomment>
        <translation>原因</translation>
    </message>
    <message>
        <source>may follow; it is recorded</source>
        <translation>可稍后补填，会写入记录</translation>
    </message>
    <message>
        <source>Reason of the operation; it is recorded</source>
        <translation>操作的原因，会写入记录</translation>
    </message>
</context>
<context>
    <name>signalbox::PlanTab</name>
    <message>
        <source>the team&apos;s namespace on %1</source>
        <extracomment>%1 is a cluster</extracomment>
        <translation>%1 上的团队命名空间</translation>
    </message>
    <message>
        <source>your own folder</source>
        <translation>您自己的文件夹</translation>
    </message>
    <message>
        <source>namespace %1 on %2</source>
        <extracomment>%1 is a namespace, %2 a cluster</extracomment>
        <translation>%2 上的命名空间 %1</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Release plan</source>
        <translation>发布计划</translation>
    </message>
    <message>
        <source>No release plan governs this release.</source>
        <translation>没有发布计划适用于此发布。</translation>
    </message>
    <message>
        <source>Release plans are being read…</source>
        <translation>正在读取发布计划…</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>无法使用</translation>
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
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>需求编号</translation>
    </message>
    <message>
        <source>Plan as it was understood</source>
        <translation>解析后的计划</translation>
    </message>
    <message>
        <source>Plan as it was written</source>
        <translation>计划原文</translation>
    </message>
    <message>
        <source>Hash of the plan</source>
        <translation>计划的哈希</translation>
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
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存活时间</translation>
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
        <translation>筛选，例如 status=CrashLoopBackOff 或 !ready=true</translation>
    </message>
    <message>
        <source>Filter pods</source>
        <translation>筛选 Pod</translation>
    </message>
    <message>
        <source>Only this release</source>
        <translation>仅此发布</translation>
    </message>
    <message>
        <source>Not a valid pattern: %1</source>
        <extracomment>%1 is a search pattern typed by the person</extracomment>
        <translation>模式无效：%1</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <extracomment>pods shown, of all pods known, and how fresh they are</extracomment>
        <translation>%1/%2 ⋅ %3</translation>
    </message>
</context>
<context>
    <name>signalbox::PollCard</name>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a duration; then the time to answer, or an armed GO, is over</extracomment>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <extracomment>a station of a poll nobody waits for</extracomment>
        <translation>%1（可选）</translation>
    </message>
    <message>
        <source>on turn</source>
        <translation>轮到该岗位</translation>
    </message>
    <message numerus="yes">
        <source>%n mandatory item(s) are not satisfied.</source>
        <translation>
            <numerusform>还有 %n 个必选项未满足。</numerusform>
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
        <translation>开始表态…</translation>
    </message>
    <message>
        <source>Revoke the verdict…</source>
        <translation>撤销结论…</translation>
    </message>
    <message>
        <source>Poll: %1</source>
        <extracomment>title of a card; %1 is the name of the poll</extracomment>
        <translation>表态：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::ReleaseHeader</name>
    <message>
        <source>No release selected</source>
        <translation>未选择发布</translation>
    </message>
    <message>
        <source>Choose one from the list on the left.</source>
        <translation>请从左侧列表中选择。</translation>
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
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>started %1 by %2</source>
        <translation>%1 由 %2 发起</translation>
    </message>
    <message>
        <source>%1 · step %2 of %3</source>
        <extracomment>an operation under way: what it does, and how far it is</extracomment>
        <translation>%1 ⋅ 第 %2/%3 步</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>who started an operation</extracomment>
        <translation>由 %1 发起</translation>
    </message>
    <message>
        <source>no reason given yet</source>
        <extracomment>why an operation was started, in the person&apos;s words</extracomment>
        <translation>尚未填写原因</translation>
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
        <translation>金丝雀</translation>
    </message>
    <message>
        <source>Blue / green</source>
        <translation>蓝绿</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Views of the release</source>
        <translation>发布视图</translation>
    </message>
    <message>
        <source>Go / no-go (%1)</source>
        <extracomment>name of a tab; %1: items that keep the release from GO</extracomment>
        <translation>上线检查 (%1)</translation>
    </message>
    <message>
        <source>Go / no-go</source>
        <translation>上线检查</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
</context>
<context>
    <name>signalbox::RevisionsDelegate</name>
    <message>
        <source>%1 / %2</source>
        <extracomment>ready pods of wanted pods, as short as possible</extracomment>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>signalbox::RevisionsModel</name>
    <message>
        <source>Revision</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
</context>
<context>
    <name>signalbox::ServicesModel</name>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Blue ready</source>
        <translation>蓝版就绪</translation>
    </message>
    <message>
        <source>Green ready</source>
        <translation>绿版就绪</translation>
    </message>
    <message>
        <source>Blue errors</source>
        <translation>蓝版错误率</translation>
    </message>
    <message>
        <source>Green errors</source>
        <translation>绿版错误率</translation>
    </message>
    <message>
        <source>Blue p95</source>
        <translation>蓝版 p95</translation>
    </message>
    <message>
        <source>Green p95</source>
        <translation>绿版 p95</translation>
    </message>
    <message>
        <source>Green restarts</source>
        <translation>绿版重启次数</translation>
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
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>后端上报：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::StatusStrip</name>
    <message>
        <source>alerts unknown</source>
        <translation>告警状态未知</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%n 条告警触发中</numerusform>
        </translation>
    </message>
    <message>
        <source>audit chain not checked</source>
        <translation>审计链未校验</translation>
    </message>
    <message numerus="yes">
        <source>audit chain ok · %n record(s)</source>
        <translation>
            <numerusform>审计链完好 ⋅ %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>audit chain BROKEN at record %1</source>
        <translation>审计链在第 %1 条记录处断裂</translation>
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
        <translation>回退到哪个修订版本？</translation>
    </message>
    <message>
        <source>Set which image?</source>
        <translation>更换为哪个镜像？</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>预览…</translation>
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
        <translation>已请求</translation>
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
        <translation>时间</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
</context>
<context>
    <name>signalbox::TimelineTab</name>
    <message>
        <source>Timeline of the release</source>
        <translation>发布时间线</translation>
    </message>
    <message>
        <source>Nothing has happened yet. The cluster keeps its events for about an hour.</source>
        <translation>尚无事件。集群仅保留约一小时的事件。</translation>
    </message>
</context>
<context>
    <name>signalbox::TopBar</name>
    <message>
        <source>PRODUCTION</source>
        <translation>生产环境</translation>
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
        <translation>%1 ⋅ TLS 未验证</translation>
    </message>
    <message>
        <source>%1 · read-only</source>
        <translation>%1 ⋅ 只读</translation>
    </message>
    <message>
        <source>%1 acting as %2</source>
        <translation>%1（以 %2 身份）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>may only watch</source>
        <extracomment>beside the user&apos;s name: what the server lets this person do</extracomment>
        <translation>仅可查看</translation>
    </message>
    <message>
        <source>may roll back, not promote</source>
        <translation>可回滚，不可推进</translation>
    </message>
    <message>
        <source>may promote</source>
        <translation>可推进</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <extracomment>the calendar forbids to go on; %1 is the entry that does</extracomment>
        <translation>封网中：%1</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>%1 开放</translation>
    </message>
    <message>
        <source>The next opening is not known.</source>
        <translation>下次开放时间未知。</translation>
    </message>
    <message>
        <source>Closes in %1</source>
        <extracomment>the calendar will forbid to go on; %1 is a duration</extracomment>
        <translation>%1后封网</translation>
    </message>
    <message>
        <source>no role in this plan</source>
        <translation>在此计划中没有角色</translation>
    </message>
    <message>
        <source>Play another person of this drill</source>
        <translation>扮演此次演练的其他人</translation>
    </message>
</context>
<context>
    <name>signalbox::TrackView</name>
    <message>
        <source>Track of the release</source>
        <extracomment>picture of the release&apos;s steps, for assistive tools</extracomment>
        <translation>发布轨道图</translation>
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
        <translation>对新版本的判定</translation>
    </message>
    <message>
        <source>No usable release plan with metrics governs this release, so nothing is judged. The charts below still compare the versions.</source>
        <translation>没有可用且含指标的发布计划管辖此次发布，因此不作判定。下方图表仍会对比两个版本。</translation>
    </message>
    <message>
        <source>Last look %1, %2 in this step</source>
        <extracomment>%1 is how long ago, such as &quot;12 s ago&quot;; %2 is the number of looks</extracomment>
        <translation>上次查询：%1，本步骤共 %2 次</translation>
    </message>
</context>
<context>
    <name>signalbox::VerdictsDelegate</name>
    <message>
        <source>New version against baseline over this step, with the interval that holds the truth %1 of the time.</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>本步骤期间新版本与基线版本的差异，附 %1 置信区间。</translation>
    </message>
</context>
<context>
    <name>signalbox::VerdictsModel</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线版本</translation>
    </message>
    <message>
        <source>Effect</source>
        <extracomment>how much the new version differs, with its confidence interval</extracomment>
        <translation>差异</translation>
    </message>
    <message>
        <source>Samples</source>
        <extracomment>column with the samples of the new version and of the baseline: &quot;120 / 360&quot;</extracomment>
        <translation>样本量</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
</context>
</TS>
