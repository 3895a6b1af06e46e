using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Constants;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>Writes the source of the class <c>ThisAssembly</c>. A file that is right already keeps its time stamp, so nothing is compiled anew.</summary>
[MSBuildMultiThreadableTask]
public sealed class WriteThisAssembly : ReleaseTask
{
    private static readonly ImmutableArray<(string Metadatum, Func<string, object?> Read)> Kinds =
    [
        ("String", text => text),
        ("Boolean", text => bool.TryParse(text, out var truth) ? truth : null),
        ("Integer", text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null),
        ("Ticks", text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null),
    ];

    /// <summary>As the property <c>Language</c> names it.</summary>
    [Required]
    public string Language { get; set; } = "";

    /// <summary>The namespace; or empty.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>Where the source goes, from the project's folder.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>The fields: each with the metadatum <c>String</c>, <c>Boolean</c>, <c>Integer</c> or <c>Ticks</c>. An empty string is left out unless <c>EmitIfEmpty</c> is true.</summary>
    [Required]
    public ITaskItem[] Fields { get; set; } = [];

    /// <summary>Fields of the user's own, of the same form.</summary>
    public ITaskItem[] MoreFields { get; set; } = [];

    /// <summary>The key file the assembly is signed with, from the project's folder; or empty.</summary>
    public string KeyFile { get; set; } = "";

    private protected override void Run()
    {
        if (ThisAssemblySource.FindLanguage(Language) is not { } language)
        {
            return;
        }

        if (Namespace.Length > 0 && !Identifier.IsNamespace(Namespace))
        {
            throw new ReleaseException(BuildDiagnostics.NotANamespace(Namespace));
        }

        var own = Fields.Concat(MoreFields).Select(Read).Where(field => field is not null).Cast<AssemblyConstant>().Concat(OfKey()).ToArray();

        // Visual Basic does not tell 'Name' from 'name'.
        if (own.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ReleaseException(BuildDiagnostics.FieldTwice(twice.Last().Name));
        }

        var source = Encoding.UTF8.GetBytes(ThisAssemblySource.Write(language, Namespace, own));
        var path = Path.GetFullPath(File, ProjectFolder);

        if (!System.IO.File.Exists(path) || !System.IO.File.ReadAllBytes(path).AsSpan().SequenceEqual(source))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, source);
        }
    }

    /// <summary>Null for one that is left out because it is empty.</summary>
    private static AssemblyConstant? Read(ITaskItem item)
    {
        var name = item.ItemSpec.Trim();

        if (!Identifier.IsOne(name))
        {
            throw new ReleaseException(BuildDiagnostics.NotAField(name));
        }

        var given = Kinds.Where(kind => item.MetadataNames.Cast<string>().Contains(kind.Metadatum, StringComparer.OrdinalIgnoreCase)).ToArray();

        if (given is not [var (metadatum, read)] || read(item.GetMetadata(metadatum)) is not { } value)
        {
            throw new ReleaseException(BuildDiagnostics.NoFieldValue(name));
        }

        return value is "" && !item.GetMetadata("EmitIfEmpty").Equals("true", StringComparison.OrdinalIgnoreCase) ? null : new(name, value);
    }

    private IEnumerable<AssemblyConstant> OfKey() =>
        KeyFile.Length > 0 && Path.GetFullPath(KeyFile, ProjectFolder) is var path && System.IO.File.Exists(path) && StrongNameKey.Read(System.IO.File.ReadAllBytes(path)) is { } key
            ? [new("PublicKey", key.PublicKey), new("PublicKeyToken", key.Token)]
            : [];
}
