BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:fleet = Start-Fleet
    $script:access = $fleet.Access
    $script:closed = Get-ClosedPort

    # The records that a call writes, or the one that it ends with.
    function Get-StatusError([hashtable] $Parameters) {
        try { Get-MedChecklistStatus @Parameters -ErrorVariable written -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Out-Null }
        catch { return $_ }
        $written
    }
}

AfterAll { Stop-Fleet $fleet }

Describe 'A computer that cannot be measured' {
    It 'is an error with its name, a stable id, a category and what to do' {
        $record = Get-StatusError @{ Baseline = $baseline; ComputerName = '127.0.0.1'; Port = $closed }
        $record.FullyQualifiedErrorId | Should -Be 'HostUnreachable,MedHardening.PowerShell.Commands.GetMedChecklistStatusCommand'
        $record.CategoryInfo.Category | Should -Be 'ConnectionError'
        $record.TargetObject | Should -Be '127.0.0.1'
        "$record" | Should -BeLike '127.0.0.1: *'
        $record.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $record.Exception.Kind | Should -Be 'ConnectionRefused'
    }

    It 'does not end the run' {
        $rows = $fleet.Address['PC-RECEPT01'], 'no-such-host.invalid' |
            Get-MedChecklistStatus $baseline -Port $fleet.Port -Item 2-9 @access -ErrorVariable written -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $rows.Measured | Should -Be 1
        $rows.Ledger | Should -Be 2
        $rows.Proposal | Should -Be 'Undetermined'
        $written.TargetObject | Should -Be 'no-such-host.invalid'
    }

    It 'is an error for each such computer of the ledger, but not for one that must not be contacted' {
        $records = Get-StatusError (@{ Baseline = $baseline; Ledger = $fleet.Ledger } + $access)
        $records.TargetObject | Sort-Object | Should -Be 'PC-WARD02', 'SV-BACKUP01'
    }

    It 'ends the run with -ErrorAction Stop' {
        { Get-MedChecklistStatus $baseline -ComputerName 127.0.0.1 -Port $closed -ErrorAction Stop -WarningAction SilentlyContinue } |
            Should -Throw -ErrorId 'HostUnreachable,*'
    }

    It 'is told apart when it refuses the account' {
        $wrong = [pscredential]::new('auditor', (ConvertTo-SecureString 'not-the-one' -AsPlainText -Force))
        $record = Get-StatusError @{
            Baseline = $baseline; ComputerName = $fleet.Address['PC-RECEPT01']; Port = $fleet.Port; Credential = $wrong; Authentication = 'Basic'
        }
        $record.FullyQualifiedErrorId | Should -BeLike 'AuthenticationFailed,*'
        $record.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $record | Format-List * -Force | Out-String | Should -Not -Match 'not-the-one'
    }

    It 'is told apart when it denies access' {
        $record = Get-StatusError (@{ Baseline = $baseline; ComputerName = $fleet.Address['PC-WARD02']; Port = $fleet.Port } + $access)
        $record.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $record.CategoryInfo.Category | Should -Be 'PermissionDenied'
    }

    It 'is told apart when it never answers' {
        $silent = Start-SilentPort
        try {
            $record = Get-StatusError @{
                Baseline = $baseline; ComputerName = '127.0.0.1'; Port = $silent.LocalEndpoint.Port; ConnectionTimeoutSec = 1; OperationTimeoutSec = 1
            }
            $record.CategoryInfo.Category | Should -BeIn 'ConnectionError', 'OperationTimeout'
        }
        finally { $silent.Stop() }
    }

    It 'that is no name at all is refused before anything is sent' {
        $record = Get-StatusError @{ Baseline = $baseline; ComputerName = 'http://pc-01/'; Item = '2-9' }
        $record.FullyQualifiedErrorId | Should -BeLike 'ComputerNameInvalid,*'
    }
}

