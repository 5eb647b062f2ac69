BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:fleet = Start-Fleet
    $script:access = $fleet.Access
    $script:closed = Get-ClosedPort
}

AfterAll { Stop-Fleet $fleet }

Describe 'Test-MedConnection' {
    It 'shows each step to a computer, with the name at the first position' {
        $steps = Test-MedConnection $fleet.Address['PC-RECEPT01'] -Port $fleet.Port @access
        $steps.Step | Should -Be 'NameResolution', 'Tcp', 'Tls', 'Identify', 'Clock', 'Authentication', 'ReadCim', 'InvokeRegistry'
        $steps.Result | Select-Object -Unique | Should -Be 'Ok', 'Skipped'
        ($steps | Where-Object Step -EQ 'Clock').ClockOffset.TotalSeconds | Should -BeLessThan 5
        ($steps | Where-Object Step -EQ 'Authentication').Finding | Should -BeLike 'Basic*OS: 10.0.*'
    }

    It 'names what is wrong and what to do' {
        $step = Test-MedConnection 127.0.0.1 -Port $closed | Where-Object Result -EQ 'Failed'
        $step.Step | Should -Be 'Tcp'
        $step.Reason | Should -Be 'ConnectionRefused'
        $step.Advice | Should -Match 'Enable-PSRemoting -Force'
    }

    It 'takes names from the pipeline and keeps their order' {
        $steps = 'no-such-host.invalid', '127.0.0.1' | Test-MedConnection -Port $closed
        $steps.ComputerName | Select-Object -Unique | Should -Be 'no-such-host.invalid', '127.0.0.1'
    }

    It 'probes the computers of a ledger, but not one that must not be contacted' {
        $steps = Test-MedConnection -Ledger $fleet.Ledger -ConnectionTimeoutSec 3 @access
        ($steps | Where-Object ComputerName -EQ 'CT-CONSOLE01').Reason | Should -Be 'NotContactable'
        ($steps | Where-Object { $_.ComputerName -eq 'PC-WARD02' -and $_.Result -eq 'Failed' }).Reason | Select-Object -Unique |
            Should -Be 'AccessDenied'
        ($steps | Where-Object { $_.ComputerName -eq 'SV-BACKUP01' -and $_.Result -eq 'Failed' }).Step | Should -Not -BeNullOrEmpty
    }

    It 'probes a computer by its name as the ledger says' {
        $steps = Test-MedConnection PC-RECEPT01 -Ledger $fleet.Ledger @access
        $steps.ComputerName | Select-Object -Unique | Should -Be 'PC-RECEPT01'
        ($steps | Where-Object Step -EQ 'InvokeRegistry').Result | Should -Be 'Ok'
    }

    It 'returns instances with typed values for a query' {
        $service = Test-MedConnection $fleet.Address['PC-RECEPT01'] -Port $fleet.Port @access -Query "SELECT * FROM Win32_Service WHERE Name = 'EventLog'"
        $service.Name | Should -Be 'EventLog'
        $service.PSComputerName | Should -Be $fleet.Address['PC-RECEPT01']
        $service.Started | Should -BeOfType [bool]
        $service.ProcessId | Should -BeOfType [long]
    }

    It 'takes the name of a class and another namespace for a query' {
        $profiles = Test-MedConnection $fleet.Address['PC-RECEPT01'] -Port $fleet.Port @access -Namespace root/StandardCimv2 -Query MSFT_NetFirewallProfile
        $profiles.Name | Sort-Object | Should -Be 'Domain', 'Private', 'Public'
    }

    It 'writes an error where a query cannot be asked' {
        $rows = Test-MedConnection 127.0.0.1 -Port $closed -Query Win32_Service -ErrorVariable written -ErrorAction SilentlyContinue
        $rows | Should -BeNullOrEmpty
        $written.FullyQualifiedErrorId | Should -BeLike 'HostUnreachable,*TestMedConnectionCommand'
        $written.ErrorDetails.RecommendedAction | Should -Match 'Enable-PSRemoting'
    }

    It 'shows a table by computer with what to do' {
        $text = Test-MedConnection 127.0.0.1 -Port $closed | Out-String -Width 120
        $text | Should -Match 'ComputerName: 127\.0\.0\.1'
        $text | Should -Match '-> '
    }

    It 'never shows the password' {
        $wrong = [pscredential]::new('auditor', (ConvertTo-SecureString 'not-the-one' -AsPlainText -Force))
        $steps = Test-MedConnection $fleet.Address['PC-RECEPT01'] -Port $fleet.Port -Credential $wrong -Authentication Basic
        ($steps | Where-Object Step -EQ 'Authentication').Reason | Should -Be 'AuthenticationFailed'
        $steps | Format-List * -Force | Out-String | Should -Not -Match 'not-the-one'
        $steps | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue | Should -Not -Match 'not-the-one'
    }
}
