BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:fleet = Start-Fleet
    $access = $fleet.Access
    $script:rows = Get-MedChecklistStatus $baseline -Ledger $fleet.Ledger @access -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
}

AfterAll { Stop-Fleet $fleet }

Describe 'Writing reports' {
    It 'writes each in the format of its ending' {
        $rows | Export-MedChecklistReport -Path "$TestDrive/all.html", "$TestDrive/all.csv", "$TestDrive/all.json"
        Get-Content "$TestDrive/all.html" -Raw | Should -Match '^\s*<!DOCTYPE html>'
        (Import-Csv "$TestDrive/all.csv").Count | Should -BeGreaterThan 1
        (Get-Content "$TestDrive/all.json" -Raw | ConvertFrom-Json) | Should -Not -BeNullOrEmpty
    }

    It 'understands drives of PowerShell and paths relative to its location' {
        Push-Location TestDrive:/
        try { $rows | Export-MedChecklistReport -Path relative.csv, TestDrive:/drive.csv }
        finally { Pop-Location }
        "$TestDrive/relative.csv", "$TestDrive/drive.csv" | Should -Exist
    }

    It 'returns the files only with -PassThru' {
        $rows | Export-MedChecklistReport "$TestDrive/quiet.json" | Should -BeNullOrEmpty
        ($rows | Export-MedChecklistReport "$TestDrive/told.json" -PassThru).FullName | Should -Be (Convert-Path "$TestDrive/told.json")
    }

    It 'writes nothing with -WhatIf' {
        $rows | Export-MedChecklistReport "$TestDrive/whatif.html" -WhatIf
        "$TestDrive/whatif.html" | Should -Not -Exist
    }

    It 'takes the rows as an argument, too' {
        Export-MedChecklistReport -InputObject $rows -Path "$TestDrive/argument.json"
        "$TestDrive/argument.json" | Should -Exist
    }

    It 'writes the whole run and says so when only some rows are given' {
        $rows | Export-MedChecklistReport "$TestDrive/whole.json"
        $rows | Where-Object Number -EQ '2-⑨' |
            Export-MedChecklistReport "$TestDrive/some.json" -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        Get-Content "$TestDrive/some.json" -Raw | Should -Be (Get-Content "$TestDrive/whole.json" -Raw)
    }
}

Describe 'A report that has no place' {
    It 'is refused when its ending names no format, with the endings that do' {
        $call = { $rows | Export-MedChecklistReport "$TestDrive/report.docx" }
        $call | Should -Throw -ErrorId 'ReportFormatUnknown,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Match '\.html.*\.csv.*\.json'
    }

    It 'does not take the place of another without -Force' {
        Set-Content "$TestDrive/there.csv" 'mine'
        { $rows | Export-MedChecklistReport "$TestDrive/there.csv" } | Should -Throw -ErrorId 'ReportExists,*'
        Get-Content "$TestDrive/there.csv" | Should -Be 'mine'
        $rows | Export-MedChecklistReport "$TestDrive/there.csv" -Force
        Get-Content "$TestDrive/there.csv" -Raw | Should -Not -Match 'mine'
    }

    It 'is refused before the run begins' {
        $begun = @{ Count = 0 }
        { 1 | ForEach-Object { $begun.Count++; $rows } | Export-MedChecklistReport "$TestDrive/no-folder/report.csv" } |
            Should -Throw -ErrorId 'ReportFolderNotFound,*'
        $begun.Count | Should -Be 0
    }

    It 'does not keep the others from being written' {
        New-Item -ItemType Directory "$TestDrive/folder.csv" | Out-Null
        $rows | Export-MedChecklistReport "$TestDrive/folder.csv", "$TestDrive/after.csv" -ErrorVariable written -ErrorAction SilentlyContinue
        $written.FullyQualifiedErrorId | Should -BeLike 'ReportNotWritable,*'
        $written.CategoryInfo.Category | Should -Be 'WriteError'
        "$TestDrive/after.csv" | Should -Exist
    }
}

Describe 'Rows that are no report' {
    It 'are none at all' {
        @() | Export-MedChecklistReport "$TestDrive/empty.csv" -ErrorVariable written -ErrorAction SilentlyContinue
        $written.FullyQualifiedErrorId | Should -BeLike 'NothingToReport,*'
        "$TestDrive/empty.csv" | Should -Not -Exist
    }

    It 'come from two runs' {
        $again = Get-MedChecklistStatus $baseline -ComputerName $fleet.Address['PC-RECEPT01'] -Port $fleet.Port -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        { @($rows) + $again | Export-MedChecklistReport "$TestDrive/two.csv" } | Should -Throw -ErrorId 'SeveralRuns,*'
    }
}