Describe 'A file that cannot be used' {
    It 'shows the offending line' {
        Set-Content "$TestDrive/bad.yaml" 'schema: medhardening/baseline/1', 'name: test', 'profile: mhlw-r7', 'colour: red'
        $record = Get-StatusError @{ Baseline = "$TestDrive/bad.yaml"; ComputerName = 'pc' }
        $record.FullyQualifiedErrorId | Should -BeLike 'BaselineInvalid,*'
        $record.CategoryInfo.Category | Should -Be 'ParserError'
        $record.TargetObject.Line | Should -Be 4
        $record.TargetObject.LineText | Should -Be 'colour: red'
        $record.TargetObject.File | Should -BeLike '*bad.yaml'
        $record | Out-String | Should -Match '4 \| *colour: red'
    }

    It 'shows every mistake at once' {
        Set-Content "$TestDrive/bad.yaml" 'schema: medhardening/baseline/1', 'name: test', 'profile: mhlw-r9', 'colour: red'
        { Get-MedChecklistStatus "$TestDrive/bad.yaml" -ComputerName pc -ErrorAction SilentlyContinue } | Should -Throw
        $Error[0..1].TargetObject.Line | Should -Be 4, 3
    }

    It 'is named with its own id when it is missing: <Id>' -ForEach @(
        @{ Id = 'BaselineNotFound'; With = @{ Baseline = 'TestDrive:/none.yaml'; ComputerName = 'pc' } }
        @{ Id = 'LedgerNotFound'; With = @{ Baseline = 'BASELINE'; Ledger = 'TestDrive:/none.csv' } }
        @{ Id = 'FacilityNotFound'; With = @{ Baseline = 'BASELINE'; ComputerName = 'pc'; Facility = 'TestDrive:/none.yaml' } }
        @{ Id = 'CaCertificateNotFound'; With = @{ Baseline = 'BASELINE'; ComputerName = 'pc'; CaCertificate = 'TestDrive:/none.pem' } }
    ) {
        if ($With.Baseline -eq 'BASELINE') { $With.Baseline = $baseline }
        $record = Get-StatusError $With
        $record.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $record.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$record" | Should -BeLike '*none.*'
    }

    It 'is the ledger when one of its roles is not in the baseline' {
        Set-Content "$TestDrive/roles.csv" 'name,role', 'PC-01,spaceship'
        $record = Get-StatusError @{ Baseline = $baseline; Ledger = "$TestDrive/roles.csv" }
        $record.FullyQualifiedErrorId | Should -BeLike 'LedgerInvalid,*'
        "$record" | Should -BeLike '*spaceship*'
    }
}

Describe 'An argument that names nothing' {
    It 'lists what it could have been: <Id>' -ForEach @(
        @{ Id = 'ItemUnknown'; With = @{ Item = '2-99' }; Known = '*2-9*' }
        @{ Id = 'RoleNotMeasured'; With = @{ Role = 'ネットワーク機器' }; Known = '*' }
        @{ Id = 'RoleUnknown'; With = @{ Role = 'spaceship' }; Known = '*server*' }
    ) {
        $record = Get-StatusError ($With + @{ Baseline = $baseline; ComputerName = 'pc' })
        $record.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $record.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $record.ErrorDetails.RecommendedAction | Should -BeLike $Known
    }

    It 'is completed on Tab' {
        (TabExpansion2 'Get-MedChecklistStatus x -Item 2-1').CompletionMatches.CompletionText | Should -Contain '2-11'
        (TabExpansion2 'Get-MedChecklistStatus x -Item acc').CompletionMatches.CompletionText | Should -Contain 'access-log'
        (TabExpansion2 'Get-MedChecklistStatus x -Role s').CompletionMatches.CompletionText | Should -Be 'server'
    }
}

Describe 'Certificates' {
    It 'are not left unchecked beside <Name>' -ForEach @(
        @{ Name = 'plain HTTP'; Parameters = @{}; Id = 'ParameterMissing,*' }
        @{ Name = 'Basic'; Parameters = @{ UseSsl = $true; Authentication = 'Basic' }; Id = 'ParametersExclusive,*' }
        @{ Name = 'an authority'; Parameters = @{ UseSsl = $true; CaCertificate = 'ca.pem' }; Id = 'ParametersExclusive,*' }
    ) {
        (Get-StatusError (@{ Baseline = $baseline; ComputerName = 'PC-1'; SkipCertificateCheck = $true } + $Parameters)).FullyQualifiedErrorId |
            Should -BeLike $Id
    }

    It 'of the client are looked at before anything is asked' {
        Set-Content "$TestDrive/me.pfx" 'nothing of the kind'
        $record = Get-StatusError @{
            Baseline = $baseline; ComputerName = 'no-such-host.invalid'; UseSsl = $true; CertificateFile = "$TestDrive/me.pfx"
            CertificatePassword = ConvertTo-SecureString 'not-the-one' -AsPlainText -Force
        }
        $record.FullyQualifiedErrorId | Should -BeLike 'ClientCertificateUnusable,*'
        $record | Format-List * -Force | Out-String | Should -Not -Match 'not-the-one'
        (Get-StatusError @{ Baseline = $baseline; ComputerName = 'PC-1'; UseSsl = $true; CertificateThumbprint = '00ff' }).FullyQualifiedErrorId |
            Should -BeLike 'ClientCertificateUnusable,*'
    }

    It 'of the client take the place of an account' {
        (Get-StatusError (@{ Baseline = $baseline; ComputerName = 'PC-1'; UseSsl = $true; CertificateFile = 'me.pfx' } + $access)).FullyQualifiedErrorId |
            Should -BeLike 'ParametersExclusive,*'
    }
}
