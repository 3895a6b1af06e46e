using System.Text;

namespace ReleaseTools.Adapters.Files;

/// <summary>A file that several programs add to at the same time, each of them whole entries.</summary>
internal static class SharedFile
{
    private const int Attempts = 400;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Adds to the end in one write, while nobody else of us has the file.</summary>
    /// <param name="path">Absolute; the file is made where it is missing.</param>
    /// <param name="missing">What to add to what is there; empty for nothing.</param>
    public static void Append(string path, Func<string, string> missing)
    {
        using var file = OpenAlone(path);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = Utf8.GetString(bytes);
        var added = missing(text);

        if (added.Length > 0)
        {
            // Somebody's last line without an end would swallow our first.
            file.Write(Utf8.GetBytes(text.Length > 0 && !text.EndsWith('\n') ? $"\n{added}" : added));
            file.Flush();
        }
    }

    private static FileStream OpenAlone(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (attempt < Attempts && taken is not (DirectoryNotFoundException or PathTooLongException))
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
