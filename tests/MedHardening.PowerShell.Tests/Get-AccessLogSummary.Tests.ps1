BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:fleet = Start-Fleet
    $script:access = $fleet.Access

    function Get-Summary([string] $Computer, [hashtable] $More = @{}) {
        Get-AccessLogSummary -ComputerName $fleet.Address[$Computer] -Port $fleet.Port -Since '2026-11-15' @access @More
    }
}

AfterAll { Stop-Fleet $fleet }

Describe 'A summary of an access log' {
    It 'shows the night in which passwords were guessed' {
        $summary = Get-Summary 'PC-RECEPT02'
        $summary.Bursts[0].Failures | Should -Be 36
        $summary.Clears | Should -HaveCount 1
        $summary.Bursts[0].Accounts | Should -BeGreaterThan 1
        $summary.Groups[0].Source | Should -Be $summary.Bursts[0].Source
    }

    It 'says that it is partial where the log begins later' {
        (Get-Summary 'PC-RECEPT01').IsPartial | Should -BeFalse
        (Get-AccessLogSummary -ComputerName $fleet.Address['SV-PACS01'] -Port $fleet.Port -Since '2026-11-01' @access).IsPartial | Should -BeTrue
    }

    It 'takes the computers of a ledger, leaves out the one that must not be contacted, and goes on after one that refuses' {
        $summaries = Get-AccessLogSummary -Ledger $fleet.Ledger -Since '2026-11-15' @access -ErrorAction SilentlyContinue -ErrorVariable failures
        $summaries.ComputerName | Should -Contain 'SV-EHR01'
        $summaries.ComputerName | Should -Not -Contain 'CT-CONSOLE01'
        $failures.TargetObject | Should -Contain 'PC-WARD02'
        $failures.TargetObject | Should -Not -Contain 'CT-CONSOLE01'
    }

    It 'goes into a page and into a table for spreadsheets' {
        Get-Summary 'PC-RECEPT02' @{ Path = "$TestDrive/log.html" } | Should -HaveCount 1
        Get-Content "$TestDrive/log.html" -Raw | Should -Match '<svg'
        $null = Get-Summary 'PC-RECEPT02' @{ Path = "$TestDrive/log.csv" }
        (Get-Content "$TestDrive/log.csv").Count | Should -BeGreaterThan 2
    }

    It 'refuses a file whose ending names no format' {
        { Get-Summary 'PC-RECEPT01' @{ Path = "$TestDrive/log.txt" } } | Should -Throw -ErrorId 'ReportNotWritable*'
    }
}
