<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ActionText</name>
    <message>
        <source>Promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next step, or switch traffic to the new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote fully</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the remaining steps and give the new version all traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop where the release is. Traffic stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue a paused release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send all traffic to the stable version. The spec still names the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the same version again after an abort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo to revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo to a revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a former revision the wanted one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send traffic to the stable version, then make it the wanted one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all pods, same version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a release of another container image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminate analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>analysis termination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the running analysis before it has a verdict.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityText</name>
    <message>
        <source>%1 %2 · %3 · %4</source>
        <extracomment>status line: time, what happened, to which object, in whose words</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The request to %1 was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again if it is still wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the load of the server; the console keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the VPN and the firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s name cannot be resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the server address and the DNS or VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check proxy-url in the kubeconfig and the proxy itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by an authority this connection does not trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s certificate is signed by an authority this connection does not trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check certificate-authority in the kubeconfig; fetch a fresh kubeconfig if the cluster was rebuilt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is made for another host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s certificate is made for another host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a name the certificate holds, or set tls-server-name in the kubeconfig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is expired or not yet valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s certificate is expired or not yet valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew the server’s certificate, and check this machine’s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1 could be agreed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection could be agreed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the client certificate and key, and that this port speaks TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept these credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept these credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again or renew the token or certificate of this kubeconfig user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your identity is known, but it may not do this: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your identity is known, but it may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a cluster administrator for the missing right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist on the server: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted or renamed; look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed by someone else meanwhile: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object was changed by someone else meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what changed, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of %1 became too old to continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list became too old to continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console reads it again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server rejects the request as invalid: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server rejects the request as invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details name the field; correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not support this kind of change: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not support this kind of change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a newer server, or make the change with another tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is larger than the console accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than the console accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the view to fewer namespaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks to slow down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks to slow down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console waits as long as the server asks, then continues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reports an internal failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server reports an internal failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment; if it stays, look at the server’s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is not what was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not what was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is the right server and not a login page or proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command was sent, but the answer was lost: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command was sent, but the answer was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the present state before trying again; it may have taken effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a mistake in the configuration: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a mistake in the configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the place named in the details; other entries still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credential program %1 waits for your approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A credential program waits for your approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve it in the connection’s menu if you trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credential program %1 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credential program failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it in a terminal to see what it needs, for example a new sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, because what is on screen is too old: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, because what is on screen is too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the connection is live again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, because the object is no longer the one on screen: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, because the object is no longer the one on screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what changed, then prepare the command again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by a rule: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reasons beside the button say what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local files cannot be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check free space and permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not supported: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details name an alternative where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <extracomment>%1 names the failing part of the way, %2 is an HTTP status, %3 is a sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 names the failing part of the way (TLS, credentials …), %2 is a sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 says what failed, %2 what to do about it; both are sentences</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>duration in seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <extracomment>duration in minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <extracomment>duration in minutes and seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>duration in hours</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <extracomment>duration in hours and minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>duration in days</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>duration in milliseconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a duration such as &quot;2 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage; keep or drop the space as the language wants</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>rate: %1 events per second</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cores</source>
        <extracomment>processor cores in use</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>day and time of day; Qt date format letters</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on screen is %1 old, too old to act on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not %1 %2 here. Ask for that right in the cluster’s RBAC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether you may %1 %2 is not known; the server will decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another operation is running on this release: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object changed meanwhile: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no new version to promote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release is already aborted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release is not aborted, so there is nothing to retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release is already paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release is not paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This strategy has no steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no earlier version to go back to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is the version that is already wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target no longer exists in the cluster: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Deployment is paused; resume it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller has not yet seen the latest change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No analysis is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pod template belongs to another object that cannot be changed from here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bake time is not over: %1 to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An analysis is still running: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An analysis failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis has no verdict; a person has to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods ready: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, the limit is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be judged now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for a person to promote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was paused by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of traffic for %3: from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic stays at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wanted version changes from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods go from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods that restart: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps skipped: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that run again: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: step %1 of %2, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spec goes on naming %1, the rejected version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old pods are kept for another %1, so going back needs no new pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new revision is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the pod template is restored; other settings stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 manages this object and will undo the change unless its source changes too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of pods is set by the autoscaler %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable pods ready: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable pods are scaled down during the release, so going back has to start them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manual pause has to be lifted for this to take effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server warns: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch traffic to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 the wanted version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify that %1 is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify that traffic reaches %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote fully</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abort the release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry the release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the image of %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminate analysis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic share %1, goal %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pods ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate %1, limit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency p95 %1, limit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The controller has seen the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing observed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be measured: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This makes no sense in phase %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseHeader</name>
    <message>
        <source>next: switch traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next: %1</source>
        <extracomment>%1 is a percentage of traffic</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next: all traffic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServicesDelegate</name>
    <message>
        <source>%1 / %2</source>
        <extracomment>ready pods of wanted pods, as short as possible</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same as blue</source>
        <extracomment>the new version is no worse than the serving one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worse than blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolled back, serving stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advancing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>native histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue / green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>canary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done and verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnecting, facts are %1 old</source>
        <extracomment>%1 is an age such as &quot;3 m&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale for %1</source>
        <extracomment>%1 is an age such as &quot;3 m&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable for %1</source>
        <extracomment>%1 is an age such as &quot;3 m&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepText</name>
    <message>
        <source>pause until promoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause %1</source>
        <extracomment>%1 is a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale canary to %1</source>
        <extracomment>number of canary pods, as a percentage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale canary: %1</source>
        <extracomment>%1 is the backend&apos;s own wording, for example &quot;replicas: 3&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale canary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set weight %1</source>
        <extracomment>share of traffic for the new version</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>analysis: %1</source>
        <extracomment>%1 names analysis templates</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header route: %1</source>
        <extracomment>route by request header; %1 is its name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirror route: %1</source>
        <extracomment>copy of traffic; %1 is the route&apos;s name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plugin: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step “%1”</source>
        <extracomment>a step of a kind this version does not know; %1 is its name on the server</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2 · %3</source>
        <extracomment>%1 of %2 are numbers, %3 is the step in words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1 steps done</source>
        <extracomment>every step of the release is behind it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Track</name>
    <message>
        <source>Preview</source>
        <extracomment>blue/green: pods of the new version run beside the old ones</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch</source>
        <extracomment>blue/green: all traffic moves to the new version at once</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean up</source>
        <extracomment>pods of the old version go away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>%1 is a countdown such as 9:12</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods updated</source>
        <extracomment>rolling update: pods that run the new version</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods available</source>
        <extracomment>rolling update: pods that serve</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baked %1</source>
        <extracomment>bake time of a finished step; %1 is a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bake %1</source>
        <extracomment>bake time of a step to come; %1 is a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to go</source>
        <extracomment>%1 is a countdown such as 9:12</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aborted here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare</source>
        <extracomment>first station of a release: pods of the new version start</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pods</source>
        <extracomment>pods that are ready, of those wanted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set %1</source>
        <extracomment>share of traffic the steps ask for</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported %1</source>
        <extracomment>share of traffic as the controller reports it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>routed %1</source>
        <extracomment>share of traffic as the traffic route object says</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured %1</source>
        <extracomment>share of traffic as measured</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>role of a version, its name, its share of traffic</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>role of the version a rolling update brings</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a station of the track and what happens there</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To come: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous</source>
        <extracomment>role of the version that served before the switch</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ActionDialog</name>
    <message>
        <source>%1 %2</source>
        <comment>verb and object</comment>
        <extracomment>Title of a preview: verb, object, target version. Example: Roll back checkout to 2.4.0</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <comment>verb, object, target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster %1, namespace %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server what would happen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• Takes about %1; budget %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show the %n call(s) that will be sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason (may follow later)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — hold, or press Enter</source>
        <extracomment>The button repeats the verb; it must be held, or confirmed with Enter.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::AnalysisModel</name>
    <message>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Successful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::BlueGreenTab</name>
    <message>
        <source>This release does not run blue / green; its strategy is: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No release selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active, serves all traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous, kept for going back</source>
        <extracomment>the version that is not serving</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service selects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale-down in</source>
        <extracomment>time until the pods of a version are removed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>pods that are ready, of those wanted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, nothing to switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched, being verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aborted, traffic stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by itself in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview is getting ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::BudgetRing</name>
    <message>
        <source>of %1 budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::CanaryTab</name>
    <message>
        <source>Services, blue beside green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last %1</source>
        <extracomment>how far back the charts reach; %1 is a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range of the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone of the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No release selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Prometheus is configured for this cluster; add one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus: %1</source>
        <extracomment>%1 says how fresh the metrics are</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to %1…</source>
        <extracomment>opens the preview of an undo; %1 is a version</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminate analysis %1…</source>
        <extracomment>opens the preview of the action; %1 is an analysis run</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ChartLegend</name>
    <message>
        <source>limit %1</source>
        <extracomment>a value that must not be exceeded, or must be reached</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>canary %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ChartTableDialog</name>
    <message>
        <source>Values of %1</source>
        <extracomment>table of a chart&apos;s values; %1 is the metric</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ChartTableModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a release, a cluster, a page or an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::CommandSet</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Canary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Blue / green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try lost connections again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionsController</name>
    <message>
        <source>Allow a credential program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig entry of %1 wants to run this program to sign in. It runs with your rights on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionsModel</name>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ConnectionsPage</name>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No kubeconfig context was found. Set KUBECONFIG or start with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Server %2
