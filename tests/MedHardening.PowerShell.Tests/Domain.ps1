# A directory domain with simulated computers in it, dot-sourced by the tests. tests/SambaDomain/samba-domain describes the domain.

. "$PSScriptRoot/Fleet.ps1"
$samba = "$PSScriptRoot/../SambaDomain/samba-domain"

# Starts a process whose streams are redirected.
function Start-Piped([string] $File, [string[]] $Arguments) {
    $start = [Diagnostics.ProcessStartInfo]::new($File)
    $Arguments | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    [Diagnostics.Process]::Start($start)
}

# Runs to the end; what it wrote to standard output.
function Invoke-Piped([string] $File, [string[]] $Arguments, [string] $TypedInput = '') {
    $process = Start-Piped $File $Arguments
    $process.StandardInput.Write($TypedInput)
    $process.StandardInput.Close()
    $said = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    if ($process.ExitCode -ne 0) { throw "$File ended with $($process.ExitCode): $($said.Result)" }
    $output
}

# The good and the bad computer of the simulated hospital, in the domain's OU Fleet and proven by Kerberos.
function Start-Domain {
    $folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "mh-samba-$([guid]::NewGuid().ToString('N').Substring(0, 8))")).FullName
    $controller = Start-Piped $samba 'serve', $folder
    if ($controller.StandardOutput.ReadLine() -ne 'ready') { throw $controller.StandardError.ReadToEnd() }
    $names = 'PC-RECEPT01', 'PC-RECEPT02'
    Invoke-Piped $samba 'add', $folder -TypedInput ("dn: OU=Fleet,DC=med,DC=test`nobjectClass: organizationalUnit`n`n" + -join ($names | ForEach-Object {
        "dn: CN=$_,OU=Fleet,DC=med,DC=test`nobjectClass: computer`nsAMAccountName: $_`$`nuserAccountControl: 4096`n" +
        "dNSHostName: $($_.ToLower()).med.test`noperatingSystem: Windows 11 Pro`nlastLogonTimestamp: $([datetime]::UtcNow.AddDays(-3).ToFileTimeUtc())`n`n" })) | Out-Null
    Invoke-Piped $samba (@('keytab', $folder, "$folder/fleet.keytab", 'Serv1ce!Fleet', 'FLEETKEYS') + ($names | ForEach-Object { "WSMAN/$($_.ToLower()).med.test" })) | Out-Null
    $console = Get-ChildItem "$PSScriptRoot/../../src/MedHardening.Cli/bin" -Recurse -Filter MedHardening.Cli.dll |
        Where-Object FullName -NotMatch '[\\/]refs?[\\/]' | Sort-Object LastWriteTime | Select-Object -Last 1
    $simulator = Start-Piped $samba (@('run', $folder, 'env', "KRB5_KTNAME=FILE:$folder/fleet.keytab", 'dotnet', $console.FullName) +
        "--lang en simulate --hosts 10 --listen 0.0.0.0:0 --ledger $folder/simulated.csv".Split(' '))
    do { $line = $simulator.StandardOutput.ReadLine() } until ($null -eq $line -or $line.Contains('Ctrl+C'))
    $ledger = Import-Csv "$folder/simulated.csv"
    $ledger | Where-Object 名称 -In $names | ForEach-Object { Add-Content "$folder/hosts" "$($_.アドレス) $($_.名称.ToLower()).med.test" }
    Invoke-Piped $samba 'run', $folder, 'kinit', 'administrator' -TypedInput "Passw0rd!234`n" | Out-Null
    [pscustomobject]@{ Folder = $folder; Controller = $controller; Simulator = $simulator; Port = ($ledger | Where-Object 名称 -EQ 'PC-RECEPT01').ポート }
}

# A PowerShell of its own, in which the domain's names resolve; what the script returns.
function Invoke-InDomain($Domain, [string] $Script) {
    $module = "$PSScriptRoot/../../MedHardening.psd1"
    $whole = "`$ErrorActionPreference = 'Stop'; `$WarningPreference = 'SilentlyContinue'; Import-Module '$module'; & { $Script } | ConvertTo-Json -Depth 3 -AsArray -EnumsAsStrings"
    Invoke-Piped $samba 'run', $Domain.Folder, 'env', 'POWERSHELL_TELEMETRY_OPTOUT=1', 'pwsh', '-NoProfile', '-NonInteractive', '-Command', $whole | ConvertFrom-Json
}

function Stop-Domain($Domain) {
    $Domain.Simulator.Kill($true)
    $Domain.Controller.StandardInput.Close()
    $Domain.Simulator.WaitForExit()
    $Domain.Controller.WaitForExit()
    Remove-Item $Domain.Folder -Recurse -Force
}
