using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using MedHardening.PowerShell;
using Xunit;

namespace MedHardening.Tests.PowerShell;

/// <summary>What must hold of every cmdlet, told by its attributes.</summary>
public class CmdletTests
{
    private static readonly string[] s_writingVerbs = ["Export", "Set", "New", "Import", "Undo"];

    public static TheoryData<Type> All => new(Cmdlets.All);

    [Theory]
    [MemberData(nameof(All))]
    public void A_cmdlet_that_writes_asks_first_and_one_that_reads_does_not_offer_to(Type cmdlet)
    {
        CustomAttributeNamedArgument asks = Cmdlets.Attribute(cmdlet, typeof(CmdletAttribute))!.NamedArguments
            .FirstOrDefault(a => a.MemberName == nameof(CmdletAttribute.SupportsShouldProcess));
        Assert.Equal(s_writingVerbs.Contains(Cmdlets.Name(cmdlet).Split('-')[0]), asks.TypedValue.Value is true);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_class_and_its_file_are_called_like_the_cmdlet(Type cmdlet) =>
        Assert.Equal(Cmdlets.Name(cmdlet).Replace("-", "", StringComparison.Ordinal) + "Command", cmdlet.Name);

    [Theory]
    [MemberData(nameof(All))]
    public void A_cmdlet_says_what_it_returns(Type cmdlet) =>
        Assert.NotNull(Cmdlets.Attribute(cmdlet, typeof(OutputTypeAttribute)));

    [Theory]
    [MemberData(nameof(All))]
    public void A_secret_is_only_taken_as_a_credential(Type cmdlet) =>
        Assert.DoesNotContain(Cmdlets.Parameters(cmdlet), p => p.PropertyType == typeof(string)
            && (p.Name.Contains("Password", StringComparison.OrdinalIgnoreCase) || p.Name.Contains("Secret", StringComparison.OrdinalIgnoreCase)));

    [Theory]
    [InlineData("Get-MedChecklistStatus")]
    [InlineData("Test-MedConnection")]
    [InlineData("Export-ServiceBaseline")]
    [InlineData("Compare-ServiceBaseline")]
    [InlineData("Set-ServiceBaseline")]
    [InlineData("Set-MedBaseline")]
    [InlineData("Undo-MedChange")]
    public void Cmdlets_that_reach_computers_share_how(string name)
    {
        Type cmdlet = Cmdlets.All.Single(c => Cmdlets.Name(c) == name);
        Assert.Superset(
            new HashSet<string>
            {
                "ComputerName", "CimSession", "Ledger", "Role", "Transport", "Credential", "Authentication", "UseSsl", "Port", "CaCertificate",
                "SkipCertificateCheck", "CertificateFile", "CertificatePassword", "CertificateThumbprint", "Spn",
                "ThrottleLimit", "ConnectionTimeoutSec", "OperationTimeoutSec",
            },
            Cmdlets.Parameters(cmdlet).Select(p => p.Name).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_cmdlet_that_changes_computers_asks_unless_told_otherwise(Type cmdlet)
    {
        if (!cmdlet.IsSubclassOf(typeof(ChangingCmdlet)) && Cmdlets.Name(cmdlet) != "Undo-MedChange")
            return;
        Assert.Equal((int)ConfirmImpact.High, Cmdlets.Attribute(cmdlet, typeof(CmdletAttribute))!.NamedArguments
            .Single(a => a.MemberName == nameof(CmdletAttribute.ConfirmImpact)).TypedValue.Value);
    }

    [Fact]
    public void Objects_that_call_a_computer_by_any_usual_name_can_be_piped_in()
    {
        PropertyInfo computerName = Cmdlets.All.Single(c => Cmdlets.Name(c) == "Get-MedChecklistStatus").GetProperty("ComputerName")!;
        var aliases = (IEnumerable<CustomAttributeTypedArgument>)Cmdlets.Attribute(computerName, typeof(AliasAttribute))!
            .ConstructorArguments[0].Value!;
        Assert.Equal(["CN", "PSComputerName", "Name", "DNSHostName"], aliases.Select(a => (string)a.Value!));
        Assert.Equal(
            ["ValueFromPipeline", "ValueFromPipelineByPropertyName"],
            Cmdlets.Attribute(computerName, typeof(ParameterAttribute))!.NamedArguments
                .Where(a => a.MemberName.StartsWith("ValueFromPipeline", StringComparison.Ordinal) && a.TypedValue.Value is true)
                .Select(a => a.MemberName).Order());
    }
}
