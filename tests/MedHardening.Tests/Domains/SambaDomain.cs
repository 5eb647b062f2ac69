using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Net;
using MedHardening.Tests.Baselines;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Domains;

/// <summary>
/// The Active Directory domain med.test, served by Samba for as long as this object lives; tests/SambaDomain/samba-domain does
/// the work and describes it. Tests take it as a fixture of the collection <see cref="SambaCollection"/> and are marked
/// <see cref="SambaFactAttribute"/>. Everything in this process that speaks Kerberos or LDAP finds it meanwhile.
/// </summary>
public sealed class SambaDomain : IDisposable
{
    private static readonly string s_tool = RepositoryFiles.Path("tests/SambaDomain/samba-domain");

    // A fixture is made also when all its tests are skipped.
    private readonly Process? _serving;

    public SambaDomain()
    {
        if (Missing.Value is not null)
            return;
        _serving = Start("serve", Folder);
        if (_serving.StandardOutput.ReadLine() != "ready")
            throw new InvalidOperationException("samba-domain: " + _serving.StandardError.ReadToEnd());
        CLibrary.Set("KRB5_CONFIG", Path.Combine(Folder, "krb5.conf"));
        CLibrary.Set("KRB5CCNAME", "FILE:" + Tickets);
        // The client asks for ldap/ADDRESS then, and not for what the address is called on this machine.
        CLibrary.Set("LDAPSASL_NOCANON", "on");
    }

    /// <summary>Why the domain cannot run here; null where it can.</summary>
    public static Lazy<string?> Missing { get; } = new(() =>
    {
        try
        {
            using Process check = Start("check");
            string reason = check.StandardError.ReadToEnd().Trim();
            check.WaitForExit();
            return check.ExitCode == 0 ? null : reason;
        }
        catch (Win32Exception e)
        {
            return "samba-domain does not run here: " + e.Message;
        }
    });

    public const string Name = "med.test";

    /// <summary>The controller's name, known to processes of <see cref="Run"/>.</summary>
    public const string Host = "dc1.med.test";

    public static NetworkCredential Administrator => new("administrator", "Passw0rd!234", "MED");

    public string Folder { get; } = Directory.CreateTempSubdirectory("mh-samba-").FullName;

    /// <summary>The controller's address, known to everyone, and a name of its Kerberos service too.</summary>
    public string Address => File.ReadAllText(Path.Combine(Folder, "address"));

    /// <summary>The authority that its LDAPS certificate (names: host, domain, address) comes from.</summary>
    public string CaFile => Path.Combine(Folder, "ca.pem");

    /// <summary>The ticket cache of this process and of processes of <see cref="Run"/>.</summary>
    public string Tickets => Path.Combine(Folder, "tickets");

    /// <summary>Adds or changes entries, by LDIF; thousands at a time. System attributes may be written too.</summary>
    public void Add(string ldif) => End(Start("add", Folder), ldif);

    /// <summary>Makes the computer account <paramref name="account"/> and writes the keys of its service names, such as WSMAN/sv01.med.test.</summary>
    /// <returns>The keytab.</returns>
    public string Keytab(string account, params string[] serviceNames)
    {
        string file = Path.Combine(Folder, account + ".keytab");
        End(Start(["keytab", Folder, file, "Serv1ce!" + account, account, .. serviceNames]), "");
        return file;
    }

    /// <summary>Signs in: a ticket-granting ticket in <see cref="Tickets"/>, or in another cache.</summary>
    public void SignIn(NetworkCredential account, string? tickets = null) =>
        End(Run("kinit", "-c", "FILE:" + (tickets ?? Tickets), account.UserName), account.Password + "\n");

    public void SignOut() => File.Delete(Tickets);

    /// <summary>Starts a process that resolves the domain's names and finds its Kerberos; all its streams are redirected.</summary>
    public Process Run(params string[] command) => Start(["run", Folder, .. command]);

    public void Dispose()
    {
        if (_serving is not null)
        {
            _serving.StandardInput.Close();
            _serving.WaitForExit();
            _serving.Dispose();
            foreach (string variable in new[] { "KRB5_CONFIG", "KRB5CCNAME", "LDAPSASL_NOCANON" })
                CLibrary.Unset(variable);
        }
        Directory.Delete(Folder, recursive: true);
    }

    private static Process Start(params string[] args)
    {
        ProcessStartInfo start = new(s_tool)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string arg in args)
            start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    private static void End(Process process, string input)
    {
        using (process)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            string said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, said);
        }
    }
}

/// <summary>The tests that share one domain; xunit runs them one after another. Accounts that a class adds stay: give them names of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SambaCollection : ICollectionFixture<SambaDomain>
{
    public const string Name = "Samba domain";
}

/// <summary>A test that needs the domain of <see cref="SambaDomain"/>.</summary>
internal sealed class SambaFactAttribute : FactAttribute
{
    public SambaFactAttribute() => Skip = SambaDomain.Missing.Value;
}

/// <summary>Cases of one.</summary>
internal sealed class SambaTheoryAttribute : TheoryAttribute
{
    public SambaTheoryAttribute() => Skip = SambaDomain.Missing.Value;
}
