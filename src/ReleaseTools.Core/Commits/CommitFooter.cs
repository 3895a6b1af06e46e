using System.Collections.Immutable;

namespace ReleaseTools.Commits;

/// <summary>A footer of a commit message: a token such as <c>Closes</c> or <c>BREAKING CHANGE</c>, and what it says, over one line or more.</summary>
internal sealed record CommitFooter(int Line, string Token, string Value)
{
    public bool IsBreaking => Token == FooterSyntax.Breaking;

    public static ImmutableArray<CommitFooter> Read(IEnumerable<MessageLine> lines)
    {
        var footers = ImmutableArray.CreateBuilder<CommitFooter>();

        foreach (var line in lines)
        {
            if (FooterSyntax.Read(line.Text) is var (token, value))
            {
                footers.Add(new(line.Number, token, value));
            }
            else if (footers is [.., var last])
            {
                footers[^1] = last with { Value = $"{last.Value}\n{line.Text}" };
            }
        }

        return [.. footers.Select(footer => footer with { Value = footer.Value.Trim() })];
    }
}
