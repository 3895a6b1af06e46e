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
        var all = lines.ToArray();
        var texts = all.Select(line => line.Text).ToArray();
        var codeEnds = -1;

        foreach (var (index, line) in all.Index())
        {
            // A line of code in what breaks may look like a footer.
            if (index > codeEnds && footers is [.., { IsBreaking: true }])
            {
                codeEnds = CodeFence.EndOf(texts, index) ?? codeEnds;
            }

            if (index <= codeEnds)
            {
                value.Append('\n').Append(line.Text);
            }
            else if (FooterSyntax.Read(line.Text) is var (token, first))
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
