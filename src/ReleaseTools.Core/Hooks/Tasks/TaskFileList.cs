using System.Collections.Immutable;

namespace ReleaseTools.Hooks.Tasks;

/// <summary>Files that stand in one argument, such as <c>--files=a.cs;b.cs</c>.</summary>
/// <param name="Before">What stands before the first.</param>
/// <param name="Separator">What stands between two.</param>
/// <param name="After">What stands behind the last.</param>
internal sealed record TaskFileList(string Before, string Separator, string After)
{
    /// <summary>What a command gets: a word and a file each, and the files of a list as one.</summary>
    public static ImmutableArray<string> Join(ImmutableArray<TaskArgument> arguments)
    {
        var texts = ImmutableArray.CreateBuilder<string>();

        for (var (start, end) = (0, 0); start < arguments.Length; start = end)
        {
            var list = arguments[start].List;

            for (end = start + 1; list is not null && end < arguments.Length && ReferenceEquals(arguments[end].List, list);)
            {
                end++;
            }

            texts.Add(list is null ? arguments[start].Text : list.Before + string.Join(list.Separator, arguments[start..end].Select(argument => argument.Text)) + list.After);
        }

        return texts.ToImmutable();
    }
}
