namespace ReleaseTools.Hooks;

/// <summary>What becomes of the file that keeps the line ends of shared hooks: with those that git for Windows writes by itself, no hook runs.</summary>
/// <param name="File">Absolute.</param>
/// <param name="IsRemoved">Whether it goes; else it is written.</param>
internal sealed record HookAttributes(string File, bool IsRemoved)
{
    public const string Name = ".gitattributes";
    public const string Text = "* text eol=lf\n";

    public static bool Is(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal) == Text;
}
