BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:fleet = Start-Fleet
    $script:access = $fleet.Access
    $script:quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
    $script:good = @{ ComputerName = $fleet.Address['PC-RECEPT01']; Port = $fleet.Port }
    $script:bad = @{ ComputerName = $fleet.Address['PC-RECEPT02']; Port = $fleet.Port }
}

AfterAll { Stop-Fleet $fleet }

Describe 'Taking the baseline of one computer' {
    BeforeAll { $script:file = Export-ServiceBaseline "$TestDrive/one/pc.yaml" @bad @access @quiet -PassThru }

    It 'writes one file, the folder too' {
        $file.FullName | Should -Be (Convert-Path "$TestDrive/one/pc.yaml")
        $text = Get-Content $file -Raw
        $text | Should -Match '(?m)^computer: PC-RECEPT02$'
        $text | Should -Match '(?m)^  - \{name: AnyDesk, start: automatic, state: running,'
        $text | Should -Match '(?m)^  - \{name: tcp/7070, process: AnyDesk.exe, service: AnyDesk,'
    }

    It 'does not replace a file with decisions unless it is told to' {
        { Export-ServiceBaseline $file @bad @access -ErrorAction Stop } | Should -Throw -ErrorId 'BaselineExists,*'
    }

    It 'keeps the decisions with -Update' {
        (Get-Content $file) -replace '- \{name: AnyDesk, start', '- {name: AnyDesk, approved: false, by: 山田太郎, start' | Set-Content $file
        Export-ServiceBaseline $file @bad @access @quiet -Update
        Get-Content $file -Raw | Should -Match '- \{name: AnyDesk, approved: false, by: 山田太郎, start'
    }

    It 'forgets them with -Force' {
        Export-ServiceBaseline $file @bad @access @quiet -Force
        Get-Content $file -Raw | Should -Not -Match 'approved: false'
    }

    It 'reads only what -Include says' {
        Export-ServiceBaseline "$TestDrive/ports.yaml" @good @access @quiet -Include Ports
        $text = Get-Content "$TestDrive/ports.yaml" -Raw
        $text | Should -Match '(?m)^ports:$'
        $text | Should -Not -Match '(?m)^services:$'
    }

    It 'writes nothing with -WhatIf' {
        Export-ServiceBaseline "$TestDrive/whatif.yaml" @good @access @quiet -WhatIf
        "$TestDrive/whatif.yaml" | Should -Not -Exist
    }

    It 'warns of what is suspicious, and of nothing on a good computer' {
        Export-ServiceBaseline "$TestDrive/w1.yaml" @good @access -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
    }
}

Describe 'The list of services for spreadsheets' {
    It 'is what Get-Service and Export-Csv print, with a byte order mark' {
        Export-ServiceBaseline "$TestDrive/service_list.csv" @good @access @quiet
        [IO.File]::ReadAllBytes("$TestDrive/service_list.csv")[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        (Get-Content "$TestDrive/service_list.csv" -TotalCount 1) | Should -Be '"DisplayName","Status","StartType"'
        $services = Import-Csv "$TestDrive/service_list.csv"
        ($services | Where-Object DisplayName -EQ 'Print Spooler').StartType | Should -Be 'Automatic'
        $services.Status | Select-Object -Unique | Sort-Object | Should -Be 'Running', 'Stopped'
    }

    It 'comes with a list of programs' {
        Export-ServiceBaseline "$TestDrive/p.yaml" @bad @access @quiet -ProgramList "$TestDrive/programs.csv"
        (Import-Csv "$TestDrive/programs.csv" | Where-Object プログラム -EQ 'TeamViewer').版 | Should -Be '15.38.3'
    }
}

Describe 'Taking the baselines of a fleet' {
    BeforeAll {
        Export-ServiceBaseline "$TestDrive/fleet" -Ledger $fleet.Ledger @access -SaveSnapshot "$TestDrive/recordings" -ErrorVariable problems -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $script:problems = $problems
    }

    It 'writes one file a computer' {
        Get-ChildItem "$TestDrive/fleet" -Name | Should -Contain 'pc-recept01.yaml'
        Get-ChildItem "$TestDrive/fleet" -Name | Should -Contain 'sv-ehr01.yaml'
    }

    It 'says which computers could not be read, and not those that must not be' {
        $problems.TargetObject | Should -Contain 'PC-WARD02'
        "$TestDrive/fleet/pc-ward02.yaml" | Should -Not -Exist
    }

    It 'merges them role by role' {
        Export-ServiceBaseline "$TestDrive/roles" -Snapshot "$TestDrive/recordings" -Ledger $fleet.Ledger -Merge @quiet
        Get-Content "$TestDrive/roles/client.yaml" -Raw | Should -Match '(?m)^role: client$'
        Get-Content "$TestDrive/roles/server.yaml" -Raw | Should -Match '(?m)^role: server$'
    }

    It 'does not put several computers into one file' {
        { Export-ServiceBaseline "$TestDrive/several.yaml" -Snapshot "$TestDrive/recordings" @quiet } |
            Should -Throw -ErrorId 'SeveralBaselines,*'
    }
}

Describe 'Errors' {
    It 'names endings that it knows' {
        { Export-ServiceBaseline "$TestDrive/x.txt" @good @access -ErrorAction Stop } | Should -Throw -ErrorId 'BaselineFormatUnknown,*'
    }

    It 'wants to know whose baseline' {
        { Export-ServiceBaseline "$TestDrive/x.yaml" -ErrorAction Stop } | Should -Throw -ErrorId 'NoTargets,*'
    }
}
