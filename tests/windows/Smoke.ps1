<#
.SYNOPSIS
    What can only be seen on Windows, in two minutes and one file: run it there after a change, from a built clone.
.DESCRIPTION
    powershell -ExecutionPolicy Bypass -File tests/windows/Smoke.ps1

    Elevated it sees more. In new processes of Windows PowerShell 5.1 and of PowerShell 7, whichever are there, under the execution
    policy Restricted, it imports the module, measures this computer by every transport that works here, and judges the recordings.
    Nothing is changed and no other computer is contacted; one sign-in is tried as a user that does not exist. Each line of the file
    begins with ok, NG or skip. Ends with 1 when there is an NG. Send the file with a report of a fault; it holds no secrets but the
    names of this computer and of what failed.
.PARAMETER Result
    The file to write.
#>
[CmdletBinding()]
param([string] $Result = "smoke-$env:COMPUTERNAME.txt")

$root = (Resolve-Path "$PSScriptRoot/../..").Path
$work = Join-Path ([IO.Path]::GetTempPath()) ('medhardening-smoke-' + [Guid]::NewGuid().ToString('N'))
New-Item -ItemType Directory $work | Out-Null
[IO.File]::WriteAllLines("$work/good.yaml", @('schema: medhardening/baseline/1', 'name: smoke', 'profile: mhlw-r7'))
[IO.File]::WriteAllLines("$work/bad.yaml", @('schema: medhardening/baseline/1', 'name: smoke', 'profile: mhlw-r7', 'colour: red'))

