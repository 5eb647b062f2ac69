using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MedHardening.Benchmarks;

/// <summary>Answers the n-th request of a connection with the n-th recorded reply of the archetype in the path.</summary>
internal static class ReplayServer
{
    public static async Task ServeAsync(string trafficPath)
    {
        Traffic traffic = Traffic.Load(trafficPath);
        long requests = 0;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        WebApplication application = builder.Build();
        application.Run(async http =>
        {
            byte[] buffer = new byte[16 * 1024];
            while (await http.Request.Body.ReadAsync(buffer) > 0)
            {
            }
            Interlocked.Increment(ref requests);
            IReadOnlyList<(byte[] Request, byte[] Reply)> exchanges = traffic.ByArchetype[http.Request.Path.Value!.Trim('/')];
            byte[] reply = exchanges[int.Parse(http.Request.Query["n"]!, System.Globalization.CultureInfo.InvariantCulture)].Reply;
            http.Response.ContentType = "application/soap+xml;charset=UTF-8";
            http.Response.ContentLength = reply.Length;
            await http.Response.Body.WriteAsync(reply);
        });
        await application.StartAsync();
        Console.WriteLine(new Uri(System.Linq.Enumerable.First(
            application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)).Port);
        await ServerProcess.AnswerAsync(() => (Interlocked.Read(ref requests), 0, 0));
        await application.StopAsync();
    }
}
