using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>A version as the value of a YAML key.</summary>
internal static class YamlStamp
{
    private const string StringTag = "tag:yaml.org,2002:str";

    /// <exception cref="ReleaseException">RT3003 or RT3006: no version can stand in this place.</exception>
    public static StampValue Value(SourceText source, string key, YamlNode node, string version)
    {
        if (TemplateIn(source, node) is { } template)
        {
            throw new ReleaseException(StampDiagnostics.Template(source.SpotAt(node.Start), template));
        }

        if (WhyNoString(node) is { } found)
        {
            throw new ReleaseException(StampDiagnostics.NotAString(source.SpotAt(node.Start), key, found));
        }

        // An unquoted 1.10 reads "1.10" here and 1.1 elsewhere: only a string that every reader takes for one is right.
        var isRight = node.Text == version && (node.Kind != YamlKind.Plain || YamlText.IsPlain(version));
        return new(key, node.Text, version, node.Start, isRight ? null : new TextEdit(node.Start, node.Length, YamlText.Write(version, node.Kind)));
    }

    private static string? TemplateIn(SourceText source, YamlNode node) => node.Kind switch
    {
        YamlKind.Mapping => source.Text.AsSpan(node.Start).StartsWith("{{") ? YamlLocator.TemplateAt(source, node.Start)?.Text : null,
        YamlKind.Plain or YamlKind.SingleQuoted or YamlKind.DoubleQuoted when node.Text.Contains("{{", StringComparison.Ordinal) => node.Text,
        _ => null,
    };

    private static string? WhyNoString(YamlNode node) => node switch
    {
        { Kind: YamlKind.Mapping } => "a mapping",
        { Kind: YamlKind.Sequence } => "a list",
        { Kind: YamlKind.Alias } => $"the alias '*{node.Text}' of a value elsewhere",
        { Kind: YamlKind.Block } => "a block of lines",
        { Length: 0 } => "empty",
        { Tag: not ("" or "!" or StringTag) } => $"tagged '{node.Tag}'",
        _ => null,
    };
}
