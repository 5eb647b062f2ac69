using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MedHardening.Cim;

public static partial class ClientCertificates
{
    private const int MaxBytes = 1 << 20;

    static partial void Load(string path, string? password, ref X509Certificate2? certificate)
    {
        try
        {
            certificate = Read(path, password);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ClientCertificateException(
                new(
                    path + ": 証明書と秘密鍵を読めません。パスワードの誤りか、PFX・PEMではないファイルです。" + e.Message,
                    path + ": certificate and key cannot be read. The password is wrong, or it is no PFX or PEM file. " + e.Message),
                e);
        }
    }

    private static X509Certificate2 Read(string path, string? password)
    {
        if (new FileInfo(path).Length > MaxBytes)
            throw new IOException(MaxBytes + " bytes or more");
        byte[] bytes = File.ReadAllBytes(path);
        string text = Encoding.ASCII.GetString(bytes);
        return !text.Contains("-----BEGIN ", StringComparison.Ordinal) ? new X509Certificate2(bytes, password)
            : text.Contains("-----BEGIN ENCRYPTED PRIVATE KEY-----", StringComparison.Ordinal) ? FromEncryptedPem(text, password)
            : X509Certificate2.CreateFromPem(text, text);
    }

    private static X509Certificate2 FromEncryptedPem(string text, string? password) => password is null
        ? throw new CryptographicException("the key has a password, and none was given")
        : X509Certificate2.CreateFromEncryptedPem(text, text, password);
}
