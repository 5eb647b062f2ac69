@{
    RootModule             = 'bin/MedHardening.PowerShell.dll'
    NestedModules          = @('bin/MedHardening.Isolation.dll')
    ModuleVersion          = '0.1.0'
    GUID                   = '23f95f1a-19e4-4820-8bcd-dae30e544691'
    Author                 = 'The MedHardening contributors'
    CompanyName            = 'MedHardening'
    Copyright              = 'The MedHardening contributors. MIT License.'
    Description            = '「医療機関におけるサイバーセキュリティ対策チェックリスト」に沿って、院内の Windows 端末とサーバーを CIM (WS-Management) でエージェントなしに測定し、様式の各行の提案と根拠を示します。Measures the Windows computers of hospitals, clinics and pharmacies against the cybersecurity checklist of the Japanese Ministry of Health, Labour and Welfare, without an agent.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Core', 'Desktop')
    DotNetFrameworkVersion = '4.7.2'
    CmdletsToExport        = @(
        'Compare-ServiceBaseline',
        'Export-MedAttestation',
        'Export-MedChecklistReport',
        'Export-ServiceBaseline',
        'Get-AccessLogSummary',
        'Get-MedChange',
        'Get-MedChecklistStatus',
        'Get-MedComputer',
        'Import-MedAttestation',
        'Import-MedChecklist',
        'New-MedBaseline',
        'Set-MedBaseline',
        'Set-ServiceBaseline',
        'Test-MedBaseline',
        'Test-MedConnection',
        'Undo-MedChange'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags = @('Windows', 'Security', 'Audit', 'Hardening', 'CIM', 'WSMan', 'Healthcare', 'Hospital', 'Japan', 'PSEdition_Core', 'PSEdition_Desktop')
        }
    }
}
