BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:fleet = Start-Fleet
    # Servers only are asked for their logs; SV-PACS01 is a bad one and SV-DC01 a good one, and this ledger permits to change them.
    (Get-Content $fleet.Ledger) -replace '("SV-PACS01".*|"SV-DC01".*)"参照のみ"', '$1"可"' | Set-Content $fleet.Ledger -Encoding utf8BOM
    $script:journals = "$TestDrive/journals"
    $script:common = @{ Baseline = "$PSScriptRoot/../../baselines/hospital.yaml"; Item = '2-11'; Ledger = $fleet.Ledger; JournalPath = $journals } + $fleet.Access
    $script:undo = @{ JournalPath = $journals } + $fleet.Access

    # A PowerShell of its own that is answered from a list, one answer a question.
    function Invoke-Answered([string] $Command, [string[]] $Answers) {
        $hostCode = @'
using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
public class AnsweringHost : PSHost {
    public readonly AnsweringUI Answering = new AnsweringUI();
    public override string Name { get { return "Answering"; } }
    public override Version Version { get { return new Version(1, 0); } }
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override PSHostUserInterface UI { get { return Answering; } }
    public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }
    public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }
    public override void EnterNestedPrompt() { }
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) { }
}
public class AnsweringUI : PSHostUserInterface {
    public readonly Queue<string> Answers = new Queue<string>();
    public readonly List<string> Asked = new List<string>();
    public readonly List<string> Written = new List<string>();
    public override PSHostRawUserInterface RawUI { get { return null; } }
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) {
        Asked.Add(message);
        string answer = Answers.Dequeue();
        for (int i = 0; i < choices.Count; i++)
            if (choices[i].Label.Replace("&", "") == answer) return i;
        throw new InvalidOperationException(answer);
    }
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) { throw new NotSupportedException(); }
    public override PSCredential PromptForCredential(string c, string m, string u, string t) { throw new NotSupportedException(); }
    public override PSCredential PromptForCredential(string c, string m, string u, string t, PSCredentialTypes a, PSCredentialUIOptions o) { throw new NotSupportedException(); }
    public override string ReadLine() { throw new NotSupportedException(); }
    public override SecureString ReadLineAsSecureString() { throw new NotSupportedException(); }
    public override void Write(string value) { Written.Add(value); }
    public override void Write(ConsoleColor f, ConsoleColor b, string value) { Written.Add(value); }
    public override void WriteLine(string value) { Written.Add(value); }
    public override void WriteDebugLine(string message) { }
    public override void WriteErrorLine(string value) { }
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override void WriteVerboseLine(string message) { Written.Add(message); }
    public override void WriteWarningLine(string message) { }
}
'@
        if (-not ('AnsweringHost' -as [type])) { Add-Type $hostCode }
        $answering = [AnsweringHost]::new()
        $Answers | ForEach-Object { $answering.Answering.Answers.Enqueue($_) }
        $runspace = [runspacefactory]::CreateRunspace($answering)
        $runspace.Open()
        $runspace.SessionStateProxy.SetVariable('common', $common)
        $runspace.SessionStateProxy.SetVariable('fleet', $fleet)
        $shell = [powershell]::Create($runspace)
        [void] $shell.AddScript("Import-Module '$PSScriptRoot/../../MedHardening.psd1'; $Command")
        $results = $shell.Invoke()
        $runspace.Close()
        [pscustomobject]@{ Results = $results; Asked = $answering.Answering.Asked; Written = $answering.Answering.Written; Errors = @($shell.Streams.Error) }
    }

}

AfterAll { Stop-Fleet $fleet }

