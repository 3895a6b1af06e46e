using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Hooks;

/// <summary>A hook of git that this product has something to do in.</summary>
/// <param name="Name">git's name of it, which is its file's.</param>
/// <param name="Purpose">What is done, for the comment above it.</param>
/// <param name="Words">What the tool is told, before what git tells the hook.</param>
/// <param name="Given">What git tells the hook, as a shell writes it.</param>
/// <param name="ReadsInput">Whether git tells it more on standard input.</param>
internal sealed record GitHook(string Name, string Purpose, string Words, string Given, bool ReadsInput = false)
{
    public static GitHook CommitMessage { get; } = new("commit-msg", "checks the commit message", "lint --edit", "\"$1\"");

    public static GitHook Push { get; } = new("pre-push", "checks what is pushed", "hooks pre-push", "\"$@\"", ReadsInput: true);

    public static ImmutableArray<GitHook> All { get; } = [CommitMessage, Push];

    /// <exception cref="ReleaseException">RT4200: nothing is done in that hook.</exception>
    public static GitHook Parse(string name) =>
        All.FirstOrDefault(hook => hook.Name == name) ?? throw new ReleaseException(HookDiagnostics.NoSuchHook(name, All.Select(hook => hook.Name)));
}
