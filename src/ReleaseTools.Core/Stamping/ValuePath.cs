using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReleaseTools.Stamping;

/// <summary>The way to a value through keys and indices: <c>image.tag</c>, <c>containers[0].image</c>, <c>labels["app.kubernetes.io/version"]</c>.</summary>
/// <param name="Text">As written.</param>
/// <param name="Segments">The keys; an index is its digits.</param>
internal sealed partial record ValuePath(string Text, ImmutableArray<string> Segments)
{
    private const int Longest = 1000;

    /// <summary>Null where the text is none.</summary>
    public static ValuePath? Read(string text)
    {
        var match = text.Length <= Longest ? Whole.Match(text) : Match.Empty;

        return match.Success
            ? new(text, [.. Segment.Matches(text).Select(segment => segment.Groups.Values.Skip(1).First(group => group.Success).Value)])
            : null;
    }

    [GeneratedRegex(@"^(?:[^.\[\]""]+|\[[0-9]+\]|\[""[^""]+""\])(?:\.[^.\[\]""]+|\[[0-9]+\]|\[""[^""]+""\])*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole { get; }

    [GeneratedRegex(@"\[""([^""]+)""\]|\[([0-9]+)\]|([^.\[\]""]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Segment { get; }
}
