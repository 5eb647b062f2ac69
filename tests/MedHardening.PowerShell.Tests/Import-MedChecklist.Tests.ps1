BeforeAll {
    $env:POWERSHELL_TELEMETRY_OPTOUT = '1'
    Import-Module "$PSScriptRoot/../../MedHardening.psd1" -Force
    New-MedBaseline hospital "$TestDrive/R7" | Out-Null
    Export-MedAttestation "$TestDrive/R7/facility.yaml" "$TestDrive/form.xlsx" | Out-Null
}

# The sheet of answers has the numbered rows of the official form, so it serves as one here.
Describe 'Import-MedChecklist' {
    It 'makes a checklist and says which row is which item' {
        $items = Import-MedChecklist "$TestDrive/form.xlsx" "$TestDrive/mhlw-r9.yaml" -Reiwa 9
        $items.Count | Should -Be 18
        ($items | Where-Object Number -EQ '2-⑨').Key | Should -Be 'removable-storage'
        Test-MedBaseline "$TestDrive/mhlw-r9.yaml" -Quiet | Should -BeTrue
    }

    It 'overwrites nothing' {
        { Import-MedChecklist "$TestDrive/form.xlsx" "$TestDrive/mhlw-r9.yaml" -Reiwa 9 } | Should -Throw -ErrorId 'FileNotWritable,*'
    }

    It 'needs the year when the form does not say it' {
        { Import-MedChecklist "$TestDrive/form.xlsx" "$TestDrive/other.yaml" } | Should -Throw -ErrorId 'WorkbookInvalid,*'
        "$TestDrive/other.yaml" | Should -Not -Exist
    }
}
