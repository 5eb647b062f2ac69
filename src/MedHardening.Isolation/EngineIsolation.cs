using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace MedHardening.Isolation;

/// <summary>
/// Tells the runtime where the engine is: <c>bin/net8.0</c> for PowerShell 7, <c>bin/netstandard2.0</c> for Windows PowerShell
/// 5.1. On 7 the engine and its packages live in a load context of their own, so that a module with another version of
/// YamlDotNet neither breaks us nor is broken by us.
/// </summary>
/// <remarks>
/// The cmdlets are one netstandard2.0 assembly for both editions, the plain RootModule of the manifest: a .psm1 that picks
/// an assembly would not run under the execution policy Restricted, the default of Windows clients (about_Execution_Policies).
/// This class is in a nested module, which PowerShell imports before the root module, because PowerShell loads every type of
/// an assembly before it runs an initializer in it: a cmdlet with a field of an engine type could not be loaded yet.
/// Seen in PowerShell 7; Windows PowerShell 5.1 is not yet verified on Windows: run tests/windows/Smoke.ps1.
/// </remarks>
public sealed class EngineIsolation : IModuleAssemblyInitializer
{
    private const string Engine = "MedHardening";

    // Static: once a process, however often the module is imported and into however many runspaces.
    static EngineIsolation()
    {
        string bin = Path.GetDirectoryName(typeof(EngineIsolation).Assembly.Location)!;
        // The type is not part of netstandard2.0 and does not exist on .NET Framework.
        Type? contexts = Type.GetType("System.Runtime.Loader.AssemblyLoadContext");
        Lazy<Assembly> engine = new(() => contexts is null
            ? Assembly.LoadFrom(Path.Combine(bin, "netstandard2.0", Engine + ".dll"))
            : LoadApart(contexts, Path.Combine(bin, "net8.0")));
        AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) =>
            new AssemblyName(wanted.Name).Name == Engine ? engine.Value : null;
    }

    public void OnImport()
    {
    }

    // Every assembly of the folder is loaded at once: what a context has loaded itself goes before anything that other
    // modules have brought into the default context.
    private static Assembly LoadApart(Type contexts, string folder)
    {
        object context = Activator.CreateInstance(contexts, Engine, /* isCollectible */ false)!;
        MethodInfo load = contexts.GetMethod("LoadFromAssemblyPath")!;
        return Directory.GetFiles(folder, "*.dll")
            .Select(file => (Assembly)load.Invoke(context, [file])!)
            .ToArray()
            .First(assembly => assembly.GetName().Name == Engine);
    }
}
