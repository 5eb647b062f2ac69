BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:fleet = Start-Fleet
    $script:access = $fleet.Access
    $script:quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }

    function Get-Good([hashtable] $More = @{}) {
        Get-MedChecklistStatus $baseline -ComputerName $fleet.Address['PC-RECEPT01'] -Port $fleet.Port @access @quiet @More
    }
}

AfterAll { Stop-Fleet $fleet }

Describe 'The rows of the form' {
    BeforeAll { $script:rows = Get-MedChecklistStatus $baseline -Ledger $fleet.Ledger @access @quiet }

    It 'come in the order of the form, each once' {
        $rows[0].Line | Should -Be '1-①'
        $rows[-1].Line | Should -Be '4-①'
        $rows.Line | Should -Contain '2-⑫ サーバ'
        $rows.Row | Select-Object -Unique | Should -HaveCount $rows.Count
    }

    It 'propose いいえ where a computer contradicts, and say which' {
        $row = $rows | Where-Object Number -EQ '2-⑨'
        $row.Proposal | Should -Be 'No'
        ($row.Findings | Where-Object Outcome -EQ 'Fail').ComputerName | Should -Contain 'PC-RECEPT02'
        $row.Findings.ComputerName | Should -Not -Contain 'PC-RECEPT01'
    }

    It 'count a computer that refused as not measured' {
        $row = $rows | Where-Object Number -EQ '2-⑨'
        $row.Coverage.Denied | Should -Be 1
        $row.Measured | Should -BeLessThan $row.Ledger
    }

    It 'carry the whole run' {
        $rows[0].Status.Computers.Computer.Name | Should -Contain 'SV-EHR01'
    }

    It 'never fill in what a person answers' {
        $rows | Where-Object { $_.Answer -or $_.ConfirmedOn -or $_.TargetDate } | Should -BeNullOrEmpty
    }

    It 'are limited to the items that are asked for, by number or key' -ForEach '2-9', '2-⑨', 'removable-storage' {
        (Get-Good @{ Item = $_ }).Number | Should -Be '2-⑨'
    }
}

Describe 'With the service baselines of the roles' {
    BeforeAll {
        Export-ServiceBaseline "$TestDrive/roles" -Ledger $fleet.Ledger -ComputerName PC-RECEPT01, SV-EHR01 -Merge -Include Services, Ports @access @quiet
        foreach ($role in 'client', 'server') {
            (Get-Content "$TestDrive/roles/$role.yaml") -replace '^role: .*', "`$0`napproved: true`nby: 山田太郎" | Set-Content "$TestDrive/roles/$role.yaml"
        }
        @"
schema: medhardening/baseline/1
name: test
profile: mhlw-r7
roles:
  client: {approved-services: {serviceBaseline: roles/client.yaml}}
  server: {approved-services: {serviceBaseline: roles/server.yaml}}
"@ | Set-Content "$TestDrive/by-role.yaml"
        $script:checks = Get-MedChecklistStatus "$TestDrive/by-role.yaml" -Ledger $fleet.Ledger -Item 2-12 -PerComputer @access @quiet |
            Where-Object Check -EQ 'approved-services'
    }

    It 'judges each computer by the decisions of its role' {
        ($checks | Where-Object ComputerName -EQ 'PC-RECEPT01').Outcome | Should -Be 'Pass'
        ($checks | Where-Object ComputerName -EQ 'SV-EHR01').Outcome | Should -Be 'Pass'
    }

    It 'counts services and listening ports that nobody approved' {
        $bad = $checks | Where-Object ComputerName -EQ 'PC-RECEPT02'
        $bad.Outcome | Should -Be 'Fail'
        $bad.Result.Verdict.Evidence.Source | Should -Contain 'Win32_Service.Name="AnyDesk"'
        $bad.Result.Verdict.Evidence.Actual | Should -Contain 'tcp/7070 AnyDesk.exe (AnyDesk)'
    }
}

