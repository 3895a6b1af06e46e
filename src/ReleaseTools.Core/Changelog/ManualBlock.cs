using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>A part of a changelog that somebody wrote by hand and marked so: from <c>&lt;!-- manual --&gt;</c> to <c>&lt;!-- /manual --&gt;</c>.</summary>
/// <param name="Start">Offset of the line of the first mark.</param>
/// <param name="End">Offset behind the second mark's line, without its end; the first line's where there is no second mark.</param>
/// <param name="IsClosed">Whether there is a second mark.</param>
internal readonly partial record struct ManualBlock(int Start, int End, bool IsClosed)
{
    public const string Opening = "<!-- manual -->";

    public const string Closing = "<!-- /manual -->";

    /// <summary>Whether a line begins or ends such a part.</summary>
    public static bool IsMark(string line) => line.Trim() is Opening or Closing;

    public bool Holds(int offset) => IsClosed && offset > Start && offset < End;

    /// <summary>Blanks and the case of letters are nobody's concern.</summary>
    public static bool IsMark(string line, bool isOpening) => line.Contains("<!--", StringComparison.Ordinal) && Mark.Match(line) is { Success: true } mark && mark.Groups["slash"].Success != isOpening;

    public static ImmutableArray<ManualBlock> FindAll(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<ManualBlock>();
        (int Start, int End)? open = null;

        foreach (var (start, line) in TextLines.Of(text))
        {
            if (IsMark(line, isOpening: true))
            {
                // Whoever forgot to close one did not mean all that stands before the next.
                Close(isClosed: false, open?.End ?? 0);
                open = (start, start + line.Length);
            }
            else if (IsMark(line, isOpening: false))
            {
                Close(isClosed: true, start + line.Length);
            }
        }

        Close(isClosed: false, open?.End ?? 0);
        return blocks.ToImmutable();

        void Close(bool isClosed, int end)
        {
            if (open is { } begun)
            {
                blocks.Add(new(begun.Start, end, isClosed));
                open = null;
            }
        }
    }

    [GeneratedRegex(@"^\s*<!--\s*(?<slash>/)?\s*manual\s*-->\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark { get; }
}
