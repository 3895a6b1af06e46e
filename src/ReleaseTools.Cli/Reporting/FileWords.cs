using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells which files a version is written in, and what was edited there.</summary>
internal static class FileWords
{
    public static IEnumerable<(string Topic, string Text)> Of(VersionExplanation explanation)
    {
        var files = explanation.Files;
        var giver = files.First(file => file.Version is not null);
        yield return ("version", $"'{giver.Version!.Text}' in {giver.Version.Spot}");

        foreach (var file in files.Where(file => file.Prerelease is not null))
        {
            yield return ("", $"with '{file.Prerelease!.Text}' for its prerelease in {file.Prerelease.Spot}");
        }

        foreach (var (file, parent) in files.Zip(files.Skip(1)))
        {
            yield return ("", $"{file.Path} inherits from {parent.Path}");
        }

        if (!explanation.IsCommitted)
        {
            yield return ("edited", $"{files[0].Path} is not committed");
        }

        foreach (var (index, edit) in explanation.Edits.Index())
        {
            var effect = edit.Restarts ? "is not committed, so the height is 0" : "has no effect until it is committed";
            yield return (index == 0 ? "edited" : "", $"{edit.Setting}: {edit.Committed} became {edit.Working}; this {effect}");
        }

        if (explanation.IsCommitted && explanation.Edits.Any(edit => edit.Restarts))
        {
            yield return ("", "until then the numbers come from the file on disk, and all else, the prerelease too, from the commit");
        }
    }
}
