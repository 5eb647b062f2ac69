using System;
using System.Collections.Generic;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace MedHardening.Simulator.WsMan;

/// <summary>Finds and keeps the security context of the connection that a request came over.</summary>
internal static class Negotiations
{
    private static readonly object s_key = new();

    /// <summary>The context in which the client has signed in; null when it has not.</summary>
    public static Negotiation? Of(HttpContext http) =>
        Items(http).TryGetValue(s_key, out object? found) && found is Negotiation { User: not null } context ? context : null;

    /// <summary>
    /// Takes one leg. True when the request was one and is answered with it; false also for the last leg when it brings a message, which is
    /// answered as any other.
    /// </summary>
    public static bool Step(HttpContext http, SimulatedHost host)
    {
        if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out AuthenticationHeaderValue? header)
            || Scheme(header.Scheme) is not { } scheme || header.Parameter is null)
        {
            return false;
        }
        byte[] token = new byte[header.Parameter.Length];
        bool isToken = Convert.TryFromBase64String(header.Parameter, token, out int length);
        if (!Items(http).TryGetValue(s_key, out object? found) || found is not Negotiation { User: null } context || context.Scheme != scheme)
            context = Begin(http, scheme);
        (byte[]? next, bool rejected) = isToken ? context.Step(token[..length]) : (null, true);
        rejected |= host.Misbehaviour.IsSignInRejected && context.User is not null;
        if (rejected)
            Items(http).Remove(s_key);
        http.Response.Headers.WWWAuthenticate = next is null || rejected ? scheme : scheme + " " + Convert.ToBase64String(next);
        if (context.User is not null && !rejected && http.Request.ContentLength > 0)
            return false;
        http.Response.StatusCode = context.User is null || rejected ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK;
        http.Response.ContentLength = 0;
        return true;
    }

    private static Negotiation Begin(HttpContext http, string scheme)
    {
        Negotiation context = new(scheme, http.Request.IsHttps);
        Items(http)[s_key] = context;
        http.Features.Get<IConnectionLifetimeFeature>()?.ConnectionClosed.Register(context.Dispose);
        return context;
    }

    private static string? Scheme(string name) => name.ToUpperInvariant() switch
    {
        "NEGOTIATE" => "Negotiate",
        "KERBEROS" => "Kerberos",
        _ => null,
    };

    private static IDictionary<object, object?> Items(HttpContext http) => http.Features.Get<IConnectionItemsFeature>()!.Items;
}
