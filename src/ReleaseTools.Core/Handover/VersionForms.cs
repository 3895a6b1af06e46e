using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Versioning;

namespace ReleaseTools.Handover;

/// <summary>A version in every form by name, what an image of it is called among them: all that an artefact needs, whoever computed it.</summary>
internal sealed class VersionForms
{
    public const string ImageTagsName = "ImageTags";

    private readonly FrozenDictionary<string, object?> _values;

    /// <param name="values">A value for each of <see cref="Names"/>.</param>
    public VersionForms(IReadOnlyDictionary<string, object?> values) => _values = values.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the user should know about the image's tags. Nothing else goes wrong with them, so these are warnings.</summary>
    public ImmutableArray<Diagnostic> Remarks { get; private init; } = [];

    /// <summary>In the order they are shown.</summary>
    public static ImmutableArray<string> Names { get; } = [.. VersionFields.All.Select(field => field.Name), ImageTagsName];

    public ImmutableArray<string> ImageTags => (ImmutableArray<string>)_values[ImageTagsName]!;

    /// <summary>A string, a whole number, a truth value, a date, a list of strings, or null.</summary>
    public object? this[string name] => _values[name];

    /// <exception cref="ReleaseException">RT7001 to RT7003: what version.json says of an image's tags is wrong.</exception>
    public static VersionForms Of(VersionSnapshot version)
    {
        var tags = Images.ImageTags.For(version);

        return new(VersionFields.All.Select(field => (field.Name, Value: field.Read(version))).Append((ImageTagsName, tags.Tags)).ToDictionary())
        {
            Remarks = [.. tags.Remarks.Select(remark => remark with { Severity = Severity.Warning })],
        };
    }
}
