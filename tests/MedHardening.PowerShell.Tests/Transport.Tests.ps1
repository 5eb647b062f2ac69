BeforeAll {
    . "$PSScriptRoot/Fleet.ps1"
    $script:mi = [CimSession].Assembly
    $script:engine = [Reflection.Assembly]::Load('MedHardening')
    $script:hidden = [Reflection.BindingFlags] 'Static, Public, NonPublic'
    function Invoke-Engine([string] $Type, [string] $Method, [object[]] $Arguments) {
        # PowerShell wraps what it hands over; the engine must see MI's own objects.
        $bare = [object[]] @($Arguments | ForEach-Object { $_.PSObject.BaseObject })
        , $engine.GetType("MedHardening.Cim.Mi.$Type").GetMethod($Method, $hidden).Invoke($null, $bare)
    }
    # A session of PowerShell's own MI, with nothing behind it.
    function New-EmptySession { [Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject([CimSession]) }
}

Describe 'The MI of PowerShell itself' {
    It 'is what the cmdlets take sessions of' {
        $type = (Get-Command Get-MedChecklistStatus).Parameters['CimSession'].ParameterType.GetElementType()
        [object]::ReferenceEquals($type.Assembly, $mi) | Should -BeTrue
        $type.FullName | Should -Be 'Microsoft.Management.Infrastructure.CimSession'
    }

    It 'has every member that the <_> calls' -ForEach 'MedHardening', 'MedHardening.PowerShell' {
        $name = $_
        $module = [Reflection.Assembly]::Load($name).ManifestModule
        # Every reference to a member of another assembly, looked up as the runtime does when it is called.
        $called = for ($token = 0x0A000001; ; $token++) {
            # Some generic members take structs only, others classes only.
            try { $member = $module.ResolveMember($token, [type[]] ([int], [int]), [type[]] ([int], [int])) }
            catch [ArgumentOutOfRangeException] { break }
            catch [TypeLoadException] { $member = $module.ResolveMember($token, [type[]] ([object], [object]), [type[]] ([object], [object])) }
            if ($member.DeclaringType.Assembly -eq $mi) { "$($member.DeclaringType.Name).$($member.Name)" }
        }
        $expected = @{
            'MedHardening' = 'CimSession.Create', 'CimSession.QueryInstancesAsync', 'WSManSessionOptions.set_CertCACheck', 'CimException.get_ErrorData'
            'MedHardening.PowerShell' = 'CimSession.get_ComputerName'
        }[$name]
        $expected | Where-Object { $_ -notin $called } | Should -BeNullOrEmpty
    }

    It 'has its instances read, of every type that PowerShell can make' {
        $outer = [CimInstance]::new('Win32_Test', 'root/cimv2')
        $values = [ordered]@{
            Boolean = $true; UInt8 = [byte] 255; SInt16 = [int16] -1; UInt32 = [uint32] 4294967295; SInt64 = [long] -1; Real64 = 0.25
            Char16 = [char] 'a'; String = '時刻'; StringArray = [string[]] ('a', 'b'); UInt8Array = [byte[]] (1, 2)
            DateTime = [datetime]::new(2026, 4, 3, 14, 45, 50, [DateTimeKind]::Utc)
        }
        foreach ($name in $values.Keys) {
            $outer.CimInstanceProperties.Add([Microsoft.Management.Infrastructure.CimProperty]::Create($name, $values[$name], $name, 'None'))
        }
        $outer.CimInstanceProperties.Add([Microsoft.Management.Infrastructure.CimProperty]::Create('Nothing', $null, 'UInt32', 'None'))

        $row = Invoke-Engine OutValues Row $outer

        $row.ClassName | Should -Be 'Win32_Test'
        $read = @{}
        $row.Properties | ForEach-Object { $read[$_.Key] = $_.Value }
        $read.Count | Should -Be ($values.Count + 1)
        $read.Nothing | Should -BeNullOrEmpty
        $read.UInt32 | Should -BeOfType ulong
        $read.UInt32 | Should -Be 4294967295
        $read.SInt16 | Should -BeOfType long
        $read.Char16 | Should -BeOfType string
        $read.StringArray | Should -Be 'a', 'b'
        $read.UInt8Array | Should -Be 1, 2
        $read.DateTime | Should -Be ([DateTimeOffset]::new($values.DateTime))
        $read.Boolean, $read.String, $read.Real64 | Should -Be $true, '時刻', 0.25
    }

    It 'takes the in parameters that the engine makes' {
        $method = $engine.GetType('MedHardening.Cim.CimMethod').GetConstructors()[0].Invoke(@('root/default', 'StdRegProv', 'EnumKey'))
        $parameters = [Collections.Generic.List[Collections.Generic.KeyValuePair[string, object]]]::new()
        $parameters.Add([Collections.Generic.KeyValuePair[string, object]]::new('hDefKey', [uint32] 2147483650))
        $parameters.Add([Collections.Generic.KeyValuePair[string, object]]::new('sValue', [string[]] ('a', 'b')))
        $method.GetType().GetProperty('Parameters').SetValue($method, $parameters)

        $made = Invoke-Engine InValues Parameters $method

        $made.GetType().FullName | Should -Be 'Microsoft.Management.Infrastructure.CimMethodParametersCollection'
        $made | ForEach-Object { "$($_.Name) $($_.CimType)" } | Should -Be 'hDefKey UInt32', 'sValue StringArray'
    }

    It 'is reached by a session from the pipeline, which stays open' -Skip:$IsWindows {
        $session = New-EmptySession

        $record = $session | Get-MedChecklistStatus $baseline -PerComputer -WarningAction SilentlyContinue 2>&1 |
            Where-Object { $_ -is [Management.Automation.ErrorRecord] }

        # The MI of PowerShell on Linux and macOS has no way to anywhere (PowerShell/MMI).
        $record.TargetObject | Should -Be ([Environment]::MachineName)
        "$record" | Should -Match 'NotImplementedException'
        [CimSession].GetField('_disposed', [Reflection.BindingFlags] 'Instance, NonPublic').GetValue($session) | Should -BeFalse
    }
}

Describe 'The script that tries a real Windows' {
    It 'is read without a mistake, and so is what it runs in the new processes' {
        $mistakes = $null
        $file = (Resolve-Path "$PSScriptRoot/../windows/Smoke.ps1").Path
        $script = [Management.Automation.Language.Parser]::ParseFile($file, [ref] $null, [ref] $mistakes)
        $mistakes | Should -BeNullOrEmpty
        $inner = $script.Find({ $args[0] -is [Management.Automation.Language.StringConstantExpressionAst] -and $args[0].Value.Contains('Try-It') }, $true)
        [void][Management.Automation.Language.Parser]::ParseInput($inner.Value, [ref] $null, [ref] $mistakes)
        $mistakes | Should -BeNullOrEmpty
    }
}

Describe 'Where there is no Windows' -Skip:$IsWindows {
    It 'this computer itself is not measured, and the error says what to name' {
        { Get-MedChecklistStatus $baseline } | Should -Throw -ErrorId 'NoTargets,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Match '-CimSession'
    }

    It '-Transport <_> is refused before anything is asked' -ForEach 'Mi', 'Dcom' {
        { Get-MedChecklistStatus $baseline -ComputerName none.invalid -Transport $_ } | Should -Throw -ErrorId 'TransportUnavailable,*'
    }
}

Describe 'What does not go together' {
    It '-<_> with -CimSession' -ForEach 'UseSsl', 'Port', 'Authentication', 'Transport', 'CaCertificate', 'Credential' {
        $value = @{
            UseSsl = $true; Port = 5986; Authentication = 'Kerberos'; Transport = 'Wsman'; CaCertificate = 'ca.pem'
            Credential = [pscredential]::new('auditor', [securestring]::new())
        }[$_]
        $more = @{ $_ = $value }
        { Get-MedChecklistStatus $baseline -CimSession (New-EmptySession) @more } | Should -Throw -ErrorId 'ParameterNotForSession,*'
    }

    It '-<_> with DCOM' -ForEach 'UseSsl', 'Port', 'CaCertificate' {
        $more = @{ $_ = @{ UseSsl = $true; Port = 5986; CaCertificate = 'ca.pem' }[$_] }
        { Get-MedChecklistStatus $baseline -ComputerName none.invalid -Transport Dcom @more } | Should -Throw -ErrorId 'ParameterNotForTransport,*'
    }

    It '<_> with Test-MedConnection, which looks at WS-Management' -ForEach 'Transport', 'CimSession' {
        $way = @{ Transport = @{ ComputerName = 'none.invalid'; Transport = 'Mi' }; CimSession = @{ CimSession = New-EmptySession } }[$_]
        { Test-MedConnection @way } | Should -Throw -ErrorId 'ParameterNotForProbe,*'
    }

    It 'a certificate file with MI, which says where Windows wants it' {
        { Get-MedChecklistStatus $baseline -ComputerName none.invalid -Transport Mi -CaCertificate ca.pem } |
            Should -Throw -ErrorId 'ParameterNotForTransport,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Match 'Wsman'
    }
}
