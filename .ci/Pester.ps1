# Runs the Pester tests of a folder and writes "passed failed skipped" into a file.
param([string] $Folder, [string] $Result)
# No preference is set here: the tests would inherit it.
Import-Module Pester -MinimumVersion 5.0 -ErrorAction Stop
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Folder
$configuration.Run.PassThru = $true
$configuration.Output.CIFormat = 'None'
$run = Invoke-Pester -Configuration $configuration
$failed = $run.FailedCount + $run.FailedContainersCount + $run.FailedBlocksCount
"$($run.PassedCount) $failed $($run.SkippedCount + $run.NotRunCount)" | Set-Content -LiteralPath $Result -NoNewline:$false
exit [int]($failed -gt 0)
