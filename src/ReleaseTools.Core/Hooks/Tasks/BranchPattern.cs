using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Hooks.Tasks;

/// <summary>The branches a task is for, as a regular expression.</summary>
internal static class BranchPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="ReleaseException">RT4215: it is no regular expression, or takes for ever.</exception>
    public static bool IsFor(HookTask task, string branch)
    {
        try
        {
            return string.IsNullOrEmpty(task.Branch) || Regex.IsMatch(branch, task.Branch, RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception wrong) when (wrong is ArgumentException or RegexMatchTimeoutException)
        {
            throw new ReleaseException(HookDiagnostics.WrongBranchPattern(task.Spot, task.Branch!));
        }
    }
}
