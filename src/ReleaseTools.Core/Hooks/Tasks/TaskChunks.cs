using System.Collections.Immutable;

namespace ReleaseTools.Hooks.Tasks;

/// <summary>The runs a command needs where one command line does not hold all files: each with all words and some of the files, in order.</summary>
internal static class TaskChunks
{
    /// <param name="command">The program.</param>
    /// <param name="arguments">Words and files.</param>
    /// <param name="limit">How many characters a command line may have, a blank after each argument.</param>
    public static IEnumerable<ImmutableArray<TaskArgument>> Split(string command, ImmutableArray<TaskArgument> arguments, int limit)
    {
        var lists = arguments.Select(argument => argument.List).OfType<TaskFileList>().Distinct<TaskFileList>(ReferenceEqualityComparer.Instance);
        var words = command.Length + arguments.Where(argument => argument.File is null).Sum(Length) + lists.Sum(list => list.Before.Length + list.After.Length + 1);
        var files = arguments.Where(argument => argument.File is not null).ToArray();

        for (var (start, end) = (0, 0); start < files.Length || end == 0; start = end)
        {
            for (var length = words; end < files.Length && (end == start || length + Length(files[end]) <= limit); end++)
            {
                length += Length(files[end]);
            }

            var left = end - start;
            var passed = 0;
            yield return [.. arguments.Where(argument => argument.File is null || (passed++ is var place && place >= start && place < start + left))];

            if (files.Length == 0)
            {
                yield break;
            }
        }
    }

    private static int Length(TaskArgument argument) => argument.Text.Length + (argument.List?.Separator.Length ?? 1);
}
