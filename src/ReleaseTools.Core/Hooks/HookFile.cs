namespace ReleaseTools.Hooks;

/// <summary>A hook that is there.</summary>
/// <param name="Text">What it says; empty where it is a link that leads nowhere.</param>
/// <param name="IsOn">Whether git runs it: it leaves out a file that is not executable, where a file system knows the difference.</param>
/// <param name="IsLink">Whether its text stands in another file.</param>
/// <param name="TrackedText">What it says in git's index; null where git does not track it.</param>
internal sealed record HookFile(string Text, bool IsOn = true, bool IsLink = false, string? TrackedText = null);