Describe 'With -PerComputer' {
    It 'each check of each computer is an object' {
        $fail = Get-MedChecklistStatus $baseline -Ledger $fleet.Ledger -Item 2-9 -PerComputer @access @quiet |
            Where-Object { $_.ComputerName -eq 'PC-RECEPT02' -and $_.Check -eq 'removable-storage-access' }
        $fail | Should -HaveCount 1
        $fail.Item | Should -Be 'removable-storage'
        $fail.Outcome | Should -Be 'Fail'
        $fail.Source | Should -BeLike '*RemovableStorageDevices*'
        $fail.Expected | Should -Not -BeNullOrEmpty
        $fail.Remedy | Should -Not -BeNullOrEmpty
    }

    It 'results come before the slowest computer is done, and Select-Object -First ends the run' {
        $silent = Start-SilentPort
        try {
            Set-Content "$TestDrive/slow.csv" @(
                'name,role,address,port'
                "PC-RECEPT01,client,$($fleet.Address['PC-RECEPT01']),$($fleet.Port)"
                "SILENT-01,client,127.0.0.1,$($silent.LocalEndpoint.Port)")
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $first = Get-MedChecklistStatus $baseline -Ledger "$TestDrive/slow.csv" -PerComputer @access @quiet `
                -ConnectionTimeoutSec 300 -OperationTimeoutSec 300 | Select-Object -First 1
            $first.ComputerName | Should -Be 'PC-RECEPT01'
            $clock.Elapsed.TotalSeconds | Should -BeLessThan 60
        }
        finally { $silent.Stop() }
    }
}

Describe 'Computers from the pipeline' {
    It 'are taken by value' {
        $results = $fleet.Address['PC-RECEPT01'], $fleet.Address['PC-RECEPT02'] |
            Get-MedChecklistStatus $baseline -Port $fleet.Port -PerComputer -Item 2-9 @access @quiet
        $results.ComputerName | Sort-Object -Unique | Should -Be (@($fleet.Address['PC-RECEPT01'], $fleet.Address['PC-RECEPT02']) | Sort-Object)
    }

    It 'are taken from the property <_>' -ForEach 'ComputerName', 'CN', 'PSComputerName', 'Name', 'DNSHostName' {
        $results = [pscustomobject]@{ $_ = $fleet.Address['PC-RECEPT01'] } |
            Get-MedChecklistStatus $baseline -Port $fleet.Port -PerComputer -Item 2-9 @access @quiet
        $results.ComputerName | Select-Object -Unique | Should -Be $fleet.Address['PC-RECEPT01']
    }

    It 'are measured once, however often they are named' {
        $results = @($fleet.Address['PC-RECEPT01']) * 3 |
            Get-MedChecklistStatus $baseline -Port $fleet.Port -PerComputer -Item 2-9 @access @quiet
        $results | Where-Object Check -EQ 'removable-storage-access' | Should -HaveCount 1
    }

    It 'give no form when there are none' {
        @() | Get-MedChecklistStatus $baseline | Should -BeNullOrEmpty
        'not a name' | Get-MedChecklistStatus $baseline @quiet | Should -BeNullOrEmpty
    }

    It 'have the role that their object or -Role says' {
        $rows = [pscustomobject]@{ Name = $fleet.Address['SV-EHR01']; Role = 'サーバ' } |
            Get-MedChecklistStatus $baseline -Port $fleet.Port @access @quiet
        ($rows | Where-Object Line -EQ '2-⑫ サーバ').Ledger | Should -Be 1
        ($rows | Where-Object Line -EQ '2-⑫ 端末PC').Ledger | Should -Be 0
    }
}

Describe 'What is said beside the results' {
    It 'is, with -Verbose, which computer is connected to' {
        Get-Good @{ Verbose = $true } 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] } |
            Should -BeLike "*$($fleet.Address['PC-RECEPT01'])*"
    }

    It 'is how many computers are done, up to the last' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({ param($Manifest, $Parameters) Import-Module $Manifest; Get-MedChecklistStatus @Parameters }).
                AddArgument("$PSScriptRoot/../../MedHardening.psd1").
                AddArgument(@{ Baseline = $baseline; Ledger = $fleet.Ledger } + $access + $quiet)
            $null = $shell.Invoke()
            $last = $shell.Streams.Progress | Where-Object StatusDescription -Match '\d+/\d+' | Select-Object -Last 1
            $last.RecordType | Should -Be 'Completed'
            $done, $total = [regex]::Matches($last.StatusDescription, '\d+').Value[0..1]
            $done | Should -Be $total
            # Network devices are not measured.
            $total | Should -Be (Import-Csv $fleet.Ledger | Where-Object 名称 -NotLike 'NW-*').Count
        }
        finally { $shell.Dispose() }
    }

    It 'is a notice once a run, not once a computer' {
        Get-MedChecklistStatus $baseline -Ledger $fleet.Ledger -AsOf 2030-01-01 @access -ErrorAction SilentlyContinue `
            -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        $warnings | Where-Object { "$_" -match '令和7年度' } | Should -HaveCount 1
    }

    It 'is in Japanese in a Japanese session' {
        $culture = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'ja-JP'
            (Get-Good @{ Item = '2-9' }).ProposalText | Should -Be '確認書が必要'
        }
        finally { [cultureinfo]::CurrentUICulture = $culture }
    }

    It 'never holds the password' {
        $DebugPreference = 'Continue'
        $everything = Get-MedChecklistStatus $baseline -Ledger $fleet.Ledger -PerComputer @access -Verbose *>&1 |
            ForEach-Object { $_; $_.Exception; $_.InvocationInfo } | Format-List * -Force | Out-String -Width 500
        $everything | Should -Match 'PC-RECEPT02'
        $everything | Should -Not -Match 'Pa55-word'
    }
}

