using System.Runtime.ExceptionServices;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Stamping.Stampers;

namespace ReleaseTools.Adapters.Files;

/// <summary>Puts the version into files: into copies of them, or in place.</summary>
internal static class StampFiles
{
    /// <summary>Writes a stamped copy of a file. A copy that is right already keeps its time stamp.</summary>
    /// <param name="source">Absolute; diagnostics name it so.</param>
    /// <param name="destination">Absolute; folders on the way are made.</param>
    /// <param name="version">As Semantic Versioning 2.0 defines one.</param>
    /// <param name="project">The folder whose version.json says what else is stamped, and how; null for none.</param>
    /// <returns>Whether the copy changed.</returns>
    /// <exception cref="ReleaseException">RT3…: the source cannot carry the version, or the destination cannot be written.</exception>
    public static bool Write(string source, string destination, string version, string? project = null)
    {
        var stamped = Copy(source, version, project).Stamped();

        if (File.Exists(destination) && File.ReadAllBytes(destination).AsSpan().SequenceEqual(stamped))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
        AtomicFile.Write(destination, stamped);
        return true;
    }

    /// <summary>Plans all that carry the version among these files and folders. All complaints come together.</summary>
    /// <param name="repository">Where they lie.</param>
    /// <param name="scope">Which of them.</param>
    /// <param name="versionOf">What to write into a file, by its absolute path.</param>
    /// <exception cref="ReleaseException">RT3…: a file is missing, was named and lies outside the repository, or cannot carry the version.</exception>
    public static StampSet Plan(GitRepository repository, StampScope scope, Func<string, string> versionOf) =>
        new StampPlanner(repository, versionOf).Plan(scope);

    /// <summary>Writes what differs, in place. Every file is prepared before the first one changes.</summary>
    /// <exception cref="ReleaseException">RT3015 or RT3016: a file may not be written; then none is.</exception>
    public static void Write(StampSet stamps)
    {
        var prepared = SideBySide.Select([.. stamps.Plans.Where(plan => !plan.IsUpToDate)], plan => Prepare(stamps.Places[plan.Source.Path], plan));

        try
        {
            ThrowFirst(prepared.Select(one => one.Stop));
            ThrowFirst(SideBySide.Select(prepared, one => Commit(one.File!)));
        }
        finally
        {
            foreach (var (file, _) in prepared)
            {
                file?.Dispose();
            }
        }
    }

    private static (AtomicFile? File, Exception? Stop) Prepare(string path, StampPlan plan)
    {
        try
        {
            return (AtomicFile.Prepare(path, plan.Stamped()), null);
        }
        catch (Exception stop) when (stop is ReleaseException or IOException or UnauthorizedAccessException)
        {
            return (null, stop);
        }
    }

    private static Exception? Commit(AtomicFile file)
    {
        try
        {
            file.Commit();
            return null;
        }
        catch (Exception stop) when (stop is UnauthorizedAccessException or IOException)
        {
            return stop;
        }
    }

    private static void ThrowFirst(IEnumerable<Exception?> stops)
    {
        if (stops.FirstOrDefault(stop => stop is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }

    private static StampPlan Copy(string source, string version, string? project)
    {
        var file = new StampFile(source, IsNamed: true) { Kind = StamperList.Find(source) };

        if (project is null)
        {
            return file.Plan(source, StampVersion.Parse(version));
        }

        // Where there is no git, as in the context of a container's build, version.json says the same.
        var root = WorkingTree.Find(project)?.Root ?? Path.GetPathRoot(project)!;
        var folder = Path.GetRelativePath(root, project) is not "." and var relative ? relative.Replace(Path.DirectorySeparatorChar, '/') : "";
        var name = Path.GetRelativePath(root, source).Replace(Path.DirectorySeparatorChar, '/');
        var settings = StampSettings.ReadFor(root, folder);
        var wanted = StampVersion.Parse(version, settings.Of(folder).ImageTags);

        return (file with
        {
            Kind = file.Kind is ChartStamper ? new ChartStamper(settings.PolicyIn(folder, wanted)) : file.Kind,
            Rules = [.. settings.Rules.Where(rule => rule.Files.Among([name]).Any()).Select(rule => (rule, wanted))],
        }).Plan(source, wanted);
    }
}
