namespace ReleaseTools.Text;

/// <summary>How one of several choices is called in files and in answers: in camel case.</summary>
internal static class ChoiceName
{
    public static string Of(Enum choice)
    {
        var name = $"{choice}";
        return $"{char.ToLowerInvariant(name[0])}{name[1..]}";
    }
}
