using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Images;

/// <summary>What the tags of one kind have in common, as in <c>{major}.{minor}</c>.</summary>
internal sealed record ImageTagTemplate
{
    private const int ShortCommit = 7;

    private readonly ImmutableArray<ImageTagPart> _parts;

    private ImageTagTemplate(string text, ImmutableArray<ImageTagPart> parts)
    {
        Text = text;
        _parts = parts;
    }

    public string Text { get; }

    public ImageTagMeaning Meaning => _parts.Aggregate(ImageTagMeaning.Text, (meaning, part) => meaning | (part.Placeholder?.Meaning ?? ImageTagMeaning.Text));

    /// <summary>Whether the name in it is a stranger's: whoever makes a branch chooses it.</summary>
    public bool IsOthersWord => !Has(ImagePlaceholder.Version) && (Has(ImagePlaceholder.Branch) || Has(ImagePlaceholder.PullRequest));

    /// <exception cref="ReleaseException">RT7001 or RT7002: a placeholder or a brace is wrong.</exception>
    public static ImageTagTemplate Parse(string text, SourceSpot? spot)
    {
        var parts = ImmutableArray.CreateBuilder<ImageTagPart>();
        var at = 0;

        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var literal = text[at..(open < 0 ? text.Length : open)];
            var close = open < 0 ? text.Length : text.IndexOf('}', open);
            var name = open < 0 || close < 0 ? "" : text[(open + 1)..close];

            if (literal.Contains('}', StringComparison.Ordinal) || close < 0 || name.Contains('{', StringComparison.Ordinal))
            {
                throw new ReleaseException(ImageDiagnostics.NotATemplate(spot, text));
            }

            if (literal.Length > 0)
            {
                parts.Add(new(literal));
            }

            if (open >= 0)
            {
                parts.Add(Placeholder(name) ?? throw new ReleaseException(ImageDiagnostics.UnknownPlaceholder(spot, text, name, Spelling.Nearest(name, ImagePlaceholder.All.Select(one => one.Name)))));
            }

            at = close + 1;
        }

        return parts.Count > 0 ? new(text, parts.DrainToImmutable()) : throw new ReleaseException(ImageDiagnostics.NotATemplate(spot, text));
    }

    public bool Has(ImagePlaceholder placeholder) => _parts.Any(part => part.Placeholder == placeholder);

    /// <summary>Null where the build lacks something that the template asks for.</summary>
    public string? Render(ImageFacts facts)
    {
        var texts = _parts.Select(part => part.Render(facts)).ToArray();
        return texts.Contains(null) ? null : string.Concat(texts);
    }

    /// <summary>Whether some build makes this tag of it, or this one does.</summary>
    public bool CouldBe(string tag, ImageFacts facts) =>
        Render(facts) == tag || Regex.IsMatch(tag, $@"^{string.Concat(_parts.Select(part => part.Placeholder?.Shape ?? Regex.Escape(part.Text)))}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static ImageTagPart? Placeholder(string name)
    {
        var (word, length) = name.Split(':') switch
        {
            [var only] => (only, ShortCommit),
            ["commit", var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 4 and <= 64 => ("commit", number),
            _ => ("", 0),
        };

        return ImagePlaceholder.All.FirstOrDefault(one => one.Name == word) is { } placeholder
            ? new("", placeholder, placeholder == ImagePlaceholder.Commit ? length : int.MaxValue)
            : null;
    }
}
