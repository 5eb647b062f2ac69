using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace MedHardening.Tests.PowerShell;

/// <summary>The cmdlet classes as metadata: their attributes are read without making instances of them.</summary>
internal static class Cmdlets
{
    public static Assembly Assembly { get; } = Assembly.Load("MedHardening.PowerShell");

    public static IReadOnlyList<Type> All { get; } =
        Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Cmdlet))).ToArray();

    public static string Name(Type cmdlet)
    {
        IList<CustomAttributeTypedArgument> verbAndNoun = Attribute(cmdlet, typeof(CmdletAttribute))!.ConstructorArguments;
        return verbAndNoun[0].Value + "-" + verbAndNoun[1].Value;
    }

    public static CustomAttributeData? Attribute(MemberInfo member, Type attribute) =>
        member.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == attribute);

    public static IEnumerable<PropertyInfo> Parameters(Type cmdlet) =>
        cmdlet.GetProperties().Where(p => Attribute(p, typeof(ParameterAttribute)) is not null);
}
