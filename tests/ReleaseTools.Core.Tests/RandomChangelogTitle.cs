using FsCheck;
using FsCheck.Fluent;
using ReleaseTools.Changelog;

namespace ReleaseTools.Tests;

/// <summary>A tag prefix and a heading of versions made at random, of all that may be written.</summary>
internal sealed record RandomChangelogTitle(string Prefix, string Title)
{
    private static readonly Gen<string> Pieces = Gen.Elements(
        "{version}", "{tag}", "{date}", "[{version}]({compare})", "[{tag}]({release})", "[{version}]", "({date})", "{compare}", "{release}", "Acme", "Shop", "-", "—", "/", "1.0", "1.0.0", "2020-01-01", "*{tag}*", "**{version}**",
        "`{version}`", "Unreleased", "#", ",", ":", "é", "[", "](x)", "<b>", "\\", "_", "@acme", "v{version}", "{version},", "{date}:", "{version}{date}", "{tag}{version}");

    private static readonly Gen<string> PrefixPieces = Gen.Elements("v", "V", "web", "@", "/", ".", "-", "_", "1", "2.", "ü", "é", "acme", "(", ")", "#", "`", "!", "$", "+", "'", "&", "<", ">", "|", "日本");

    public static Gen<RandomChangelogTitle> Any { get; } =
        from prefix in PrefixPieces.ListOf()
        from title in Pieces.NonEmptyListOf()
        from glue in Gen.Elements(" ", " ", "", "  ")
        select new RandomChangelogTitle(string.Concat(prefix.Take(4)), string.Join(glue, title.Take(5)));

    /// <summary>Null where it is refused.</summary>
    public LineTemplate? Template => LineTemplate.Of(Title.Trim()) is var title && HeadingReader.CanReadBack(title) ? title : null;
}
