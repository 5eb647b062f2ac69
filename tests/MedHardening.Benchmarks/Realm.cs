using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace MedHardening.Benchmarks;

/// <summary>
/// A Kerberos realm of its own: MIT's KDC (Debian: krb5-kdc, krb5-admin-server, krb5-user) in a temporary folder, with a key for each host and a ticket for
/// the client. Its libraries are told by <see cref="Environment"/>, which only a process that is started with it sees.
/// </summary>
internal sealed class Realm : IAsyncDisposable
{
    public const string Domain = ".med.test";
    private const string Name = "MED.TEST";
    private const string Master = "bench-only";

    private readonly string _folder = Directory.CreateTempSubdirectory("mh-realm-").FullName;
    private Process? _controller;

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["KRB5_CONFIG"] = At("krb5.conf"),
        ["KRB5_KDC_PROFILE"] = At("kdc.conf"),
        ["KRB5_KTNAME"] = "FILE:" + At("keytab"),
        ["KRB5CCNAME"] = "FILE:" + At("tickets"),
        ["KRB5RCACHENAME"] = "none:", // a server's, which waits for the disk with each sign-in
    };

    public static async Task<Realm> StartAsync(IEnumerable<string> hosts)
    {
        Realm realm = new();
        int port = FreePort();
        await File.WriteAllTextAsync(realm.At("krb5.conf"), $$"""
            [libdefaults]
             default_realm = {{Name}}
             dns_lookup_kdc = false
             dns_canonicalize_hostname = false
             rdns = false
             udp_preference_limit = 1
            [realms]
             {{Name}} = {
              kdc = 127.0.0.1:{{port}}
             }
            [domain_realm]
             {{Domain}} = {{Name}}

            """);
        await File.WriteAllTextAsync(realm.At("kdc.conf"), $$"""
            [kdcdefaults]
             kdc_listen = 127.0.0.1:{{port}}
             kdc_tcp_listen = 127.0.0.1:{{port}}
            [realms]
             {{Name}} = {
              database_name = {{realm.At("principal")}}
              key_stash_file = {{realm.At("stash")}}
              supported_enctypes = aes256-cts-hmac-sha1-96:normal
             }
            [logging]
             kdc = FILE:{{realm.At("kdc.log")}}

            """);
        string[] names = [.. hosts.Select(h => "WSMAN/" + h.ToLowerInvariant() + Domain)];
        await realm.RunAsync("kdb5_util", "", "create", "-s", "-r", Name, "-P", Master);
        await realm.RunAsync(
            "kadmin.local",
            string.Join('\n', names.Select(n => "addprinc -randkey " + n).Concat(names.Select(n => "ktadd -norandkey " + n))) + "\naddprinc -pw " + Master + " bench\n",
            "-r", Name);
        realm._controller = realm.Start("krb5kdc", "-n", "-r", Name);
        while (await realm._controller.StandardError.ReadLineAsync() is { } line && !line.Contains("starting", StringComparison.Ordinal))
        {
        }
        await realm.RunAsync("kinit", Master + "\n", "bench");
        return realm;
    }

    public async ValueTask DisposeAsync()
    {
        if (_controller is not null)
        {
            _controller.Kill();
            await _controller.WaitForExitAsync();
            _controller.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string At(string file) => Path.Combine(_folder, file);

    private Process Start(string program, params string[] arguments)
    {
        string system = "/usr/sbin/" + program;
        ProcessStartInfo start = new(File.Exists(system) ? system : program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private async Task RunAsync(string program, string input, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(program + ": " + await output + await error);
    }
}
