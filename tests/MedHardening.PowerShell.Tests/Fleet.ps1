# A fleet of simulated computers in another process, dot-sourced by the tests.

$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
Import-Module "$PSScriptRoot/../../MedHardening.psd1" -Force

$baseline = "$PSScriptRoot/baseline.yaml"

# The made-up hospital of the console's simulator; PC-RECEPT01 is good, PC-RECEPT02 is bad, PC-WARD02 denies access.
function Start-Fleet {
    $console = Get-ChildItem "$PSScriptRoot/../../src/MedHardening.Cli/bin" -Recurse -Filter MedHardening.Cli.dll |
        Where-Object FullName -NotMatch '[\\/]refs?[\\/]' | Sort-Object LastWriteTime | Select-Object -Last 1
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    @($console.FullName) + '--lang en simulate --hosts 10 --listen 0.0.0.0:0 --username auditor --password-stdin --ledger'.Split(' ') +
        @("$TestDrive/ledger.csv") | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $process.StandardInput.WriteLine('Pa55-word')
    do { $line = $process.StandardOutput.ReadLine() } until ($null -eq $line -or $line.Contains('Ctrl+C'))
    if ($null -eq $line) { throw 'The simulator did not start.' }
    $ledger = Import-Csv "$TestDrive/ledger.csv"
    $address = @{}
    $ledger | ForEach-Object { $address[$_.名称] = $_.アドレス }
    [pscustomobject]@{
        Process = $process
        Ledger  = "$TestDrive/ledger.csv"
        Port    = [int] ($ledger | Where-Object 名称 -EQ 'PC-RECEPT01').ポート
        Address = $address
        Access  = @{
            Credential     = [pscredential]::new('auditor', (ConvertTo-SecureString 'Pa55-word' -AsPlainText -Force))
            Authentication = 'Basic'
        }
    }
}

function Stop-Fleet($Fleet) {
    $Fleet.Process.Kill()
    $Fleet.Process.WaitForExit()
}

# A port that takes connections and never says anything.
function Start-SilentPort {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $listener
}

# A port at which nobody listens.
function Get-ClosedPort {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    $port
}
