using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Services;

/// <summary>Takes the baseline of one computer.</summary>
public static class HostInventory
{
    /// <summary>All that a baseline can hold.</summary>
    public static IReadOnlyList<BaselineSection> Everything { get; } = (BaselineSection[])Enum.GetValues(typeof(BaselineSection));

    /// <summary>
    /// The sections that can be read; <see cref="ServiceBaseline.NotRead"/> names the others. Some 300 questions for services, whose
    /// triggers only the registry tells, and seven a program.
    /// </summary>
    /// <param name="takenOn">The day in Japan.</param>
    /// <exception cref="CimFault">Nothing could be read, or the connection is gone.</exception>
    public static async Task<ServiceBaseline> ReadAsync(
        ICimSession session, IReadOnlyCollection<BaselineSection> sections, DateTime takenOn, CancellationToken cancel)
    {
        HostIdentity identity = await HostIdentity.ReadAsync(session, cancel).ConfigureAwait(false);
        Dictionary<BaselineSection, IReadOnlyList<BaselineEntry>> read = new();
        Dictionary<string, string> notRead = new();
        CimFault? first = null;
        foreach (BaselineSection section in sections.Distinct())
        {
            try
            {
                IReadOnlyList<BaselineEntry> entries = await ReadAsync(session, section, cancel).ConfigureAwait(false);
                read[section] = entries.OrderBy(e => e.Name, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Name, StringComparer.Ordinal).ToArray();
            }
            catch (CimFault fault) when (!IsLost(fault.Kind))
            {
                first ??= fault;
                notRead[section.ToString()] = fault.Kind.ToString();
            }
        }
        if (read.Count == 0 && first is not null)
            throw first.Again();
        return new ServiceBaseline
        {
            Schema = ServiceBaseline.SchemaId,
            Computer = identity.Name,
            TakenOn = takenOn,
            Windows = identity.Caption + " (" + identity.BuildNumber + ")",
            NotRead = notRead,
        }.With(section => read.TryGetValue(section, out IReadOnlyList<BaselineEntry>? entries) ? entries : null);
    }

    private static async Task<IReadOnlyList<BaselineEntry>> ReadAsync(ICimSession session, BaselineSection section, CancellationToken cancel) => section switch
    {
        BaselineSection.Services => await ReadServicesAsync(session, cancel).ConfigureAwait(false),
        BaselineSection.Programs => (await session.ReadProgramsAsync(cancel).ConfigureAwait(false)).Select(Of).Distinct().ToArray(),
        BaselineSection.Ports => ListedPorts.Of(await session.ReadListeningPortsAsync(cancel).ConfigureAwait(false)),
        BaselineSection.Tasks => (await session.ReadScheduledTasksAsync(cancel).ConfigureAwait(false))
            .Select(t => new TaskEntry { Name = t.Name, Enabled = t.IsEnabled, Account = t.RunsAs, Commands = t.Commands }).ToArray(),
        BaselineSection.Autoruns => (await session.ReadAutorunsAsync(cancel).ConfigureAwait(false))
            .Select(a => new AutorunEntry { Name = a.Name, Place = a.Place, Command = a.Command }).Distinct().ToArray(),
        BaselineSection.Features => (await session.ReadEnabledFeaturesAsync(cancel).ConfigureAwait(false))
            .Select(f => new FeatureEntry { Name = f }).ToArray(),
        _ => (await session.ReadUpdatesAsync(cancel).ConfigureAwait(false))
            .Select(u => new UpdateEntry { Name = u.Id, InstalledOn = u.InstalledOn }).ToArray(),
    };

    private static async Task<IReadOnlyList<BaselineEntry>> ReadServicesAsync(ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<ServiceState> services = await session.ReadServicesAsync(cancel).ConfigureAwait(false);
        IReadOnlyCollection<string> triggered = await session.ReadTriggeredServicesAsync(services, cancel).ConfigureAwait(false);
        return services.Select(s => Of(s, triggered.Contains(s.Name))).ToArray();
    }

    private static ServiceEntry Of(ServiceState service, bool triggered)
    {
        (string? program, string? arguments) = service.Path is null ? (null, null) : CommandLines.Split(service.Path);
        return new ServiceEntry
        {
            Name = service.Name,
            DisplayName = service.DisplayName,
            Start = ServiceWords.Start(service.StartMode, service.IsDelayed),
            State = ServiceWords.State(service.State),
            Trigger = triggered,
            PerUser = service.IsPerUser,
            Account = service.Account,
            Path = program,
            Arguments = arguments is { Length: > 0 } ? arguments : null,
            Unquoted = service.Path is not null && CommandLines.IsUnquoted(service.Path),
        };
    }

    private static ProgramEntry Of(InstalledProgram program) => new()
    {
        Name = program.Name,
        Version = program.Version,
        Publisher = program.Publisher,
        Scope = program.Scope,
        InstalledOn = program.InstalledOn,
        Folder = ProgramFolders.Of(program),
        Hidden = program.IsHidden,
    };

    private static bool IsLost(CimFaultKind kind) => kind is CimFaultKind.OperationTimedOut or CimFaultKind.ConnectionDropped
        or CimFaultKind.ConnectionFailed or CimFaultKind.AuthenticationFailed or CimFaultKind.CredentialWithdrawn;
}
