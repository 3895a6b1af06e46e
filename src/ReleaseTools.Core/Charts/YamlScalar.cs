using System.Text.RegularExpressions;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>What a YAML value is to Helm, whose YAML is version 1.1: <c>1.10</c> is a number there, and <c>on</c> a truth value.</summary>
internal static partial class YamlScalar
{
    private const string StringTag = "tag:yaml.org,2002:str";

    /// <summary>What an alias stands for.</summary>
    public static YamlNode Resolve(YamlNode node) => node is { Kind: YamlKind.Alias, Target: { } target } ? target : node;

    public static bool IsNull(YamlNode node) => node is { Kind: YamlKind.Plain, Tag: "", Text: "" or "~" or "null" or "Null" or "NULL" };

    public static bool IsTruth(YamlNode node) => IsBare(node) && Truth().IsMatch(node.Text);

    public static bool IsTrue(YamlNode node) => IsTruth(node) && (node.Text is ['y' or 'Y' or 't' or 'T', ..] or [_, 'n' or 'N']);

    public static bool IsNumber(YamlNode node) => IsBare(node) && Number().IsMatch(node.Text);

    public static bool IsCollection(YamlNode node) => node.Kind is YamlKind.Mapping or YamlKind.Sequence;

    public static bool IsString(YamlNode node) => !IsCollection(node) && node.Kind != YamlKind.Alias && !IsNull(node) && !IsTruth(node) && !IsNumber(node);

    /// <summary>For messages.</summary>
    public static string KindOf(YamlNode node) => node switch
    {
        { Kind: YamlKind.Mapping } => "a mapping",
        { Kind: YamlKind.Sequence } => "a list",
        { Kind: YamlKind.Alias } => $"the alias '*{node.Text}' of nothing",
        _ when IsNull(node) => "empty",
        _ when IsTruth(node) => $"the truth value '{node.Text}'",
        _ when IsNumber(node) => $"the number '{node.Text}'",
        _ => "a text",
    };

    private static bool IsBare(YamlNode node) => node.Kind == YamlKind.Plain && node.Tag is not (StringTag or "!");

    [GeneratedRegex(@"\A(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Truth();

    [GeneratedRegex(@"\A(?:[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?|[-+]?0[xX][0-9a-fA-F_]+|[-+]?0b[01_]+|[-+]?0o[0-7_]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
