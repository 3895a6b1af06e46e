namespace ReleaseTools.Testing;

/// <summary>What <c>docker build</c> is sent where <c>.dockerignore</c> leaves git and build output out.</summary>
internal static class BuildContext
{
    private static readonly string[] LeftOut = [".git", "bin", "obj"];

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);

        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(entry => !LeftOut.Contains(entry.Name)))
        {
            var target = Path.Combine(to, entry.Name);

            if (entry is DirectoryInfo)
            {
                Copy(entry.FullName, target);
            }
            else
            {
                File.Copy(entry.FullName, target, overwrite: true);
            }
        }
    }
}
