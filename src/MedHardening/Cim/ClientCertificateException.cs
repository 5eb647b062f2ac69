using System;

namespace MedHardening.Cim;

/// <summary>There is no certificate with which an account could be proven. Nothing was contacted.</summary>
public sealed class ClientCertificateException : Exception
{
    public ClientCertificateException(Text text, Exception? inner = null)
        : base(text.ToString(), inner)
    {
        Text = text;
    }

    public Text Text { get; }

    /// <summary>The file may only lack its password, or the right one.</summary>
    public bool IsAboutPassword => InnerException is System.Security.Cryptography.CryptographicException;
}
