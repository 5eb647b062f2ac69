<#
.SYNOPSIS
    What can only be seen on Windows: run it there after a change, from a built clone.
.DESCRIPTION
    powershell -ExecutionPolicy Bypass -File tests/windows/Smoke.ps1

    Imports the module into new processes of Windows PowerShell 5.1 and of PowerShell 7, whichever are there, under the
    execution policy Restricted, and tries what needs no other computer. Ends with 1 when anything is not as it should be.
#>
[CmdletBinding()]
param()

$root = (Resolve-Path "$PSScriptRoot/../..").Path
$work = Join-Path ([IO.Path]::GetTempPath()) ('medhardening-smoke-' + [Guid]::NewGuid().ToString('N'))
New-Item -ItemType Directory $work | Out-Null
[IO.File]::WriteAllLines("$work/good.yaml", @('schema: medhardening/baseline/1', 'name: smoke', 'profile: mhlw-r7'))
[IO.File]::WriteAllLines("$work/bad.yaml", @('schema: medhardening/baseline/1', 'name: smoke', 'profile: mhlw-r7', 'colour: red'))

# Each returns what is wrong, or nothing. They run in the new process.
$tries = @'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$wrong = @()
function ErrorOf([scriptblock] $Call) { $Error.Clear(); try { & $Call 2>$null | Out-Null } catch { }; $Error[0] }

Import-Module 'ROOT/MedHardening.psd1' -ErrorAction Stop
$expected = (Import-PowerShellDataFile 'ROOT/MedHardening.psd1').CmdletsToExport
if (Compare-Object $expected @((Get-Command -Module MedHardening).Name)) { $wrong += 'exports differ from the manifest' }
if (-not (Get-FormatData MedHardening.PowerShell.StatusRow)) { $wrong += 'no view of StatusRow' }

$record = ErrorOf { Get-MedChecklistStatus 'WORK/bad.yaml' -ComputerName pc }
if ($record.FullyQualifiedErrorId -notlike 'BaselineInvalid,*' -or $record.TargetObject.Line -ne 4) { $wrong += "bad baseline: $record" }

$record = ErrorOf { Get-MedChecklistStatus 'WORK/good.yaml' -ComputerName no-such-host.invalid }
$id = if ($PSVersionTable.PSEdition -eq 'Core') { 'HostUnreachable' } else { 'TransportUnavailable' }
if ($record.FullyQualifiedErrorId -notlike "$id,*") { $wrong += "unreachable computer: $record" }

Import-Module 'ROOT/MedHardening.psd1' -Force
Remove-Module MedHardening
Import-Module 'ROOT/MedHardening.psd1'
if (-not (Get-Command Get-MedChecklistStatus -ErrorAction SilentlyContinue)) { $wrong += 'second import' }
"policy $(Get-ExecutionPolicy), version $($PSVersionTable.PSVersion)"
$wrong
exit $wrong.Count
'@.Replace('ROOT', $root).Replace('WORK', $work)

$failed = 0
foreach ($edition in 'powershell', 'pwsh') {
    if (-not (Get-Command $edition -CommandType Application -ErrorAction SilentlyContinue)) {
        "${edition}: not here, not tried"
        continue
    }
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($tries))
    "${edition}:"
    & $edition -NoProfile -NonInteractive -ExecutionPolicy Restricted -EncodedCommand $encoded
    if ($LASTEXITCODE) { $failed++ }
}
Remove-Item $work -Recurse
exit [int] ($failed -gt 0)
