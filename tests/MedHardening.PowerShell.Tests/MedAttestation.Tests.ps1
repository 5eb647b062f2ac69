BeforeAll {
    $env:POWERSHELL_TELEMETRY_OPTOUT = '1'
    Import-Module "$PSScriptRoot/../../MedHardening.psd1" -Force
    New-MedBaseline hospital "$TestDrive/R7" | Out-Null
    $script:facility = "$TestDrive/R7/facility.yaml"
    $script:sheet = "$TestDrive/answers.xlsx"
}

Describe 'Export-MedAttestation and Import-MedAttestation' {
    It 'writes a workbook and reads it back' {
        (Export-MedAttestation $facility $sheet).FullName | Should -Exist
        Import-MedAttestation $sheet $facility | Should -BeNullOrEmpty
        Test-MedBaseline $facility -Quiet | Should -BeTrue
    }

    It 'overwrites only with -Force' {
        { Export-MedAttestation $facility $sheet } | Should -Throw -ErrorId 'FileExists,*'
        Export-MedAttestation $facility $sheet -Force | Should -Not -BeNullOrEmpty
    }

    It 'returns the answers that it read' {
        $text = Get-Content $facility -Raw
        Set-Content $facility ($text -replace '(?s)(- row: 1-①\s+answer:)', '$1 はい')
        Export-MedAttestation $facility $sheet -Force | Out-Null
        $answer = Import-MedAttestation $sheet $facility
        $answer.Row | Should -Be 'safety-officer'
        $answer.Answer | Should -Be 'Yes'
    }

    It 'changes nothing with -WhatIf or when the workbook is none' {
        $before = Get-Content $facility -Raw
        Import-MedAttestation $sheet $facility -WhatIf
        Set-Content "$TestDrive/none.xlsx" 'x'
        { Import-MedAttestation "$TestDrive/none.xlsx" $facility } | Should -Throw -ErrorId 'WorkbookInvalid,*'
        Get-Content $facility -Raw | Should -Be $before
    }
}
