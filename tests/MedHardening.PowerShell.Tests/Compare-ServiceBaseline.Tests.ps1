BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:fleet = Start-Fleet
    $script:access = $fleet.Access
    $script:quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
    $script:good = @{ ComputerName = $fleet.Address['PC-RECEPT01']; Port = $fleet.Port }
    $script:bad = @{ ComputerName = $fleet.Address['PC-RECEPT02']; Port = $fleet.Port }
    Export-ServiceBaseline "$TestDrive/good.yaml" @good @access @quiet
    Export-ServiceBaseline "$TestDrive/bad.yaml" @bad @access @quiet
}

AfterAll { Stop-Fleet $fleet }

Describe 'Comparing with a reference' {
    It 'finds nothing on the computer itself' {
        Compare-ServiceBaseline "$TestDrive/good.yaml" @good @access @quiet | Should -BeNullOrEmpty
        Compare-ServiceBaseline "$TestDrive/good.yaml" @good @access @quiet -Quiet | Should -BeTrue
    }

    It 'tells each difference of another computer' {
        $differences = Compare-ServiceBaseline "$TestDrive/good.yaml" @bad @access @quiet
        $remote = $differences | Where-Object { $_.Kind -eq 'Services' -and $_.Name -eq 'AnyDesk' }
        $remote.ComputerName | Should -Be 'PC-RECEPT02'
        $remote.Change | Should -Be 'Added'
        $remote.ExplainedBy | Should -Be 'AnyDesk ad 7.1.8'
        $remote.Severity | Should -Be 'Low'
        ($differences | Where-Object { $_.Kind -eq 'Programs' -and $_.Name -eq 'AnyDesk' }).Severity | Should -Be 'Medium'
        $remote.New | Should -BeLike '*AnyDesk.exe*'
        $remote.Why | Should -Not -BeNullOrEmpty
        ($differences | Where-Object Name -EQ 'tcp/7070').Change | Should -Be 'PortOpened'
        Compare-ServiceBaseline "$TestDrive/good.yaml" @bad @access @quiet -Quiet | Should -BeFalse
    }

    It 'compares exported files without contacting anything' {
        $differences = Compare-ServiceBaseline "$TestDrive/good.yaml" -Difference "$TestDrive/bad.yaml"
        $differences.Name | Should -Contain 'TeamViewer'
        Compare-ServiceBaseline "$TestDrive/bad.yaml" -Difference "$TestDrive/bad.yaml" -Quiet | Should -BeTrue
    }

    It 'tells what must not be there' {
        (Get-Content "$TestDrive/bad.yaml") -replace '- \{name: TeamViewer, start', '- {name: TeamViewer, approved: false, start' | Set-Content "$TestDrive/decided.yaml"
        $difference = Compare-ServiceBaseline "$TestDrive/decided.yaml" @bad @access @quiet
        $difference.Change | Should -Be 'ShouldBeStopped'
        $difference.Severity | Should -Be 'High'
    }

    It 'takes the list of services of the Ministry''s advice as a reference' {
        Export-ServiceBaseline "$TestDrive/service_list.csv" @good @access @quiet
        Compare-ServiceBaseline "$TestDrive/service_list.csv" @good @access @quiet | Should -BeNullOrEmpty
        (Compare-ServiceBaseline "$TestDrive/service_list.csv" @bad @access @quiet).DisplayName | Should -Contain 'AnyDesk Service'
    }

    It 'compares each computer of a ledger with the baseline of its role' {
        Export-ServiceBaseline "$TestDrive/roles" -Ledger $fleet.Ledger -ComputerName SV-EHR01, PC-RECEPT01 -Merge @access @quiet
        $selected = @{ Ledger = $fleet.Ledger; ComputerName = 'SV-EHR01', 'PC-RECEPT01' }
        Compare-ServiceBaseline "$TestDrive/roles" @selected @access @quiet -Quiet | Should -BeTrue
        Remove-Item "$TestDrive/roles/server.yaml"
        Compare-ServiceBaseline "$TestDrive/roles" @selected @access @quiet -Quiet | Should -BeFalse
    }

    It 'is never quietly true of a computer that could not be compared' {
        Compare-ServiceBaseline "$TestDrive/good.yaml" -ComputerName $fleet.Address['PC-WARD02'] -Port $fleet.Port @access @quiet -Quiet | Should -BeFalse
    }
}

Describe 'The summary of a fleet' {
    BeforeAll {
        $script:summary = Compare-ServiceBaseline "$TestDrive/good.yaml" -Ledger $fleet.Ledger @access @quiet -Summary -Report "$TestDrive/diff.html"
    }

    It 'says on how many computers each change is, the worst first' {
        $summary[0].Severity | Should -BeGreaterOrEqual $summary[-1].Severity
        $remote = $summary | Where-Object { $_.Kind -eq 'Services' -and $_.Name -eq 'AnyDesk' }
        $remote.Count | Should -Be $remote.ComputerName.Count
        $remote.ComputerName | Should -Contain 'PC-RECEPT02'
        $remote.Compared | Should -BeGreaterThan $remote.Count
    }

    It 'comes with a page for people' {
        $page = Get-Content "$TestDrive/diff.html" -Raw
        $page | Should -Match '^\s*<!DOCTYPE html>'
        $page | Should -Match 'PC-WARD02: '
        $page | Should -Match '変更前'
        { Compare-ServiceBaseline "$TestDrive/good.yaml" -Difference "$TestDrive/bad.yaml" -Report "$TestDrive/diff.html" -ErrorAction Stop } |
            Should -Throw -ErrorId 'ReportExists,*'
    }
}

Describe 'Errors' {
    It 'says what is wrong with a reference, and where' {
        "schema: medhardening/service-baseline/1`nservices:`n  - {name: A, start: now and then}" | Set-Content "$TestDrive/wrong.yaml"
        { Compare-ServiceBaseline "$TestDrive/wrong.yaml" -Difference "$TestDrive/bad.yaml" -ErrorAction Stop } | Should -Throw -ErrorId 'ReferenceInvalid,*'
        { Compare-ServiceBaseline "$TestDrive/none.yaml" -Difference "$TestDrive/bad.yaml" -ErrorAction Stop } | Should -Throw -ErrorId 'ReferenceNotFound,*'
    }
}
