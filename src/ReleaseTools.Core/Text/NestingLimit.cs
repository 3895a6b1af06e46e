using ReleaseTools.Diagnostics;

namespace ReleaseTools.Text;

/// <summary>How deep lists and mappings may stand in each other, so that no file uses up the stack.</summary>
internal static class NestingLimit
{
    public const int Levels = 64;

    /// <summary>What to say where it is reached: the text may be right, and mending the place would not help.</summary>
    /// <param name="unreadable">What is said where the text is wrong.</param>
    public static Diagnostic Reached(Diagnostic unreadable) => unreadable with
    {
        Message = $"Lists and mappings are nested deeper than {Levels} levels here, and that is the limit. Write the file with fewer levels.",
    };
}
