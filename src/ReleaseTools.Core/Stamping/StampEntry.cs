using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping.Stampers;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>A file that carries a version and could be listed in version.json: what an entry would say of it.</summary>
/// <param name="Source">The file.</param>
/// <param name="Settings">Beside <c>file</c>, in order.</param>
/// <param name="Values">What is there now.</param>
internal sealed record StampEntry(SourceText Source, ImmutableArray<(string Name, string Text)> Settings, ImmutableArray<StampValue> Values)
{
    private static readonly ValuePath ImageTag = ValuePath.Read("image.tag")!;

    /// <summary>Whether a file is worth a look, by its path.</summary>
    /// <param name="path">From the root.</param>
    /// <param name="charts">The folders that hold a chart.</param>
    public static bool MayCarry(string path, IReadOnlySet<string> charts) =>
        IsValues(path) ? charts.Contains(path[..Math.Max(0, path.LastIndexOf('/'))]) : StamperList.Listed.Any(stamper => stamper.Reads(path));

    /// <summary>Null where the file carries no version, or none that can be stamped.</summary>
    public static StampEntry? Find(SourceText source)
    {
        var isValues = IsValues(source.Path);
        var stamper = isValues ? new YamlPathStamper(ImageTag) : StamperList.Listed.First(one => one.Reads(source.Path));

        try
        {
            var values = stamper.Find(source, "0.0.0");
            var hasPrefix = values.Any(value => value.Found.StartsWith('v'));

            return values is [] || !values.All(value => SemanticVersion.TryParse(value.Found.TrimStart('v'), out _)) ? null
                : new(source, isValues ? [("yaml", ImageTag.Text), ("value", hasPrefix ? "v{version}" : "{image-tag}")] : hasPrefix ? [("value", "v{version}")] : [], values);
        }
        catch (ReleaseException)
        {
            return null;
        }
    }

    /// <summary>The entry in one line of JSON.</summary>
    public string ToJson(string file) =>
        $"{{ {string.Join(", ", Settings.Prepend(("file", file)).Select(setting => $"\"{setting.Item1}\": \"{JsonEncodedText.Encode(setting.Item2, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""))} }}";

    private static bool IsValues(string path) => Path.GetFileName(path) == "values.yaml";
}