Describe 'Set-MedBaseline' {
    It 'with -WhatIf says the changes of each computer and writes nothing, not even a journal' {
        $answered = Invoke-Answered 'Set-MedBaseline @common -WhatIf -ErrorAction Ignore'
        $answered.Asked | Should -BeNullOrEmpty
        $whatIf = $answered.Written -join "`n"
        $whatIf | Should -BeLike '*SV-PACS01*EventLog\Application*MaxSize*20971520*33554432*'
        $whatIf | Should -Not -BeLike '*SV-DC01*'
        Test-Path $journals | Should -BeFalse
        $answered.Results.ComputerName | Should -Not -Contain 'SV-PACS01'
    }

    It 'asks by default, and no means no' {
        $answered = Invoke-Answered 'Set-MedBaseline @common -ErrorAction Ignore' 'No'
        $answered.Asked | Should -HaveCount 1
        $answered.Asked[0] | Should -BeLike '*SV-PACS01*EventLog\Application*'
        Test-Path $journals | Should -BeFalse
    }

    It 'says the same with -WhatIf as it asks and then does' {
        $whatIf = (Invoke-Answered 'Set-MedBaseline @common -WhatIf -ErrorAction Ignore').Written -join "`n"
        $answered = Invoke-Answered 'Set-MedBaseline @common -Confirm -ErrorAction Ignore' 'Yes'
        $done = $answered.Results | Where-Object ComputerName -EQ 'SV-PACS01'
        $done.Changes | Should -HaveCount 4
        foreach ($change in $done.Changes) {
            $whatIf | Should -BeLike "*$([WildcardPattern]::Escape($change))*"
            $answered.Asked[0] | Should -BeLike "*$([WildcardPattern]::Escape($change))*"
        }
    }

    It 'tells that a policy will take the values back, and by its name' {
        $run = Get-MedChange -JournalPath $journals
        $run.State | Should -Be 'Complete'
        $run.Command | Should -BeLike 'Set-MedBaseline*-Item 2-11*'
        $run.Command | Should -Not -BeLike '*Pa55*'
        $run.Computers.ComputerName | Should -Be 'SV-PACS01'
        $run.Computers.Outcome | Should -Be 'NotEffective'
        $run.Computers.Detail | Should -BeLike '*CN=POLICIES*'
    }

    It 'has nothing to do on what is as wanted, and says of what is written already that it is not in force' {
        $again = Set-MedBaseline @common -Confirm:$false -ErrorAction Ignore
        ($again | Where-Object ComputerName -EQ 'SV-DC01').Outcome | Should -Be 'NothingToDo'
        $pacs = $again | Where-Object ComputerName -EQ 'SV-PACS01'
        $pacs.Outcome | Should -Be 'NotEffective'
        $pacs.Changes | Should -BeNullOrEmpty
        Get-MedChange -JournalPath $journals | Should -HaveCount 1
    }

    It 'is taken back by Undo-MedChange -Last after -WhatIf has shown what that does' {
        Undo-MedChange -Last @undo -WhatIf | Should -BeNullOrEmpty
        $undone = Undo-MedChange -Last @undo -Confirm:$false
        $undone.Outcome | Should -Be 'Undone'
        (Get-MedChange -JournalPath $journals).State | Should -Be 'Undone'
        (Set-MedBaseline @common -Confirm:$false -ErrorAction Ignore | Where-Object ComputerName -EQ 'SV-PACS01').Changes | Should -HaveCount 4
        (Undo-MedChange -Last @undo -Confirm:$false).Outcome | Should -Be 'Undone'
    }

    It 'asks nothing where $ConfirmPreference is None' {
        $answered = Invoke-Answered '$ConfirmPreference = "None"; Set-MedBaseline @common -ErrorAction Ignore'
        $answered.Asked | Should -BeNullOrEmpty
        ($answered.Results | Where-Object ComputerName -EQ 'SV-PACS01').Changes | Should -HaveCount 4
        (Undo-MedChange -Last @undo -Confirm:$false).Outcome | Should -Be 'Undone'
    }

    It 'takes computers from the pipeline, as rows of the ledger' {
        $piped = Get-MedComputer -Ledger $fleet.Ledger | Where-Object ComputerName -In 'SV-PACS01', 'SV-DC01' |
            Set-MedBaseline @common -Confirm:$false -ErrorAction Ignore
        $piped.ComputerName | Sort-Object | Should -Be 'SV-DC01', 'SV-PACS01'
        (Undo-MedChange -Last @undo -ComputerName SV-PACS01 -Confirm:$false).Outcome | Should -Be 'Undone'
    }

    It 'leaves computers alone that the ledger does not permit to change, without calling that an error' {
        $results = Set-MedBaseline @common -ComputerName SV-EHR01, CT-CONSOLE01 -Confirm:$false -ErrorVariable errors
        $results.Outcome | Should -Be 'Refused', 'Refused'
        $errors | Should -BeNullOrEmpty
    }

    It 'does not change a computer that is in no ledger' {
        $lab = @{} + $common
        $lab.Remove('Ledger')
        $result = Set-MedBaseline @lab -ComputerName $fleet.Address['SV-PACS01'] -Role server -Port $fleet.Port -Confirm:$false -ErrorVariable errors -ErrorAction SilentlyContinue
        $result.Outcome | Should -Be 'Refused'
        $errors.FullyQualifiedErrorId | Should -BeLike 'ChangeRefused,*'
    }

    It 'asks for each computer once more with -NoLedger, whatever was said to all' {
        $command = '$lab = @{} + $common; $lab.Remove("Ledger"); Set-MedBaseline @lab -NoLedger -ComputerName ' + $fleet.Address['SV-PACS01'] +
            ' -Role server -Port ' + $fleet.Port + ' -ErrorAction Ignore'
        $answered = Invoke-Answered $command 'Yes to All', 'No'
        $answered.Asked | Should -HaveCount 2
        $answered.Asked[1] | Should -BeLike '*in no ledger*'
        (Get-MedChange -JournalPath $journals)[0].Command | Should -Not -BeLike '*-NoLedger*'
    }

    It 'saves a plan, makes it, and refuses a file that is none' {
        Set-MedBaseline @common -PlanPath "$TestDrive/plan.json" -WhatIf -ErrorAction Ignore | Out-Null
        Test-Path "$TestDrive/plan.json" | Should -BeFalse
        $plan = Set-MedBaseline @common -PlanPath "$TestDrive/plan.json" -ErrorAction Ignore | Where-Object { $_ -is [IO.FileInfo] }
        $plan.Length | Should -BeGreaterThan 100
        (Set-MedBaseline @common -Plan $plan.FullName -Confirm:$false -ErrorAction Ignore).ComputerName | Should -Be 'SV-PACS01'
        (Undo-MedChange -Last @undo -Confirm:$false).Outcome | Should -Be 'Undone'
        { Set-MedBaseline @common -PlanPath $plan.FullName -ErrorAction Ignore } | Should -Throw -ErrorId 'PlanExists,*'
        { Set-MedBaseline @common -Plan $fleet.Ledger -Confirm:$false } | Should -Throw -ErrorId 'PlanInvalid,*'
    }

    It 'says which items it can repair when none of those asked for is one' {
        $other = @{} + $common
        $other.Item = '1-1'
        { Set-MedBaseline @other } | Should -Throw -ErrorId 'NothingRepairable,*'
    }

    It 'is listed by Get-MedChange, the newest run first, with damaged files as errors' {
        Set-Content "$journals/0.medjournal" 'damaged'
        $runs = Get-MedChange -JournalPath $journals -ErrorVariable errors -ErrorAction SilentlyContinue
        $runs.Count | Should -BeGreaterThan 2
        $runs[0].StartedAt | Should -BeGreaterOrEqual $runs[1].StartedAt
        $errors.FullyQualifiedErrorId | Should -BeLike 'JournalInvalid,*'
        if (-not $IsWindows) { (Get-Item $runs[0].Journal).UnixMode | Should -Be '-rw-------' }
    }
}

Describe 'Undo-MedChange' {
    It 'wants to know which run' {
        { Undo-MedChange @undo } | Should -Throw -ErrorId 'NoJournal,*'
        { Undo-MedChange "$TestDrive/none.medjournal" @undo } | Should -Throw -ErrorId 'JournalNotFound,*'
        { Undo-MedChange -Last -JournalPath "$TestDrive/nowhere" } | Should -Throw -ErrorId 'JournalNotFound,*'
    }
}
