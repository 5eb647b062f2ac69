BeforeDiscovery {
    $tool = "$PSScriptRoot/../SambaDomain/samba-domain"
    $noDomain = $true
    if ($IsLinux) { & $tool check 2>&1 | Set-Variable reason; $noDomain = $LASTEXITCODE -ne 0 }
    if ($noDomain) { Write-Host "skipped: no domain for the tests of Get-MedComputer: $reason" }
}

BeforeAll { . "$PSScriptRoot/Domain.ps1" }

Describe 'A ledger alone' {
    BeforeAll {
        Set-Content "$TestDrive/ledger.csv" 'name,role,address,handling', 'PC-1,client,127.0.0.9,ReadOnly', 'CT-1,client,127.0.0.10,接触不可', 'SW-1,network,,'
        $script:computers = Get-MedComputer -Ledger "$TestDrive/ledger.csv"
    }

    It 'gives its computers, and no network devices' {
        $computers.ComputerName | Should -Be 'CT-1', 'PC-1'
        $computers.InLedger | Should -Be $true, $true
        $computers.InDirectory | Should -Be $null, $null
    }

    It 'says down the pipeline where a computer is and that it must not be contacted' {
        $results = $computers | Where-Object ComputerName -EQ 'CT-1' |
            Get-MedChecklistStatus $baseline -Item 2-9 -Authentication Basic -Credential ([pscredential]::new('x', (ConvertTo-SecureString 'x' -AsPlainText -Force)))
        $results.Coverage.NotAttempted | Should -Be 1
        $results.Status.Computers.Computer.Address | Should -Be '127.0.0.10'
    }
}

Describe 'What is not right' {
    It 'neither a ledger nor a domain' {
        { Get-MedComputer } | Should -Throw -ErrorId 'NoTargets,MedHardening.PowerShell.Commands.GetMedComputerCommand'
    }

    It 'no DNS name of a domain' {
        { Get-MedComputer HOSPITAL } | Should -Throw -ErrorId 'DomainNameInvalid,MedHardening.PowerShell.Commands.GetMedComputerCommand'
    }

    It 'a controller that is not there' {
        { Get-MedComputer med.invalid -Server dc1.med.invalid } | Should -Throw -ErrorId 'DirectoryUnreachable,MedHardening.PowerShell.Commands.GetMedComputerCommand'
    }
}

Describe 'A real domain' -Skip:$noDomain {
    BeforeAll { $script:domain = Start-Domain }
    AfterAll { Stop-Domain $domain }

    It 'gives its computers, found by the name of the domain alone' {
        $computers = Invoke-InDomain $domain 'Get-MedComputer med.test -SearchBase "OU=Fleet,DC=med,DC=test"'
        $computers.ComputerName | Should -Be 'pc-recept01.med.test', 'pc-recept02.med.test'
        $computers.OperatingSystem | Should -Be 'Windows 11 Pro', 'Windows 11 Pro'
        $computers.Stale | Should -Be $false, $false
        $computers.OrganizationalUnit | Should -Be 'OU=Fleet,DC=med,DC=test', 'OU=Fleet,DC=med,DC=test'
    }

    It 'is measured end to end by Kerberos' {
        $results = Invoke-InDomain $domain ("Get-MedComputer med.test -SearchBase 'OU=Fleet,DC=med,DC=test' | " +
            "Get-MedChecklistStatus '$baseline' -Item 2-9 -Authentication Kerberos -Port $($domain.Port) | " +
            'ForEach-Object { $_.Status.Computers } | Select-Object @{ n = "Name"; e = { $_.Computer.Name } }, Outcome, Authentication')
        $results.Name | Should -Be 'pc-recept01.med.test', 'pc-recept02.med.test'
        $results.Outcome | Should -Be 'Measured', 'Measured'
        $results.Authentication | Should -BeLike 'Kerberos*'
    }

    It 'is judged by its own checks with the run' {
        $results = Invoke-InDomain $domain ("'pc-recept01.med.test' | Get-MedChecklistStatus '$baseline' -Item 2-5 -Authentication Kerberos " +
            "-Port $($domain.Port) -Domain med.test -PerComputer | Where-Object ComputerName -EQ 'med.test' | Select-Object Check, Outcome")
        $results.Check | Should -Contain 'unused-domain-accounts'
        ($results | Where-Object Check -EQ 'unused-domain-accounts').Outcome | Should -Be 'Pass'
    }
}