Describe 'Stopping' {
    It 'ends the run at once, though a computer is silent' {
        $silent = Start-SilentPort
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                    param($Manifest, $Baseline, $Port)
                    Import-Module $Manifest
                    Get-MedChecklistStatus $Baseline -ComputerName 127.0.0.1 -Port $Port -ConnectionTimeoutSec 300 -OperationTimeoutSec 300 -Verbose
                }).AddArgument("$PSScriptRoot/../../MedHardening.psd1").AddArgument($baseline).AddArgument($silent.LocalEndpoint.Port)
            $run = $shell.BeginInvoke()
            # The connection stands when the listener has it: then the cmdlet waits for an answer.
            $client = $silent.AcceptTcpClientAsync()
            $client.Wait(30000) | Should -BeTrue
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $clock.Elapsed.TotalSeconds | Should -BeLessThan 2
            $run.IsCompleted | Should -BeTrue
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        }
        finally {
            $shell.Dispose()
            $silent.Stop()
        }
    }
}

Describe 'Recordings' {
    BeforeAll {
        $script:folder = Join-Path $TestDrive 'recordings'
        $script:live = Get-MedChecklistStatus $baseline -Ledger $fleet.Ledger -SaveSnapshot $folder -CollectAll -AsOf 2025-12-01 @access @quiet
    }

    It 'give the same rows without the computers' {
        $again = Get-MedChecklistStatus $baseline -Ledger $fleet.Ledger -Snapshot $folder -AsOf 2025-12-01 @quiet
        ($again | ForEach-Object { '{0} {1} {2}' -f $_.Row, $_.Proposal, $_.Coverage }) |
            Should -Be ($live | ForEach-Object { '{0} {1} {2}' -f $_.Row, $_.Proposal, $_.Coverage })
    }

    It 'are all judged when neither ledger nor names are given' {
        $again = Get-MedChecklistStatus $baseline -Snapshot $folder -Item 2-9 @quiet
        $again.Status.Computers.Count | Should -Be @(Get-ChildItem $folder -Filter *.medsnapshot).Count
    }

    It 'are not taken for the present state' {
        $again = Get-MedChecklistStatus $baseline -Snapshot $folder -Item 2-9 @quiet
        $again[0].Status.Notices.Code | Should -Contain 'JudgedFromRecordings'
        $live[0].Status.Notices.Code | Should -Not -Contain 'JudgedFromRecordings'
    }

    It 'of an empty folder are an error with advice' {
        $empty = New-Item -ItemType Directory (Join-Path $TestDrive 'empty')
        { Get-MedChecklistStatus $baseline -Snapshot $empty } | Should -Throw -ErrorId 'SnapshotNotFound,*'
        { Get-MedChecklistStatus $baseline -Snapshot (Join-Path $TestDrive 'nowhere') } | Should -Throw -ErrorId 'SnapshotNotFound,*'
    }
}

Describe 'The remote shell' {
    BeforeAll {
        # The item is about servers.
        $script:servers = "$TestDrive/servers.csv"
        Set-Content $servers -Encoding utf8BOM @(
            '名称,アドレス,ポート,区分,操作'
            "PC-RECEPT01,$($fleet.Address['PC-RECEPT01']),$($fleet.Port),サーバ,可"
            "PC-EXAM01,$($fleet.Address['PC-EXAM01']),$($fleet.Port),サーバ,参照のみ")
    }

    It 'is used where it is allowed and the ledger lets the computer be written to' {
        $checks = Get-MedChecklistStatus $baseline -Ledger $servers -Item 2-11 -PerComputer -AllowRemoteShell @access @quiet |
            Where-Object Check -EQ 'audit-policy'
        ($checks | Where-Object ComputerName -EQ 'PC-RECEPT01').Outcome | Should -Be 'Pass'
        ($checks | Where-Object ComputerName -EQ 'PC-EXAM01').Result.Verdict.Reason | Should -Be 'RemoteShellUnavailable'
    }

    It 'is not used unasked' {
        $checks = Get-MedChecklistStatus $baseline -Ledger $servers -Item 2-11 -PerComputer @access @quiet | Where-Object Check -EQ 'audit-policy'
        $checks.Outcome | Select-Object -Unique | Should -Be 'Unknown'
    }
}
