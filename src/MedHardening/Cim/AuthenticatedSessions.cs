namespace MedHardening.Cim;

/// <summary>A session that knows how its account was proven.</summary>
public interface IAuthenticatedSession
{
    /// <summary>Package and protection in use (<c>Kerberos, encrypted</c>); null before the account was proven, or when there was none.</summary>
    string? Authentication { get; }
}

public static class AuthenticatedSessions
{
    /// <summary>How the account of this session was proven; null when the session does not know.</summary>
    public static string? Authentication(this ICimSession session) => (session as IAuthenticatedSession)?.Authentication;
}
