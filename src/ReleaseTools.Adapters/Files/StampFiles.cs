using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Files;

/// <summary>Puts the version into files: into copies of them, or in place.</summary>
internal static class StampFiles
{
    /// <summary>Writes a stamped copy of a file. A copy that is right already keeps its time stamp.</summary>
    /// <param name="source">Absolute; diagnostics name it so.</param>
    /// <param name="destination">Absolute; folders on the way are made.</param>
    /// <param name="version">As Semantic Versioning 2.0 defines one.</param>
    /// <returns>Whether the copy changed.</returns>
    /// <exception cref="ReleaseException">RT3…: the source cannot carry the version, or the destination cannot be written.</exception>
    public static bool Write(string source, string destination, string version)
    {
        var stamped = Plan(source, source, isNamed: true, version).Stamped();

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
    /// <param name="paths">Absolute. A file is taken at its word; in a folder, those that git knows or would add are looked for.</param>
    /// <param name="versionOf">What to write into a file, by its absolute path.</param>
    /// <exception cref="ReleaseException">RT3…: a file is missing, was named and lies outside the repository, or cannot carry the version.</exception>
    public static StampSet Plan(GitRepository repository, IEnumerable<string> paths, Func<string, string> versionOf)
    {
        var plans = new Dictionary<string, StampPlan>();
        var complaints = new List<Diagnostic>();
        var remarks = new List<Diagnostic>();

        foreach (var (path, isNamed) in paths.SelectMany(path => Files(repository, path)))
        {
            // Nobody asked for this one, and a link out of the repository is fine for whatever it was made for.
            if (!isNamed && !RealPath.IsBelow(path, repository.Root))
            {
                remarks.Add(StampDiagnostics.PassedOver(NameIn(repository.Root, path), repository.Root));
                continue;
            }

            try
            {
                var real = Within(repository.Root, path);
                plans.TryAdd(real, Plan(real, NameIn(repository.Root, path), isNamed, versionOf(real)));
            }
            catch (ReleaseException stop)
            {
                complaints.AddRange(stop.Diagnostics);
            }
        }

        return complaints is []
            ? new([.. plans.Values.Where(plan => plan.Values is not []).OrderBy(plan => plan.Source.Path, StringComparer.Ordinal)], [.. remarks.Distinct()])
            : throw new ReleaseException([.. complaints.Distinct()]);
    }

    /// <summary>Writes what differs, in place. Every file is prepared before the first one changes.</summary>
    /// <exception cref="ReleaseException">RT3012, RT3015 or RT3016: a file may not be written; then none is.</exception>
    public static void Write(GitRepository repository, IEnumerable<StampPlan> plans)
    {
        var prepared = new List<AtomicFile>();

        try
        {
            foreach (var plan in plans.Where(plan => !plan.IsUpToDate))
            {
                prepared.Add(AtomicFile.Prepare(Within(repository.Root, Path.Combine(repository.Root, plan.Source.Path)), plan.Stamped()));
            }

            prepared.ForEach(file => file.Commit());
        }
        finally
        {
            prepared.ForEach(file => file.Dispose());
        }
    }

    private static StampPlan Plan(string path, string name, bool isNamed, string version)
    {
        if (!File.Exists(path))
        {
            throw new ReleaseException(StampDiagnostics.NoSuchFile(name));
        }

        var plan = StampPlan.For(SourceText.Parse(name, File.ReadAllBytes(path)), version);

        return plan.Values is [] && isNamed
            ? throw new ReleaseException(StampDiagnostics.NoKey(new SourceSpot(name, 1, 1), "version"))
            : plan;
    }

    private static IEnumerable<(string Path, bool IsNamed)> Files(GitRepository repository, string path)
    {
        if (!Directory.Exists(path) || !RealPath.IsBelow(path, repository.Root))
        {
            return [(path, true)];
        }

        var folder = NameIn(repository.Root, path);

        // What was deleted and not committed yet is still in git's list.
        return StampSearch.Among(repository.ListFiles("**"), folder == "." ? "" : folder + "/")
            .Select(file => (Path: Path.Combine(repository.Root, file), false))
            .Where(file => File.Exists(file.Path));
    }

    /// <summary>The file itself, links followed.</summary>
    /// <exception cref="ReleaseException">RT3011 or RT3012: there is no such file in the repository.</exception>
    private static string Within(string root, string path)
    {
        if (!Path.Exists(path))
        {
            throw new ReleaseException(StampDiagnostics.NoSuchFile(NameIn(root, path)));
        }

        return RealPath.IsBelow(path, root)
            ? RealPath.Of(path)
            : throw new ReleaseException(StampDiagnostics.OutsideRepository(NameIn(root, path), root));
    }

    /// <summary>The path from the root, as git spells it: the folder without its links, as the root is; the file as it was named.</summary>
    private static string NameIn(string root, string path)
    {
        var folder = Path.GetDirectoryName(path);
        var straight = Directory.Exists(folder) ? Path.Combine(RealPath.Of(folder), Path.GetFileName(path)) : path;
        return Path.GetRelativePath(root, straight).Replace(Path.DirectorySeparatorChar, '/');
    }
}
