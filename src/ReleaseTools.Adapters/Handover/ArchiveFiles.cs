using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Handover;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Handover;

/// <summary>The two files in a repository's root by which its source archives know their commit.</summary>
internal static class ArchiveFiles
{
    public static ArchivePlan Plan(GitRepository repository) => ArchivePlan.For(
        Read(repository, ArchiveNote.Place)?.Text,
        Read(repository, ArchivePlan.AttributesPlace) ?? SourceText.From(ArchivePlan.AttributesPlace, ""));

    public static void Apply(GitRepository repository, ArchivePlan plan)
    {
        foreach (var text in plan.Changes)
        {
            var file = Path.Combine(repository.Root, text.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, text.ToBytes());
        }
    }

    private static SourceText? Read(GitRepository repository, string path) =>
        Path.Combine(repository.Root, path) is var file && File.Exists(file) ? SourceText.Parse(path, File.ReadAllBytes(file)) : null;
}
