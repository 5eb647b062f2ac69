BeforeAll {
    $env:POWERSHELL_TELEMETRY_OPTOUT = '1'
    Import-Module "$PSScriptRoot/../../MedHardening.psd1" -Force
}

Describe 'New-MedBaseline' {
    It 'makes files of the kind, below the current location' {
        Push-Location $TestDrive
        try { $files = New-MedBaseline clinic R7 } finally { Pop-Location }
        $files.Name | Sort-Object | Should -Be 'baseline.schema.json', 'baseline.yaml', 'facility.schema.json', 'facility.yaml', 'ledger.csv'
        $files | ForEach-Object { $_.FullName | Should -Exist }
        Get-Content "$TestDrive/R7/facility.yaml" -Raw | Should -Match 'kind: 診療所'
    }

    It 'makes nothing with -WhatIf' {
        New-MedBaseline hospital "$TestDrive/whatif" -WhatIf | Should -BeNullOrEmpty
        "$TestDrive/whatif" | Should -Not -Exist
    }

    It 'overwrites nothing' {
        New-MedBaseline hospital "$TestDrive/twice" | Out-Null
        { New-MedBaseline hospital "$TestDrive/twice" } | Should -Throw -ErrorId 'StarterFilesNotMade,*'
    }

    It 'clears the answers of last year' {
        New-MedBaseline hospital "$TestDrive/old" | Out-Null
        $record = Get-Content "$TestDrive/old/facility.yaml" -Raw
        $record.Replace('operatesMedicalSystem:', 'operatesMedicalSystem: true').Replace('kind: 病院', 'kind: 薬局') | Set-Content "$TestDrive/old/facility.yaml"
        New-MedBaseline hospital "$TestDrive/new" -From "$TestDrive/old" | Out-Null
        $new = Get-Content "$TestDrive/new/facility.yaml" -Raw
        $new | Should -Match 'operatesMedicalSystem:\s*\n'
        $new | Should -Match 'kind: 薬局'
    }

    It 'says when there is no last year' {
        { New-MedBaseline hospital "$TestDrive/none" -From "$TestDrive/nowhere" } | Should -Throw -ErrorId 'LastYearInvalid,*'
    }
}
