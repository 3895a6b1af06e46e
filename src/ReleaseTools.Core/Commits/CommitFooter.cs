using System.Collections.Immutable;
using System.Text;

namespace ReleaseTools.Commits;

/// <summary>A footer of a commit message: a token such as <c>Closes</c> or <c>BREAKING CHANGE</c>, and what it says, over one line or more.</summary>
internal sealed record CommitFooter(int Line, string Token, string Value)
{
    public bool IsBreaking => Token == FooterSyntax.Breaking;

    public static ImmutableArray<CommitFooter> Read(IEnumerable<MessageLine> lines)
    {
        var footers = ImmutableArray.CreateBuilder<CommitFooter>();
        var value = new StringBuilder();

        foreach (var line in lines)
        {
            if (FooterSyntax.Read(line.Text) is var (token, first))
            {
                Close();
                footers.Add(new(line.Number, token, ""));
                value.Append(first);
            }
            else if (footers.Count > 0)
            {
                value.Append('\n').Append(line.Text);
            }
        }

        Close();
        return footers.DrainToImmutable();

        void Close()
        {
            if (footers is [.., var last])
            {
                footers[^1] = last with { Value = value.ToString().Trim() };
                value.Clear();
            }
        }
    }
}
