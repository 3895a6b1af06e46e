namespace ReleaseTools.Charts;

/// <summary>Tells which paths a chart may hold: those that lead into it, and mean one file on every system.</summary>
internal static class ChartPath
{
    public static bool IsPlain(string path) => path.Length > 0
        && !path.Any(unit => unit == '\\' || char.IsControl(unit))
        && path.Split('/').All(name => name is not ("" or "." or ".."))
        && !(path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/');
}
