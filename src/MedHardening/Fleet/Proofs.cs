using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Cim;

namespace MedHardening.Fleet;

/// <summary>What the reader of a run must be told of how accounts and computers were proven to each other.</summary>
internal static class Proofs
{
    private const int MostNamed = 5;

    public static IEnumerable<Notice> Of(StatusRequest request, IReadOnlyList<ComputerResult> computers)
    {
        if (request.SkipsCertificateCheck || computers.Any(c => ProofOfAccount.IsUnchecked(c.Authentication)))
        {
            yield return new Notice("CertificatesNotChecked", new Text(
                "機器の証明書を確かめずに接続しました。なりすました機器が応答していても分かりません。証拠にする測定では、認証局の証明書を指定してください。",
                "The computers' certificates were not checked: an impostor may have answered. For evidence, give the authority's certificate instead."));
        }
        string[] ntlm = computers.Where(c => ProofOfAccount.IsFallback(c.Authentication)).Select(c => c.Computer.Name).ToArray();
        if (ntlm.Length > 0)
        {
            string names = string.Join(", ", ntlm.Take(MostNamed));
            bool more = ntlm.Length > MostNamed;
            yield return new Notice("NtlmInsteadOfKerberos", new Text(
                $"{ntlm.Length} 台では、Kerberos ではなく NTLM で認証しました（{names}{(more ? " ほか" : "")}）。NTLM は相手の機器を確かめません。ドメインの機器は、完全な名前（FQDN）とドメイン名付きのアカウントで測定してください。",
                $"{ntlm.Length} computer(s) were reached by NTLM instead of Kerberos ({names}{(more ? ", …" : "")}). NTLM does not prove who answers. Name computers of a domain in full (FQDN), and the account with its DNS domain."));
        }
    }
}
