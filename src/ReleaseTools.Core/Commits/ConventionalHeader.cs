using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>
/// The parts of a conventional first line, <c>type(scope)!: subject</c>, by a <see cref="HeaderForm"/> that commitlint reads.
/// A part that is empty is absent.
/// </summary>
internal sealed record ConventionalHeader(HeaderPart? Type, HeaderPart? Scope, bool HasMark, HeaderPart? Subject)
{
    /// <summary>Null where the line is not of that form.</summary>
    public static ConventionalHeader? Read(string line, HeaderForm form = HeaderForm.MarkFirst)
    {
        if (EcmaText.HasLineTerminator(line))
        {
            return null;
        }

        var end = 0;

        while (end < line.Length && EcmaText.IsWord(line[end]))
        {
            end++;
        }

        var type = HeaderPart.Of(line, 0, end);
        var rest = line.AsSpan(end);

        if (!rest.StartsWith("("))
        {
            var plain = rest.StartsWith(": ") ? 2 : form != HeaderForm.NoMark && rest.StartsWith("!: ") ? 3 : 0;
            return plain == 0 ? null : new(type, null, plain == 3, HeaderPart.Of(line, end + plain, line.Length));
        }

        // The longest scope there is; with the mark first, one that ends with a mark before any other.
        var marked = form == HeaderForm.NoMark ? -1 : line.LastIndexOf(")!: ", StringComparison.Ordinal);
        var unmarked = line.LastIndexOf("): ", StringComparison.Ordinal);
        var isMarked = marked > end && (form == HeaderForm.MarkFirst || marked > unmarked);
        var (close, length) = isMarked ? (marked, 4) : (unmarked, 3);

        return close <= end
            ? null
            : new(type, HeaderPart.Of(line, end + 1, close), isMarked, HeaderPart.Of(line, close + length, line.Length));
    }
}
