using System.Formats.Tar;

namespace ReleaseTools.Adapters.Files;

/// <summary>A file with bytes of its own: no pipe, device or socket, whose reading might never end.</summary>
internal static class PlainFile
{
    private const int TypeAt = 156;

    /// <param name="path">Of a file that exists, links followed.</param>
    public static bool Is(string path) => Is(new FileInfo(path));

    /// <summary>As <see cref="Is(string)"/>, where somebody has looked at the file already.</summary>
    public static bool Is(FileInfo file) => file.Length > 0 || IsWhenEmpty(file.FullName);

    /// <summary>What is no plain file says that it is empty. Asks whoever writes archives of files, since nobody else tells what kind of file one is.</summary>
    private static bool IsWhenEmpty(string path)
    {
        using var archive = new MemoryStream();

        try
        {
            using var writer = new TarWriter(archive, TarEntryFormat.Gnu, leaveOpen: true);
            writer.WriteEntry(path, "file");
            return archive.GetBuffer()[TypeAt] == '0';
        }
        catch (IOException)
        {
            // A socket is nothing that an archive can hold.
            return false;
        }
    }
}
