BeforeAll {
    $env:POWERSHELL_TELEMETRY_OPTOUT = '1'
    Import-Module "$PSScriptRoot/../../MedHardening.psd1" -Force
    New-MedBaseline hospital "$TestDrive/R7" | Out-Null
}

Describe 'Test-MedBaseline' {
    It 'returns an object a file' {
        $tests = Get-ChildItem "$TestDrive/R7/*.yaml", "$TestDrive/R7/*.csv" | Test-MedBaseline
        $tests.Count | Should -Be 3
        $tests.IsValid | Should -Not -Contain $false
    }

    It 'writes an error for each mistake, with its place' {
        Set-Content "$TestDrive/bad.yaml" "schema: medhardening/facility/1`nfacility: {name: a, kind: 病院}`nbackup: {purposes: [保管]}"
        $test = Test-MedBaseline "$TestDrive/bad.yaml" -ErrorVariable written -ErrorAction SilentlyContinue
        $test.IsValid | Should -BeFalse
        $test.Faults[0].Line, $test.Faults[0].Column | Should -Be 3, 21
        $written.FullyQualifiedErrorId | Should -Be 'FileInvalid,MedHardening.PowerShell.Commands.TestMedBaselineCommand'
        $written[0].TargetObject.Line | Should -Be 3
    }

    It 'holds files against each other' {
        Set-Content "$TestDrive/other.yaml" "schema: medhardening/facility/1`nfacility: {name: a, kind: 病院}`nnetworkDevices: [{name: NW-99}]"
        Test-MedBaseline "$TestDrive/other.yaml" -Quiet | Should -BeTrue
        Test-MedBaseline "$TestDrive/other.yaml", "$TestDrive/R7/ledger.csv" -Quiet | Should -BeFalse
    }
}
