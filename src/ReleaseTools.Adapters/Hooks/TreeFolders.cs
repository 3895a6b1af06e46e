namespace ReleaseTools.Adapters.Hooks;

/// <summary>The folders of a working tree, as they are on disk: where git has one there may be a link by now, which leads elsewhere, or a file.</summary>
internal sealed class TreeFolders(string root)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal) { [""] = true };

    /// <summary>Whether a file, or one beside it, is or can be in the folder that git has it in.</summary>
    public bool Hold(string file) => IsPlain(Parent(file));

    private bool IsPlain(string folder)
    {
        if (!_known.TryGetValue(folder, out var isPlain))
        {
            var path = Path.Combine(root, folder);
            isPlain = IsPlain(Parent(folder)) && !File.Exists(path) && new FileInfo(path).LinkTarget is null;
            _known.Add(folder, isPlain);
        }

        return isPlain;
    }

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