# Runs in the new process. What a try puts out is what is wrong; an output that begins with skip is why it was not tried.
$tries = @'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$failed = 0
function Try-It([string] $Name, [scriptblock] $Body) {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try { $said = @(& $Body) } catch { $said = @("$_") }
    $word = 'ok'
    if ($said -like 'skip*') { $word = 'skip' } elseif ($said) { $word = 'NG'; $script:failed++ }
    '{0,-4} {1} ({2:0.0} s) {3}' -f $word, $Name, $clock.Elapsed.TotalSeconds, ((($said | Select-Object -First 20) -join '; ') -replace '\s+', ' ')
}
function ErrorOf([scriptblock] $Call) { $Error.Clear(); try { & $Call 2>$null | Out-Null } catch { }; $Error[0] }
function Expect([string] $Id, $Record) { if ("$($Record.FullyQualifiedErrorId)" -notlike "$Id,*") { "expected ${Id}: $($Record.FullyQualifiedErrorId) $Record" } }
# Every check as 'id=outcome(reason)', without those that change from one minute to the next.
function Measure-By([hashtable] $Way) {
    @(Get-MedChecklistStatus 'WORK/good.yaml' -PerComputer -Role $role -OperationTimeoutSec 120 @Way -ErrorAction Stop |
        Where-Object ComputerName -EQ $env:COMPUTERNAME | ForEach-Object { "$($_.Check)=$($_.Outcome)($($_.Result.Verdict.Reason))" } | Sort-Object)
}
function Compare-Outcomes($Expected, $Found) {
    if (-not $Found) { return 'nothing was measured' }
    Compare-Object $Expected $Found | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" }
}
$name = $env:COMPUTERNAME
$core = $PSVersionTable.PSEdition -eq 'Core'
$admin = ([Security.Principal.WindowsPrincipal] [Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole('Administrators')
$system = Get-CimInstance Win32_OperatingSystem
$role = if ($system.ProductType -eq 1) { 'client' } else { 'server' }
$winrm = [bool] (Test-WSMan $name -ErrorAction SilentlyContinue)
"PowerShell $($PSVersionTable.PSVersion), policy $(Get-ExecutionPolicy), Windows $($system.Version) language $($system.OSLanguage), elevated $admin, WinRM $winrm"

Try-It 'import, twice' {
    Import-Module 'ROOT/MedHardening.psd1' -ErrorAction Stop
    Import-Module 'ROOT/MedHardening.psd1' -Force -ErrorAction Stop
    Remove-Module MedHardening
    Import-Module 'ROOT/MedHardening.psd1' -ErrorAction Stop
    $expected = (Import-PowerShellDataFile 'ROOT/MedHardening.psd1').CmdletsToExport
    if (Compare-Object $expected @((Get-Command -Module MedHardening).Name)) { 'exports differ from the manifest' }
    if (-not (Get-FormatData MedHardening.PowerShell.StatusRow)) { 'no view of StatusRow' }
}
Try-It 'sessions are those of PowerShell itself' {
    $type = (Get-Command Get-MedChecklistStatus).Parameters['CimSession'].ParameterType.GetElementType()
    if (-not [object]::ReferenceEquals($type.Assembly, [CimSession].Assembly)) { "$($type.Assembly.Location) and $([CimSession].Assembly.Location)" }
}
Try-It 'a mistake in a baseline has its line' {
    $record = ErrorOf { Get-MedChecklistStatus 'WORK/bad.yaml' -ComputerName pc }
    Expect BaselineInvalid $record
    if ($record.TargetObject.Line -ne 4) { "line $($record.TargetObject.Line)" }
}
Try-It 'a name that does not resolve' { Expect HostUnreachable (ErrorOf { Get-MedChecklistStatus 'WORK/good.yaml' -ComputerName no-such-host.invalid }) }
Try-It 'this computer by MI, recorded' {
    $script:here = Measure-By @{ SaveSnapshot = 'WORK/recordings'; CollectAll = $true }
    if (-not $here) { 'nothing was measured' }
    $here | Where-Object { $_ -like '*=Unknown(*' -and ($admin -or $_ -notlike '*AccessDenied*') } | ForEach-Object { "not measured: $_" }
    if (-not (Test-Path "WORK/recordings/$name.medsnapshot")) { "no recording of ${name}: $(Get-ChildItem WORK/recordings)" }
}
Try-It 'the recording judged again' { Compare-Outcomes $here (Measure-By @{ Snapshot = 'WORK/recordings' }) }
Try-It 'a report of this computer' {
    Get-MedChecklistStatus 'WORK/good.yaml' -Role $role | Export-MedChecklistReport 'WORK/report.json' -Force
    if (-not (Select-String '"this computer"' 'WORK/report.json' -SimpleMatch -Quiet)) { 'it does not say how the computer was reached' }
}
Try-It 'a CimSession of one''s own, left open' {
    $session = New-CimSession
    Compare-Outcomes $here (Measure-By @{ CimSession = $session })
    Get-CimInstance Win32_ComputerSystem -CimSession $session -ErrorAction Stop | Out-Null
    Remove-CimSession $session
}
Try-It 'MI over WinRM' { if ($winrm) { Compare-Outcomes $here (Measure-By @{ ComputerName = $name; Transport = 'Mi' }) } else { 'skip: WinRM is off' } }
Try-It 'MI over DCOM' { if ($admin) { Compare-Outcomes $here (Measure-By @{ ComputerName = $name; Transport = 'Dcom' }) } else { 'skip: not elevated' } }
Try-It 'the own WS-Man client' {
    if (-not $core) { Expect TransportUnavailable (ErrorOf { Get-MedChecklistStatus 'WORK/good.yaml' -ComputerName $name -Transport Wsman }) }
    elseif (-not $winrm) { 'skip: WinRM is off' }
    else { Compare-Outcomes $here (Measure-By @{ ComputerName = $name; Transport = 'Wsman'; Authentication = 'Negotiate' }) }
}
Try-It 'a wrong account over MI is told as one' {
    if (-not $winrm) { return 'skip: WinRM is off' }
    $nobody = [pscredential]::new("$name\medhardening-nobody", (ConvertTo-SecureString ([Guid]::NewGuid().ToString()) -AsPlainText -Force))
    Expect AuthenticationFailed (ErrorOf { Get-MedChecklistStatus 'WORK/good.yaml' -ComputerName $name -Transport Mi -Credential $nobody })
}
exit $failed
'@.Replace('ROOT', $root).Replace('WORK', $work)

$failed = 0
$lines = @(foreach ($edition in 'powershell', 'pwsh') {
    if (-not (Get-Command $edition -CommandType Application -ErrorAction SilentlyContinue)) {
        "skip ${edition}: not here"
        continue
    }
    # A file would need a policy that lets it run, a command line has no room for all this, and a pipe would lose Japanese paths.
    $env:MEDHARDENING_SMOKE = $tries
    & $edition -NoProfile -NonInteractive -ExecutionPolicy Restricted -Command '. ([scriptblock]::Create($env:MEDHARDENING_SMOKE))'
    if ($LASTEXITCODE) { $failed++ }
})
Remove-Item Env:MEDHARDENING_SMOKE -ErrorAction SilentlyContinue
Remove-Item $work -Recurse
[IO.File]::WriteAllLines((Join-Path $PWD.Path $Result), [string[]] $lines)
$lines
exit [int] ($failed -gt 0)
