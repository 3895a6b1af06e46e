namespace ReleaseTools.Hooks;

/// <summary>What is to become of the file of one hook.</summary>
/// <param name="Hook">The hook.</param>
/// <param name="File">Its file, absolute.</param>
/// <param name="Text">What it is to say; null where it is to go.</param>
/// <param name="IsChanged">Whether it says something else today.</param>
/// <param name="IsSwitchedOn">Whether it says the right thing and is to be made executable, so that git runs it.</param>
/// <param name="IsNew">Whether there is no such file today.</param>
/// <param name="IsLeft">Whether it stays as it is because somebody wrote, or changed, the lines that run the check.</param>
/// <param name="IsShared">Whether it stays as it is because git tracks it so, for everybody.</param>
internal sealed record HookChange(GitHook Hook, string File, string? Text, bool IsChanged, bool IsSwitchedOn = false, bool IsNew = false, bool IsShared = false, bool IsLeft = false)
{
    public bool ChangesNothing => !IsChanged && !IsSwitchedOn;
}
