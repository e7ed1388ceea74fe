<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ChecklistSummary</name>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>items of the checklists that keep the release from GO</extracomment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ActionDialog</name>
    <message numerus="yes">
        <source>Show the %n call(s) that will be sent</source>
        <translation>
            <numerusform>Show the %n call that will be sent</numerusform>
            <numerusform>Show the %n calls that will be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::DecisionsPanel</name>
    <message numerus="yes">
        <source>Ready: %n call(s) checked by dry run %1. About %2, budget %3. Target has %4 of %5 pods ready.</source>
        <translation>
            <numerusform>Ready: %n call checked by dry run %1. About %2, budget %3. Target has %4 of %5 pods ready.</numerusform>
            <numerusform>Ready: %n calls checked by dry run %1. About %2, budget %3. Target has %4 of %5 pods ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready: %n call(s) checked by dry run %1. About %2, budget %3. The target is scaled down; its pods start first.</source>
        <translation>
            <numerusform>Ready: %n call checked by dry run %1. About %2, budget %3. The target is scaled down; its pods start first.</numerusform>
            <numerusform>Ready: %n calls checked by dry run %1. About %2, budget %3. The target is scaled down; its pods start first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::InterruptedPanel</name>
    <message numerus="yes">
        <source>%n more interrupted operation(s)</source>
        <translation>
            <numerusform>%n more interrupted operation</numerusform>
            <numerusform>%n more interrupted operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::PlanTab</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::PollCard</name>
    <message numerus="yes">
        <source>%n mandatory item(s) are not satisfied.</source>
        <translation>
            <numerusform>%n mandatory item is not satisfied.</numerusform>
            <numerusform>%n mandatory items are not satisfied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::StatusStrip</name>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%n alert firing</numerusform>
            <numerusform>%n alerts firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>audit chain ok · %n record(s)</source>
        <translation>
            <numerusform>audit chain ok · %n record</numerusform>
            <numerusform>audit chain ok · %n records</numerusform>
        </translation>
    </message>
</context>
</TS>
