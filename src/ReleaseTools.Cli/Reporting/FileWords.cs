using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells which files a version is written in, and what was edited there.</summary>
internal static class FileWords
{
    public static IEnumerable<(string Topic, string Text)> Of(VersionExplanation explanation)
    {
        var files = explanation.Files;
        yield return ("version", Base(explanation));

        foreach (var file in files.Where(file => file.Prerelease is not null))
        {
            yield return ("", $"with '{file.Prerelease!.Text}' for its prerelease in {file.Prerelease.Spot}");
        }

        foreach (var (file, parent) in files.Zip(files.Skip(1)))
        {
            yield return ("", $"{file.Path} inherits from {parent.Path}");
        }

        if (!explanation.IsCommitted && files is not [])
        {
            yield return ("edited", $"{files[0].Path} is not committed");
        }

        foreach (var (index, edit) in explanation.Edits.Index())
        {
            yield return (index == 0 ? "edited" : "", $"{edit.Setting}: {edit.Committed} became {edit.Working}; this {Effect(explanation, edit)}");
        }

        if (explanation is { IsCommitted: true, Height: not null } && explanation.Edits.Any(edit => edit.Restarts))
        {
            yield return ("", "until then the numbers come from the file on disk, and all else, the prerelease too, from the commit");
        }
    }

    private static string Base(VersionExplanation explanation)
    {
        var written = explanation.Files.FirstOrDefault(file => file.Version is not null)?.Version;

        return (explanation.Tags, written) switch
        {
            (null, _) => $"'{written!.Text}' in {written.Spot}",
            (_, { } floor) => $"from release tags, and at least '{floor.Text}' by {floor.Spot}",
            _ => $"from release tags, as {(explanation.Files is [var file, ..] ? $"{file.Path} gives none" : "there is no version file")}",
        };
    }

    private static string Effect(VersionExplanation explanation, SettingChange edit) => (explanation.Tags, edit.Setting) switch
    {
        (not null, not "pathFilters") => "counts at once",
        (null, _) when edit.Restarts => "is not committed, so the height is 0",
        _ => "has no effect until it is committed",
    };
}
