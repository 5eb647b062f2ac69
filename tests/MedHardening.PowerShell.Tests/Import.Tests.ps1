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

    It 'is not disturbed by a YamlDotNet that another module has brought' {
        $yaml = "$TestDrive/YamlDotNet.dll"
        Invoke-Fresh @"
            `$other = [Reflection.Emit.PersistedAssemblyBuilder]::new([Reflection.AssemblyName]::new('YamlDotNet, Version=99.0.0.0'), [object].Assembly)
            [void]`$other.DefineDynamicModule('YamlDotNet')
            `$other.Save('$yaml')
            [void][Reflection.Assembly]::LoadFrom('$yaml')
            Import-Module '$manifest'
            (Get-MedChecklistStatus '$PSScriptRoot/baseline.yaml' -ComputerName none.invalid -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)[0].Number
            [Reflection.Assembly]::Load('YamlDotNet').GetName().Version.Major
"@ | Should -Be '1-①', '99'
    }
}

Describe 'The views' {
    It 'have headers in the language of the session, and go when the module goes' {
        Invoke-Fresh @"
            [cultureinfo]::CurrentUICulture = 'ja-JP'
            Import-Module '$manifest'
            (Get-FormatData MedHardening.PowerShell.StatusRow).FormatViewDefinition.Control.Headers.Label
            Remove-Module MedHardening
            @(Get-FormatData MedHardening.PowerShell.*).Count
            @(Get-FormatData System.IO.FileInfo).Count
"@ | Should -Be '番号', '提案', '回答', '測定/台帳', '所見', '項目', 0, 1
    }
}

Describe 'The files of the module' {
    It 'hold no stand-in for <_>, which PowerShell itself has' -ForEach 'System.Management.Automation', 'Microsoft.Management.Infrastructure' {
        Get-ChildItem $bin -Recurse -Filter "$_*.dll" | Should -BeNullOrEmpty
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
