using System.Collections.Immutable;

namespace ReleaseTools.Commits;

/// <summary>The message GitHub writes when it squashes a pull request into one commit.</summary>
/// <param name="Title">The pull request's title.</param>
/// <param name="Number">Its number, which GitHub adds to the title; null where it is not known.</param>
/// <param name="Body">Its description, or null.</param>
/// <param name="CoAuthors">Everybody but its author who wrote a commit of it, as <c>Name &lt;mail&gt;</c>.</param>
internal sealed record SquashMessage(string Title, int? Number, string? Body, ImmutableArray<string> CoAuthors)
{
    /// <summary>How diagnostics name it.</summary>
    public const string Name = "pull-request";

    private const string Trailer = "Co-authored-by: ";

    public override string ToString()
    {
        var body = (Body ?? "").ReplaceLineEndings("\n").Trim('\n');

        // Those the description names already are not named twice.
        var trailers = CoAuthors.Select(author => Trailer + author).Where(line => !body.Contains(line, StringComparison.OrdinalIgnoreCase)).ToArray();
        var parts = new[] { Number is null ? Title : $"{Title} (#{Number})", body, string.Join('\n', trailers) };
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }
}
