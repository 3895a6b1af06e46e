namespace ReleaseTools.Testing;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder;

    public TempFolder() => _folder = Directory.CreateTempSubdirectory("release-tools-");

    /// <param name="parent">Where it is to lie, for who cares.</param>
    public TempFolder(string parent) => _folder = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"release-tools-{Guid.NewGuid():n}"));

    public string Path => _folder.FullName;

    /// <summary>An absolute path below the folder, its parents made.</summary>
    public string At(string relative)
    {
        var path = System.IO.Path.Combine(Path, relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    public string Write(string relative, string text)
    {
        File.WriteAllText(At(relative), text);
        return At(relative);
    }

    public void Dispose()
    {
        // git writes its objects read-only, which Windows refuses to delete.
        foreach (var file in _folder.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            if (file.IsReadOnly && file.LinkTarget is null)
            {
                file.IsReadOnly = false;
            }
        }

        _folder.Delete(recursive: true);
    }
}
