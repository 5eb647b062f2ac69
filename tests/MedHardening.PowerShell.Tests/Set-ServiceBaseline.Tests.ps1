BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:fleet = Start-Fleet
    $script:access = $fleet.Access
    $script:quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
    # In the ledger of the made-up hospital PC-RECEPT02 may be changed.
    Export-ServiceBaseline "$TestDrive/pc.yaml" -Ledger $fleet.Ledger -ComputerName PC-RECEPT02 @access @quiet
    (Get-Content "$TestDrive/pc.yaml") -replace '- \{name: (TeamViewer|AnyDesk), start', '- {name: $1, approved: false, start' | Set-Content "$TestDrive/decided.yaml"
    $script:target = @{ Ledger = $fleet.Ledger; ComputerName = 'PC-RECEPT02' }

    function Get-Active {
        Compare-ServiceBaseline "$TestDrive/decided.yaml" @target @access @quiet | Where-Object Change -EQ 'ShouldBeStopped'
    }
}

AfterAll { Stop-Fleet $fleet }

Describe 'Stopping what must not run' {
    It 'changes nothing with -WhatIf' {
        Set-ServiceBaseline "$TestDrive/decided.yaml" @target @access @quiet -JournalPath "$TestDrive/journal" -WhatIf
        (Get-Active).Name | Should -Be 'AnyDesk', 'TeamViewer'
    }

    It 'stops and disables, verifies, and can be taken back' {
        $result = Set-ServiceBaseline "$TestDrive/decided.yaml" @target @access -JournalPath "$TestDrive/journal" -Confirm:$false
        $result.Outcome | Should -Be 'Verified'
        Get-Active | Should -BeNullOrEmpty

        $undone = Undo-MedChange -Last -JournalPath "$TestDrive/journal" -Ledger $fleet.Ledger @access -Confirm:$false
        $undone.Outcome | Should -Be 'Undone'
        (Get-Active).Name | Should -Be 'AnyDesk', 'TeamViewer'
    }

    It 'refuses protected services without -Force' {
        $result = Set-ServiceBaseline "$TestDrive/decided.yaml" @target @access @quiet -Protect 'Team*' -JournalPath "$TestDrive/journal" -Confirm:$false -ErrorVariable refused
        $result.Outcome | Should -Be 'Refused'
        $refused[0].Exception.Message | Should -BeLike '*ProtectedService*'
        (Get-Active).Name | Should -Be 'AnyDesk', 'TeamViewer'
    }
}

Describe 'Services that the facility protects' {
    It 'are refused too' {
        "schema: medhardening/facility/1`nfacility: {name: 見本病院, kind: 病院}`nprotectedServices: [AnyDesk]" | Set-Content "$TestDrive/facility.yaml"
        $result = Set-ServiceBaseline "$TestDrive/decided.yaml" @target @access @quiet -Facility "$TestDrive/facility.yaml" -JournalPath "$TestDrive/journal" -Confirm:$false
        $result.Outcome | Should -Be 'Refused'
        (Get-Active).Name | Should -Contain 'AnyDesk'
    }
}

Describe 'Errors' {
    It 'wants decisions' {
        { Set-ServiceBaseline "$TestDrive/pc.yaml" @target @access -ErrorAction Stop -Confirm:$false } | Should -Throw -ErrorId 'NothingDecided,*'
    }
}