From %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus service in the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alertmanager URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All; or names separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: never send a change from this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production: coloured frame</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::DecisionsPanel</name>
    <message>
        <source>Select a release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing holds it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No release is in progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back is not ready: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the way back with the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ready: %n call(s) checked by dry run %1. About %2, budget %3. Target has %4 of %5 pods ready.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What holds the next step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop here and take over by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::FleetModel</name>
    <message>
        <source>Needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::FleetPanel</name>
    <message>
        <source>Not a valid expression: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter   Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::KeyValueRow</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a name and its value, read aloud</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::MainWindow</name>
    <message>
        <source>No cluster is open. Open one under Settings, Connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No release matches, or none was found yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::MetricChart</name>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <extracomment>name of a chart for assistive tools; %1 is the metric</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canary %1, stable %2, %3.</source>
        <extracomment>values of a chart for assistive tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter for a table of the values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::MetricPlot</name>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 / %3</source>
        <extracomment>under the pointer: time, value of the canary, value of the stable version</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::Notifier</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A release waits for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An analysis is inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A release was aborted; the stable version serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A release is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollback is done and verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operation failed: take over by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact with a cluster is lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::OperationPanel</name>
    <message>
        <source>Prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done and verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: take over by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: you have taken over by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::PodsModel</name>
    <message>
        <source>Pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::PodsTab</name>
    <message>
        <source>Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, for example status=CrashLoopBackOff or !ready=true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a valid pattern: %1</source>
        <extracomment>%1 is a search pattern typed by the person</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <extracomment>pods shown, of all pods known, and how fresh they are</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ReleaseHeader</name>
    <message>
        <source>No release selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>the release on screen, for assistive tools: name, versions, state</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>strategy and share of traffic</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started %1</source>
        <extracomment>when a release started, and who did it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ReleasePanel</name>
    <message>
        <source>Canary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue / green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the release</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::RevisionsDelegate</name>
    <message>
        <source>%1 / %2</source>
        <extracomment>ready pods of wanted pods, as short as possible</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::RevisionsModel</name>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::ServicesModel</name>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::StatePill</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is where the release stands (&quot;Canary 25 %&quot;), %2 its state</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported by the backend: %1</source>
        <extracomment>%1 is a word of the Kubernetes object, never translated</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::StatusStrip</name>
    <message>
        <source>alerts unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>audit chain not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>audit chain ok · %n record(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>audit chain BROKEN at record %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::StepsModel</name>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::TargetDialog</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to which revision?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set which image?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::TimelineDelegate</name>
    <message>
        <source>%1 (%2 times)</source>
        <extracomment>an event and how often it happened</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for</source>
        <extracomment>a person asked for an action; the outcome is another entry</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · reason: %2</source>
        <extracomment>outcome of an action, and the reason a person gave</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::TimelineTab</name>
    <message>
        <source>Timeline of the release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet. The cluster keeps its events for about an hour.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::TopBar</name>
    <message>
        <source>PRODUCTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · TLS not verified</source>
        <extracomment>Badge on a connection whose TLS certificate is not checked.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 acting as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signalbox::TrackView</name>
    <message>
        <source>Track of the release</source>
        <extracomment>picture of the release&apos;s steps, for assistive tools</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
