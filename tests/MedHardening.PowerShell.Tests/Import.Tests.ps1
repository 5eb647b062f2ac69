BeforeAll {
    $script:manifest = Join-Path $PSScriptRoot '../../MedHardening.psd1'
    $script:bin = Join-Path $PSScriptRoot '../../bin'

    # A process of its own: what is loaded once into a process stays.
    function Invoke-Fresh([string] $Script) {
        $out = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; $Script" 2>&1
        if ($LASTEXITCODE) { throw ($out -join "`n") }
        $out
    }
}

Describe 'Importing the module' {
    It 'exports exactly what the manifest says' {
        $declared = (Import-PowerShellDataFile $manifest).CmdletsToExport | Sort-Object
        Invoke-Fresh "(Import-Module '$manifest' -PassThru).ExportedCommands.Keys | Sort-Object" | Should -Be $declared
    }

    It 'is a valid manifest' {
        (Test-ModuleManifest $manifest -ErrorAction Stop).Version | Should -Not -BeNullOrEmpty
    }

    It 'can be imported again, with and without removing it first' {
        Invoke-Fresh @"
            Import-Module '$manifest'; Import-Module '$manifest' -Force; Remove-Module MedHardening; Import-Module '$manifest'
            (Get-Module MedHardening).ExportedCommands.Count
"@ | Should -Be (Import-PowerShellDataFile $manifest).CmdletsToExport.Count
    }
}

Describe 'The load context of the engine' {
    It 'is its own, and so are the packages in it' {
        $contexts = Invoke-Fresh @"
            Import-Module '$manifest'
            [void][Reflection.Assembly]::Load('MedHardening')
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -in 'MedHardening', 'YamlDotNet', 'Newtonsoft.Json' } |
                Where-Object { `$_.Location.Contains('net8.0') } |
                ForEach-Object { [Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name + '/' + `$_.GetName().Name } | Sort-Object
"@
        $contexts | Should -Be 'MedHardening/MedHardening', 'MedHardening/Newtonsoft.Json', 'MedHardening/YamlDotNet'
    }
}

Describe 'The files of the module' {
    It 'hold no stand-in for the assembly of PowerShell itself' {
        Get-ChildItem $bin -Recurse -Filter System.Management.Automation.dll | Should -BeNullOrEmpty
    }

    It 'need no script: the execution policy Restricted of Windows clients refuses .psm1 and .ps1xml' {
        $data = Import-PowerShellDataFile $manifest
        @($data.RootModule) + $data.NestedModules | Should -BeLike '*.dll'
        $data.Keys | Where-Object { $_ -like '*ToProcess' } | Should -BeNullOrEmpty
    }

    It 'that Windows PowerShell reads begin with a byte order mark' {
        [IO.File]::ReadAllBytes((Resolve-Path $manifest))[0..2] | Should -Be 0xEF, 0xBB, 0xBF
    }
}
